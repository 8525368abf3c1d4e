import io
import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from procure_desktop.documents.attachment import RECORD_NAME
from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.documents.signing import _KeySigner, open_key, sign_document
from procure_desktop.documents.verification import (
    MOST_BYTES,
    OfficeEvidence,
    read_record,
    verify_pdf,
)
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.verdict import Answer, Finding, Verdict
from tests.documents.sheets import RECORD, make_sheet
from tests.documents.signed import COUNTERSIGNED_AT, SIGNED_AT, Authority, Signed, sign_both

NOW = datetime(2026, 7, 1, tzinfo=UTC)
FIRST, SECOND = SignatureRole


@pytest.fixture(scope="session")
def trust(authority: Authority) -> tuple[str, ...]:
    return (authority.pem,)


def by_office(pdf: bytes, evidence: OfficeEvidence, now: datetime = NOW) -> Verdict:
    return verify_pdf(pdf, trust=(), evidence=evidence, now=now)


def by_trust(pdf: bytes, trust: tuple[str, ...], now: datetime = NOW) -> Verdict:
    return verify_pdf(pdf, trust=trust, evidence=None, now=now)


def assert_refused(pdf: bytes, signed: Signed, trust: tuple[str, ...], *reasons: Finding) -> None:
    """Not valid in the office and outside it, for at least the given reasons."""
    for verdict in (by_office(pdf, signed.evidence), by_trust(pdf, trust)):
        assert verdict.answer == Answer.NOT_VALID
        assert set(reasons) <= set(verdict.findings), verdict.findings


# What is genuine


def test_the_office_finds_its_document_valid(signed: Signed) -> None:
    verdict = by_office(signed.authorised, signed.evidence)
    assert verdict.answer == Answer.VALID
    assert verdict.findings == ()
    assert verdict.number == "NLD-2026-0001"
    assert verdict.record_sha256 == signed.frozen.record_sha256
    assert [facts.field for facts in verdict.signatures] == ["PreparedBy", "AuthorisedBy"]
    assert [facts.signed_at for facts in verdict.signatures] == [SIGNED_AT, COUNTERSIGNED_AT]
    assert all(facts.intact and facts.trusted for facts in verdict.signatures)
    assert verdict.signatures[0].signer == "CN=Test Preparer,O=Ministry for tests"
    assert verdict.signatures[1].fingerprint == signed.authoriser.certificate.fingerprint


def test_outside_the_office_nobody_compared_the_pages(
    signed: Signed, trust: tuple[str, ...]
) -> None:
    verdict = by_trust(signed.authorised, trust)
    assert verdict.answer == Answer.CANNOT_TELL
    assert verdict.findings == (Finding.PAGE_NOT_COMPARED,)
    assert all(facts.trusted for facts in verdict.signatures)


@pytest.mark.parametrize("anchors", [(), ("no certificate",), ("",)])
def test_unknown_signers_leave_it_open(signed: Signed, anchors: tuple[str, ...]) -> None:
    verdict = by_trust(signed.authorised, anchors)
    assert verdict.answer == Answer.CANNOT_TELL
    assert verdict.findings == (Finding.SIGNER_UNKNOWN, Finding.PAGE_NOT_COMPARED)
    assert not any(facts.trusted for facts in verdict.signatures)


def test_another_authority_of_the_same_name_is_not_trusted(signed: Signed) -> None:
    verdict = by_trust(signed.authorised, (Authority().pem,))
    assert Finding.SIGNER_UNKNOWN in verdict.findings


def test_a_signers_own_certificate_may_be_the_anchor(signed: Signed) -> None:
    anchors = (signed.preparer.certificate.pem, signed.authoriser.certificate.pem)
    assert by_trust(signed.authorised, anchors).findings == (Finding.PAGE_NOT_COMPARED,)
    assert Finding.SIGNER_UNKNOWN in by_trust(signed.authorised, anchors[:1]).findings


def test_every_length_of_document_verifies(signed: Signed) -> None:
    for count in (1, 60):
        frozen = render_commitment(make_sheet(count), RECORD)
        other = sign_both(frozen, signed.preparer, signed.authoriser)
        assert by_office(other.authorised, other.evidence).answer == Answer.VALID


def test_through_an_authority_in_between(
    signed: Signed, authority: Authority, trust: tuple[str, ...]
) -> None:
    between = Authority("Authority in between", authority)
    officer = between.signing_key("Test Officer", ec.generate_private_key(ec.SECP256R1()))
    assert len(officer.chain) == 2
    other = sign_both(signed.frozen, officer, signed.authoriser)
    assert by_trust(other.authorised, trust).findings == (Finding.PAGE_NOT_COMPARED,)
    assert by_trust(other.authorised, (between.pem, authority.pem)).signatures[0].trusted
    assert not by_trust(other.authorised, (Authority().pem,)).signatures[0].trusted
    assert by_office(other.authorised, other.evidence).answer == Answer.VALID


