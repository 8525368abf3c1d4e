from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from procure_desktop.domain.attestation import NEEDED
from procure_desktop.domain.comparison import Field, FieldChange
from procure_desktop.domain.errors import (
    AttestedTwiceError,
    AuthoriserMissingError,
    EmptyTextError,
    FileTooLargeError,
    LetterAheadError,
    LetterDiffersError,
    LetterMissingError,
    LetterStoredError,
    LetterUnreadableError,
    ListApprovedError,
    ListRenewedError,
    ListUnknownError,
    RoleMissingError,
)
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Approval, LineId
from procure_desktop.services import letters
from procure_desktop.services.attest_list import (
    attest_list,
    read_letter_of,
    read_standing,
    unapproved_lists,
)
from procure_desktop.services.compare_versions import compare_versions
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.import_spreadsheet import import_spreadsheet, preview_spreadsheet
from procure_desktop.services.list_effects import unsettled_effects
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_evidence
from procure_desktop.services.read_line import read_line
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import PASSPHRASE, SERIAL, Place, authorise, draft, submit
from tests.sheets import COVER, ROW, letter_file, sheet_order, write_letter

LINE = LineId("UA-SHEET-0001")


@pytest.fixture
def listed(tmp_path: Path, administrator: Office) -> str:
    """A list that came as a spreadsheet, without a letter."""
    import_spreadsheet(administrator, sheet_order(tmp_path))
    return COVER.serial


def test_two_officers_attest_and_then_funds_are_committed(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office, place: Place
) -> None:
    assert [one.edition.serial for one in unapproved_lists(preparer)] == [listed]
    first = attest_list(preparer, listed, letter_file(tmp_path))
    assert first.edition.approval is Approval.UNAPPROVED
    assert first.attestation is not None
    assert not first.attestation.complete
    seen = read_standing(authoriser, listed)
    assert read_letter_of(authoriser, listed) == (tmp_path / "letter.pdf").read_bytes()
    second = attest_list(authoriser, listed, seen=seen.letter_sha256)
    assert second.edition.approval is Approval.ATTESTED
    assert second.attestation is not None
    names = [one.name for one in second.attestation.attestors]
    assert names == [preparer.officer.name, authoriser.officer.name]
    assert len(names) == NEEDED
    assert unapproved_lists(preparer) == ()
    authorise(authoriser, place, submit(preparer, place, LINE, 5))
    verify_journal(preparer)
    with pytest.raises(ListApprovedError):
        attest_list(authoriser, listed, seen=seen.letter_sha256)


def test_who_brings_the_same_letter_has_seen_it(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office
) -> None:
    attest_list(authoriser, listed, letter_file(tmp_path))
    assert attest_list(preparer, listed, letter_file(tmp_path)).edition.approval == "attested"


def test_nobody_attests_twice(tmp_path: Path, listed: str, deputy: Office) -> None:
    attest_list(deputy, listed, letter_file(tmp_path))
    with pytest.raises(AttestedTwiceError):
        attest_list(deputy, listed, letter_file(tmp_path))


def test_one_of_the_two_is_an_authoriser(
    tmp_path: Path, listed: str, preparer: Office, administrator: Office, place: Place
) -> None:
    add_officer(administrator, "Second", {Role.PREPARER, Role.ADMINISTRATOR}, PASSPHRASE, None)
    attest_list(preparer, listed, letter_file(tmp_path))
    with place.signed_in("Second") as second, pytest.raises(AuthoriserMissingError):
        attest_list(second, listed, letter_file(tmp_path))
    assert read_standing(preparer, listed).edition.approval is Approval.UNAPPROVED


def test_administrators_and_auditors_do_not_attest(
    tmp_path: Path, listed: str, administrator: Office, auditor: Office
) -> None:
    for office in (administrator, auditor):
        with pytest.raises(RoleMissingError):
            attest_list(office, listed, letter_file(tmp_path))


def test_the_letter_is_brought_once_and_looked_at(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office
) -> None:
    for act in (read_letter_of, attest_list):
        with pytest.raises(LetterMissingError):
            act(preparer, listed)
    attest_list(preparer, listed, letter_file(tmp_path))
    with pytest.raises(LetterDiffersError):
        attest_list(authoriser, listed, seen="0" * 64)
    other = tmp_path / "other.pdf"
    other.write_bytes(write_letter(tmp_path / "x.pdf").read_bytes() + b"\n")
    with pytest.raises(LetterStoredError):
        attest_list(authoriser, listed, replace(letter_file(tmp_path), path=other))
    assert not read_standing(preparer, listed).attestation.complete  # type: ignore[union-attr]


