import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from procure_desktop.documents.attachment import RECORD_NAME, read_record
from procure_desktop.domain.errors import CertificateUnreadableError, FileUnreadableError
from procure_desktop.domain.verdict import Answer, Finding
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.services.verify_document import verify_document
from tests.office_factory import PREPARER, Clock, Place, authorise, make_place, submit

Signed = tuple[Office, Place, bytes, bytes]


@pytest.fixture(scope="module")
def signed(made_place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    """The office, its place, the document with one signature, and with both."""
    place = made_place.copy(tmp_path_factory.mktemp("signed") / "place")
    with place.signed_in("Preparer") as preparer, place.signed_in("Authoriser") as authoriser:
        made = submit(preparer, place)
        first = document_bytes(preparer, made.id).pdf
        authorise(authoriser, place, made)
        yield preparer, place, first, document_bytes(preparer, made.id).pdf


def write(folder: Path, data: bytes) -> Path:
    path = folder / "F.pdf"
    path.write_bytes(data)
    return path


def test_valid_for_the_office_that_made_it(signed: Signed, tmp_path: Path) -> None:
    office, place, _, pdf = signed
    path = write(tmp_path, pdf)
    assert verify_document(path, office=office).answer == Answer.VALID
    assert verify_document(path, (place.authority,), office).answer == Answer.VALID


def test_elsewhere_nobody_compared_the_pages(signed: Signed, tmp_path: Path) -> None:
    _, place, _, pdf = signed
    verdict = verify_document(write(tmp_path, pdf), (place.authority,))
    assert (verdict.answer, verdict.findings) == (
        Answer.CANNOT_TELL, (Finding.PAGE_NOT_COMPARED,),
    )  # fmt: skip
    strangers = verify_document(write(tmp_path, pdf))
    assert Finding.SIGNER_UNKNOWN in strangers.findings
    assert strangers.answer == Answer.CANNOT_TELL


def test_another_office_does_not_know_it(signed: Signed, made_place: Place, tmp_path: Path) -> None:
    _, place, _, pdf = signed
    with made_place.copy(tmp_path / "other").signed_in(PREPARER) as other:
        verdict = verify_document(write(tmp_path, pdf), (place.authority,), other)
    assert verdict.answer == Answer.CANNOT_TELL


def test_cut_back_to_the_first_signature(signed: Signed, tmp_path: Path) -> None:
    office, _, first, _ = signed
    verdict = verify_document(write(tmp_path, first), office=office)
    assert verdict.answer == Answer.NOT_VALID


@pytest.mark.parametrize("place_of_byte", [0.1, 0.5, 0.9])
def test_a_changed_byte(signed: Signed, tmp_path: Path, place_of_byte: float) -> None:
    office, _, _, pdf = signed
    changed = bytearray(pdf)
    changed[int(len(pdf) * place_of_byte)] ^= 1
    assert verify_document(write(tmp_path, bytes(changed)), office=office).answer == (
        Answer.NOT_VALID
    )


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no document", b"\x00" * 10_000])
def test_a_hostile_file_is_not_valid_and_no_error(
    signed: Signed, tmp_path: Path, data: bytes
) -> None:
    path = write(tmp_path, data)
    for office in (None, signed[0]):
        assert verify_document(path, office=office).answer == Answer.NOT_VALID


def test_a_missing_file_is_a_fault(signed: Signed, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        verify_document(tmp_path / "missing.pdf")
    with pytest.raises(FileUnreadableError):
        verify_document(write(tmp_path, signed[3]), (tmp_path / "missing.pem",))


def test_what_is_no_certificate_is_refused_as_trust(signed: Signed, tmp_path: Path) -> None:
    junk = tmp_path / "junk.pem"
    junk.write_bytes(b"\xff\xfe")
    with pytest.raises(CertificateUnreadableError):
        verify_document(write(tmp_path, signed[3]), (junk,))


def test_each_version_is_held_against_its_own(
    place: Place, preparer: Office, authoriser: Office, clock: Clock, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    first = document_bytes(preparer, made.id).pdf
    return_commitment(authoriser, made.id, "Test reason")
    submit_commitment(preparer, made.id, place.key(PREPARER))
    verdict = verify_document(write(tmp_path, first), office=preparer)
    assert (verdict.answer, verdict.findings) == (
        Answer.CANNOT_TELL, (Finding.SIGNATURE_MISSING, Finding.RETURNED_SINCE),
    )  # fmt: skip
    assert verdict.number == made.number


def test_another_office_s_document_with_our_number_is_not_ours(
    place: Place, preparer: Office, tmp_path: Path
) -> None:
    ours = submit(preparer, place)
    other = make_place(tmp_path / "other")
    with other.signed_in(PREPARER) as office:
        theirs = submit(office, other)
        pdf = document_bytes(office, theirs.id).pdf
    assert theirs.number == ours.number
    verdict = verify_document(write(tmp_path, pdf), office=preparer)
    assert verdict.answer == Answer.CANNOT_TELL
    assert Finding.NOT_OF_THIS_OFFICE in verdict.findings


def test_a_withdrawn_commitment_s_document_says_so(
    place: Place, preparer: Office, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    pdf = document_bytes(preparer, made.id).pdf
    withdraw_commitment(preparer, made.id, "Test reason")
    verdict = verify_document(write(tmp_path, pdf), office=preparer)
    assert verdict.answer == Answer.CANNOT_TELL
    assert Finding.WITHDRAWN_SINCE in verdict.findings


@pytest.mark.parametrize("known", [True, False])
def test_a_record_of_ours_that_was_rewritten_is_held_against_what_we_have(
    signed: Signed, tmp_path: Path, known: bool
) -> None:
    """Its hash is none of ours; its number and the journal's head say which document it was made of."""
    office, _, _, pdf = signed
    record = json.loads(read_record(pdf) or b"")
    record["conditions"] = "Without any condition."
    record["number"] = record["number"] if known else "NLD-2026-0099"
    with pikepdf.open(BytesIO(pdf)) as document:
        rewritten = pikepdf.AttachedFileSpec(document, canonical(record), filename=RECORD_NAME)
        document.attachments[RECORD_NAME] = rewritten
        document.save(tmp_path / "F.pdf")
    verdict = verify_document(tmp_path / "F.pdf", office=office)
    assert verdict.answer == Answer.NOT_VALID
    assert (Finding.PAGE_NOT_COMPARED not in verdict.findings) == known