def test_certificates_that_issued_nothing_are_not_taken_along(
    signed: Signed, authority: Authority
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    idle = [Authority("Idle", authority).certificate, authority.issue("Other officer", key)]
    stuffed = serialize_key_and_certificates(
        b"x", key, authority.issue("Test Officer", key), idle, NoEncryption()
    )
    officer = open_key(stuffed, "", Path("key.p12"))
    assert officer.chain == ()
    foreign = tuple(one.public_bytes(Encoding.DER) for one in idle)
    other = sign_both(signed.frozen, replace(officer, chain=foreign), signed.authoriser)
    assert Finding.SIGNATURE_BROKEN in by_office(other.authorised, other.evidence).findings


# One signature of two


def test_while_in_review_the_second_signature_is_missing(signed: Signed) -> None:
    so_far = replace(signed.evidence, signers=signed.evidence.signers[:1])
    verdict = by_office(signed.prepared, so_far)
    assert verdict.answer == Answer.CANNOT_TELL
    assert verdict.findings == (Finding.SIGNATURE_MISSING,)


def test_cut_back_to_the_first_signature(signed: Signed, trust: tuple[str, ...]) -> None:
    cut = signed.authorised[: len(signed.prepared)]
    office = by_office(cut, signed.evidence)
    assert (office.answer, office.findings) == (Answer.NOT_VALID, (Finding.SIGNATURE_MISSING,))
    outside = by_trust(cut, trust)
    assert outside.answer == Answer.CANNOT_TELL
    assert Finding.SIGNATURE_MISSING in outside.findings


def test_a_second_signature_that_the_office_does_not_know(signed: Signed) -> None:
    so_far = replace(signed.evidence, signers=signed.evidence.signers[:1])
    verdict = by_office(signed.authorised, so_far)
    assert (verdict.answer, verdict.findings) == (Answer.NOT_VALID, (Finding.WRONG_SIGNER,))


def test_an_unsigned_document_is_not_valid(signed: Signed, trust: tuple[str, ...]) -> None:
    assert_refused(signed.frozen.unsigned, signed, trust, Finding.NO_SIGNATURE)


def test_signed_as_authoriser_alone(signed: Signed, trust: tuple[str, ...]) -> None:
    pdf = sign_document(signed.frozen.unsigned, SECOND, signed.authoriser, "Any", SIGNED_AT)
    assert_refused(pdf, signed, trust, Finding.WRONG_FIELDS)


# Who signed


def test_one_officer_twice(signed: Signed, trust: tuple[str, ...]) -> None:
    twice = sign_both(signed.frozen, signed.preparer, signed.preparer)
    assert_refused(twice.authorised, signed, trust, Finding.SAME_SIGNER_TWICE)
    verdict = by_office(twice.authorised, twice.evidence)
    assert verdict.findings == (Finding.SAME_SIGNER_TWICE,)


def test_one_key_under_two_certificates(signed: Signed, authority: Authority) -> None:
    again = authority.signing_key("Test Authoriser", signed.preparer.private)
    twice = sign_both(signed.frozen, signed.preparer, again)
    assert by_office(twice.authorised, twice.evidence).findings == (Finding.SAME_SIGNER_TWICE,)


def test_a_stranger_under_the_same_authority(signed: Signed, authority: Authority) -> None:
    stranger = authority.signing_key("Test Authoriser", ec.generate_private_key(ec.SECP256R1()))
    other = sign_both(signed.frozen, signed.preparer, stranger)
    verdict = by_office(other.authorised, signed.evidence)
    assert (verdict.answer, verdict.findings) == (Answer.NOT_VALID, (Finding.WRONG_SIGNER,))


def test_officers_in_each_others_place(signed: Signed) -> None:
    other = sign_both(signed.frozen, signed.authoriser, signed.preparer)
    verdict = by_office(other.authorised, signed.evidence)
    assert (verdict.answer, verdict.findings) == (Answer.NOT_VALID, (Finding.WRONG_SIGNER,))


# Certificates and time


def short_lived(signed: Signed, authority: Authority, days: int) -> Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    issued = authority.issue("Test Authoriser", key, days=days)
    authoriser = authority.signing_key("Test Authoriser", key, issued)
    return sign_both(signed.frozen, signed.preparer, authoriser)


def test_expired_since_signing(
    signed: Signed, authority: Authority, trust: tuple[str, ...]
) -> None:
    other = short_lived(signed, authority, 170)
    before = datetime(2026, 6, 15, tzinfo=UTC)
    assert by_trust(other.authorised, trust, before).findings == (Finding.PAGE_NOT_COMPARED,)
    verdict = by_trust(other.authorised, trust)
    assert verdict.answer == Answer.CANNOT_TELL
    assert Finding.CERTIFICATE_EXPIRED_SINCE in verdict.findings
    assert by_office(other.authorised, other.evidence).answer == Answer.VALID


def test_expired_when_it_signed(
    signed: Signed, authority: Authority, trust: tuple[str, ...]
) -> None:
    other = short_lived(signed, authority, 30)
    assert_refused(other.authorised, other, trust, Finding.CERTIFICATE_NOT_VALID)


def test_a_certificate_for_another_usage(
    signed: Signed, authority: Authority, trust: tuple[str, ...]
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    issued = authority.issue("Test Authoriser", key, signs=False)
    server = authority.signing_key("Test Authoriser", key, issued)
    other = sign_both(signed.frozen, signed.preparer, server)
    assert_refused(other.authorised, other, trust, Finding.CERTIFICATE_NOT_VALID)


def test_a_key_that_is_not_its_certificates(signed: Signed, trust: tuple[str, ...]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    other = sign_both(signed.frozen, signed.preparer, replace(signed.authoriser, private=key))
    assert_refused(other.authorised, other, trust, Finding.SIGNATURE_BROKEN)


# Changed bytes


def flip(pdf: bytes, place: int, bit: int = 0) -> bytes:
    changed = bytearray(pdf)
    changed[place] ^= 1 << bit
    return bytes(changed)


def stream_start(pdf: bytes, mark: bytes) -> int:
    """A place well inside the first stream after `mark`."""
    return pdf.index(b"stream", pdf.index(mark)) + 20


def test_a_changed_byte_in_a_page(signed: Signed, trust: tuple[str, ...]) -> None:
    with pikepdf.open(io.BytesIO(signed.authorised)) as pdf:
        content = pdf.pages[0].Contents.read_raw_bytes()
    place = signed.authorised.index(content[:40]) + 20
    assert_refused(flip(signed.authorised, place), signed, trust, Finding.SIGNATURE_BROKEN)
    office = by_office(flip(signed.authorised, place), signed.evidence)
    assert Finding.NOT_AS_FROZEN in office.findings


def test_a_changed_byte_in_the_attachment(signed: Signed, trust: tuple[str, ...]) -> None:
    place = stream_start(signed.authorised, b"/EmbeddedFile")
    changed = flip(signed.authorised, place)
    assert_refused(changed, signed, trust, Finding.SIGNATURE_BROKEN)
    assert Finding.RECORD_DIFFERS in by_office(changed, signed.evidence).findings


def test_a_changed_byte_anywhere_in_a_signature(signed: Signed) -> None:
    """No bit of a container can be changed unseen, signed or not, padding and letter case included."""
    for match in re.finditer(rb"/Contents <([0-9A-F]+)>", signed.authorised):
        start, end = match.span(1)
        used = len(match[1].rstrip(b"0"))
        places = [*range(start, start + used, 29), *range(start + used, end, 997)]
        for place in places:
            changed = flip(signed.authorised, place, place % 7)
            answer = by_office(changed, signed.evidence).answer
            assert answer == Answer.NOT_VALID, place - start


def test_letters_of_another_case_in_a_signature(signed: Signed, trust: tuple[str, ...]) -> None:
    match = re.search(rb"/Contents <([0-9A-F]+)>", signed.authorised)
    assert match
    changed = signed.authorised.replace(match[1], match[1].lower())
    assert_refused(changed, signed, trust, Finding.SIGNATURE_BROKEN)


@pytest.mark.parametrize("tail", [b"x", b"\n\n", b"\n%%EOF\n", b" ", b"\0" * 2000])
def test_trailing_bytes(signed: Signed, trust: tuple[str, ...], tail: bytes) -> None:
    assert_refused(signed.authorised + tail, signed, trust)


def test_trailing_bytes_are_named(signed: Signed, trust: tuple[str, ...]) -> None:
    assert_refused(signed.authorised + b"x", signed, trust, Finding.TRAILING_BYTES)


def test_bytes_before_the_document(signed: Signed, trust: tuple[str, ...]) -> None:
    assert_refused(b"%PDF-1.7\n" + signed.authorised, signed, trust)


# Incremental updates


def turn(writer: IncrementalPdfFileWriter) -> None:
    """Turn the first page upside down."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = generic.NumberObject(180)  # type: ignore[no-untyped-call]
    writer.update_container(page)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)  # type: ignore[no-untyped-call]
    return file.getvalue()


def overlay(pdf: bytes) -> bytes:
    """Change the first page in an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    turn(writer)
    return written(writer)


def test_an_appended_overlay(signed: Signed, trust: tuple[str, ...]) -> None:
    pdf = overlay(signed.authorised)
    assert pdf.startswith(signed.authorised)
    assert_refused(pdf, signed, trust, Finding.CHANGED_AFTER_SIGNING, Finding.NOT_COVERED)


def test_an_overlay_between_the_signatures(signed: Signed, trust: tuple[str, ...]) -> None:
    pdf = sign_document(overlay(signed.prepared), SECOND, signed.authoriser, "Any", SIGNED_AT)
    assert_refused(pdf, signed, trust, Finding.CHANGED_AFTER_SIGNING)


def test_an_overlay_before_the_signatures(signed: Signed) -> None:
    changed = replace(signed.frozen, unsigned=overlay(signed.frozen.unsigned))
    other = sign_both(changed, signed.preparer, signed.authoriser)
    verdict = by_office(other.authorised, signed.evidence)
    assert verdict.answer == Answer.NOT_VALID
    assert Finding.CHANGED_AFTER_SIGNING in verdict.findings


def test_a_signature_whose_own_update_changes_the_page(
    signed: Signed, trust: tuple[str, ...]
) -> None:
    """The countersigner is the attacker: one update both signs and changes what is shown."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.prepared))
    turn(writer)
    pdf = sign_anyhow(writer, signed, SECOND.value)
    assert_refused(pdf, signed, trust, Finding.CHANGED_AFTER_SIGNING)


def sign_anyhow(writer: IncrementalPdfFileWriter, signed: Signed, name: str) -> bytes:
    """Sign as the authoriser with a signer that allows what sign_document does not."""
    metadata = PdfSignatureMetadata(
        field_name=name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason="Authorised by",
    )
    spec = None if name == SECOND.value else SigFieldSpec(name, box=(0, 0, 50, 50))
    signer = PdfSigner(metadata, _KeySigner(signed.authoriser), new_field_spec=spec)
    return bytes(signer.sign_pdf(writer).getvalue())


def test_a_third_signature(signed: Signed, trust: tuple[str, ...]) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.authorised))
    pdf = sign_anyhow(writer, signed, "Third")
    assert pdf.startswith(signed.authorised)
    assert_refused(pdf, signed, trust, Finding.WRONG_FIELDS)


def test_a_third_signature_into_a_signed_field(signed: Signed, trust: tuple[str, ...]) -> None:
    """The second field is emptied and signed again by another."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.authorised))
    field = writer.root["/AcroForm"]["/Fields"][1].get_object()
    del field["/V"]
    writer.update_container(field)
    pdf = sign_document(written(writer), SECOND, signed.authoriser, "Any", COUNTERSIGNED_AT)
    assert_refused(pdf, signed, trust, Finding.CHANGED_AFTER_SIGNING)


def test_a_countersignature_that_redraws_the_first_stamp(
    signed: Signed, trust: tuple[str, ...]
) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.prepared))
    stamp = writer.root["/AcroForm"]["/Fields"][0].get_object()["/AP"]["/N"]
    stamp._data, stamp._encoded_data = b"", None
    writer.update_container(stamp)
    assert_refused(
        sign_anyhow(writer, signed, SECOND.value), signed, trust, Finding.CHANGED_AFTER_SIGNING
    )


def test_an_attachment_swapped_by_an_update(signed: Signed, trust: tuple[str, ...]) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.authorised))
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = names[1].get_object()["/EF"]["/F"]
    stream._data, stream._encoded_data = b'{"number":"NLD-2026-0001","usd":1}', None
    writer.update_container(stream)
    pdf = written(writer)
    assert read_record(pdf) == b'{"number":"NLD-2026-0001","usd":1}'
    assert_refused(pdf, signed, trust, Finding.CHANGED_AFTER_SIGNING)
    assert Finding.RECORD_DIFFERS in by_office(pdf, signed.evidence).findings