def test_a_version_that_came_meanwhile_is_not_attested_to(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office
) -> None:
    """With the same letter, another spreadsheet: neither officer has looked at that one."""
    attest_list(preparer, listed, letter_file(tmp_path), version=1)
    seen = read_standing(authoriser, listed)
    dearer = sheet_order(tmp_path, [(*ROW[:7], 999999, *ROW[8:])])
    import_spreadsheet(preparer, replace(dearer, letter=letter_file(tmp_path)))
    for office in (preparer, authoriser):
        with pytest.raises(ListRenewedError) as refused:
            attest_list(office, listed, seen=seen.letter_sha256, version=seen.edition.version)
        assert (refused.value.version, refused.value.newest) == (1, 2)
    standing = read_standing(preparer, listed)
    assert standing.edition.approval is Approval.UNAPPROVED
    assert standing.attestation is not None
    assert standing.attestation.attestors == ()
    assert attest_list(preparer, listed, seen=standing.letter_sha256, version=2).attestation


def test_what_is_no_letter_is_refused(
    tmp_path: Path, listed: str, preparer: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = letter_file(tmp_path)
    text = tmp_path / "letter.txt"
    text.write_bytes(b"Dear officer")
    with pytest.raises(LetterUnreadableError):
        attest_list(preparer, listed, replace(good, path=text))
    with pytest.raises(LetterAheadError):
        attest_list(preparer, listed, replace(good, day=date(2026, 6, 16)))
    with pytest.raises(EmptyTextError):
        attest_list(preparer, listed, replace(good, reference=" "))
    monkeypatch.setattr(letters, "MOST_BYTES", 10)
    with pytest.raises(FileTooLargeError):
        attest_list(preparer, listed, good)


def test_lists_that_are_not_there_or_need_no_attestation(tmp_path: Path, preparer: Office) -> None:
    for act in (read_standing, read_letter_of):
        with pytest.raises(ListUnknownError):
            act(preparer, "NOTHING")
    with pytest.raises(ListUnknownError):
        attest_list(preparer, "NOTHING", letter_file(tmp_path))
    with pytest.raises(ListApprovedError):
        attest_list(preparer, SERIAL, letter_file(tmp_path))


def test_the_next_version_needs_attestations_of_its_own(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office
) -> None:
    attest_list(preparer, listed, letter_file(tmp_path))
    attest_list(authoriser, listed, letter_file(tmp_path))
    import_spreadsheet(preparer, sheet_order(tmp_path, [ROW]))
    standing = read_standing(preparer, listed)
    assert (standing.edition.version, standing.attestation) == (2, None)
    assert standing.letter_sha256 == ""
    assert standing.edition.approval is Approval.UNAPPROVED


def test_every_commitment_names_the_letter_and_who_attested(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office, place: Place
) -> None:
    attest_list(preparer, listed, letter_file(tmp_path))
    assert read_line(preparer, LINE).attestation is not None
    attest_list(authoriser, listed, letter_file(tmp_path))
    drafted = draft(preparer, LINE, 5)
    assert read_evidence(preparer, drafted) == read_standing(preparer, listed).attestation.evidence  # type: ignore[union-attr]
    submitted = submit_commitment(preparer, drafted.id, place.key(preparer.officer.name))
    # What the document says stays, whatever comes later.
    import_spreadsheet(preparer, sheet_order(tmp_path, [ROW]))
    stored = read_evidence(preparer, submitted)
    assert stored is not None
    assert stored.by == (preparer.officer.name, authoriser.officer.name)
    said = page_text(document_bytes(preparer, submitted.id).pdf)
    for part in ("NSATU/123", "letter.pdf", *stored.by, stored.letter.sha256):
        assert part in said, part
    for released in (draft(preparer), submit(preparer, place)):
        assert read_evidence(preparer, released) is None


def page_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return " ".join(str(text).split())


def test_a_version_that_shrinks_a_line_says_what_that_does(
    tmp_path: Path, listed: str, preparer: Office, authoriser: Office, place: Place
) -> None:
    for office in (preparer, authoriser):
        attest_list(office, listed, letter_file(tmp_path))
    authorise(authoriser, place, submit(preparer, place, LINE, 5))
    order = sheet_order(tmp_path, [(*ROW[:6], 3, *ROW[7:9], "", *ROW[10:])])
    (foreseen,) = preview_spreadsheet(preparer, order).effects
    assert foreseen.over.quantity == 2
    assert import_spreadsheet(preparer, order).effects == (foreseen,)
    (kept,) = unsettled_effects(preparer)
    assert kept.effect.over.quantity == 2
    # What the newer version leaves unsaid is compared as such.
    (line,) = (one for one in compare_versions(preparer, listed, 1, 2).changes if one.line == LINE)
    assert FieldChange(Field.REQUIRED_BY, date(2027, 3, 31), None) in line.fields