def test_an_attachment_swapped_before_signing(signed: Signed, trust: tuple[str, ...]) -> None:
    """Both officers signed pages that say one thing with a record that says another."""
    other = render_commitment(make_sheet(3), b'{"number":"NLD-2026-0001","usd":1}')
    forged = sign_both(other, signed.preparer, signed.authoriser)
    office = by_office(forged.authorised, signed.evidence)
    assert office.answer == Answer.NOT_VALID
    assert {Finding.NOT_AS_FROZEN, Finding.RECORD_DIFFERS} <= set(office.findings)
    assert by_trust(forged.authorised, trust).answer == Answer.CANNOT_TELL


def test_an_attachment_swapped_by_rewriting(signed: Signed, trust: tuple[str, ...]) -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed.authorised)) as pdf:
        swapped = pikepdf.AttachedFileSpec(pdf, b"{}", filename=RECORD_NAME)
        pdf.attachments[RECORD_NAME] = swapped
        pdf.save(file)
    assert_refused(file.getvalue(), signed, trust, Finding.SIGNATURE_BROKEN)


def moved(pdf: bytes, by: int) -> bytes:
    """A one-revision PDF as it reads when `by` bytes stand before it."""
    body, start, table = pdf.rpartition(b"\nxref\n")
    table = re.sub(rb"(\d{10})( \d{5} n)", lambda m: b"%010d%s" % (int(m[1]) + by, m[2]), table)
    table = re.sub(rb"(?<=startxref\n)\d+", lambda m: b"%d" % (int(m[0]) + by), table)
    return body + start + table


def test_frozen_bytes_as_a_dead_beginning(signed: Signed) -> None:
    """The file begins with the frozen bytes, and readers never come to them."""
    other = render_commitment(make_sheet(1), RECORD).unsigned
    forged = signed.frozen.unsigned + moved(other, len(signed.frozen.unsigned))
    both = sign_both(replace(signed.frozen, unsigned=forged), signed.preparer, signed.authoriser)
    assert by_office(both.authorised, both.evidence).answer == Answer.VALID
    verdict = by_office(both.authorised, signed.evidence)
    assert (verdict.answer, verdict.findings) == (Answer.NOT_VALID, (Finding.NOT_AS_FROZEN,))


def test_a_document_of_another_number(signed: Signed) -> None:
    other = sign_both(render_commitment(make_sheet(2), RECORD), signed.preparer, signed.authoriser)
    verdict = by_office(other.authorised, signed.evidence)
    assert (verdict.answer, verdict.findings) == (Answer.NOT_VALID, (Finding.NOT_AS_FROZEN,))


# Hostile files


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.7",
        b"hello",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        bytes(9999),
    ],
)
def test_what_is_no_pdf(signed: Signed, trust: tuple[str, ...], pdf: bytes) -> None:
    assert_refused(pdf, signed, trust, Finding.UNREADABLE)
    assert read_record(pdf) is None


def test_a_file_far_too_large(signed: Signed, trust: tuple[str, ...]) -> None:
    pdf = signed.authorised + bytes(MOST_BYTES)
    assert_refused(pdf, signed, trust, Finding.UNREADABLE)


def test_a_pdf_of_another_kind(signed: Signed, trust: tuple[str, ...]) -> None:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    assert_refused(file.getvalue(), signed, trust, Finding.WRONG_FIELDS)


def test_a_record_that_inflates_without_end(signed: Signed) -> None:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        bomb = pikepdf.AttachedFileSpec(pdf, bytes(64 * 1024 * 1024), filename=RECORD_NAME)
        pdf.attachments[RECORD_NAME] = bomb
        pdf.save(file)
    assert len(file.getvalue()) < 200_000
    assert read_record(file.getvalue()) is None


@pytest.mark.parametrize(
    "record", [b"[]", b"no json", b'{"number":1}', b'{"number":"<b>"}', b"[" * 100_000, b"\xff"]
)
def test_a_strange_record_has_no_number(signed: Signed, record: bytes) -> None:
    frozen = render_commitment(make_sheet(1), record)
    other = sign_both(frozen, signed.preparer, signed.authoriser)
    verdict = by_office(other.authorised, other.evidence)
    assert (verdict.answer, verdict.number) == (Answer.VALID, "")


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_random_damage_never_raises_and_never_passes(
    signed: Signed, trust: tuple[str, ...]
) -> None:
    source = random.Random(20260612)
    for _ in range(120):
        pdf = bytearray(signed.authorised)
        if source.random() < 0.4:
            del pdf[source.randrange(len(pdf)) :]
        else:
            for _ in range(source.choice((1, 1, 3, 50))):
                pdf[source.randrange(len(pdf))] ^= 1 << source.randrange(8)
        if bytes(pdf) in {signed.authorised, signed.prepared}:
            continue
        assert by_office(bytes(pdf), signed.evidence).answer == Answer.NOT_VALID
        assert by_trust(bytes(pdf), trust).answer == Answer.NOT_VALID
