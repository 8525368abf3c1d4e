from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from procure_desktop.domain.commitment import Commitment, CommitmentId, DocumentState, Order
from procure_desktop.domain.errors import (
    CertificateExpiredError,
    CertificateNotEnrolledError,
    CertificateNotYetValidError,
    CertificateUsageError,
    FileUnreadableError,
    GlyphMissingError,
    KeyFileUnreadableError,
    KeyMismatchError,
    LineWithdrawnError,
    NoCertificateError,
    NotPreparerError,
    OverCommitmentError,
    PriceChangedError,
    ProcureError,
    RoleMissingError,
    ValidityPassedError,
    WrongKeyPassphraseError,
    WrongStateError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.verdict import Answer, Finding
from procure_desktop.exchange.demo_authority import make_authority
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.export_document import export_document
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_commitment, read_history
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.services.verify_document import verify_document
from tests.office_factory import (
    GREEN,
    KEY_PASSPHRASE,
    NOW,
    PREPARER,
    ROUTINE,
    SCARCE,
    VALIDITY,
    Clock,
    Place,
    draft,
    issue_key,
    make_list,
    make_terms,
    submit,
)
from tests.services.conftest import Unchanged


def test_submitting_numbers_holds_and_signs(place: Place, preparer: Office, tmp_path: Path) -> None:
    made = submit(preparer, place, quantity=3)
    assert (made.number, made.version, made.state) == (
        "NLD-2026-0001", 1, DocumentState.SUBMITTED,
    )  # fmt: skip
    assert read_commitment(preparer, made.id) == made
    outstanding = read_line(preparer, GREEN).outstanding
    assert (outstanding.quantity, outstanding.usd) == (97, Money(97_000_000, "USD"))
    pdf = export_document(preparer, made.id, tmp_path / "F.pdf")
    verdict = verify_document(pdf, office=preparer)
    assert (verdict.answer, verdict.findings) == (
        Answer.CANNOT_TELL, (Finding.SIGNATURE_MISSING,),
    )  # fmt: skip
    assert [one.signed_at for one in verdict.signatures] == [NOW]


def test_the_journal_keeps_what_was_frozen(place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    after = read_history(preparer, made)[-1].change.after
    assert after["document_sha256"] == document_bytes(preparer, made.id).sha256
    assert after["certificate"] == preparer.officer.fingerprint


def test_an_amount_holds_units_and_value(place: Place, preparer: Office) -> None:
    order = Order(GREEN, amount=Money(2_500_000, "USD"))
    made = draft_commitment(preparer, (order,), make_terms())
    submit_commitment(preparer, made.id, place.key(PREPARER))
    outstanding = read_line(preparer, GREEN).outstanding
    assert (outstanding.quantity, outstanding.usd) == (98, Money(97_500_000, "USD"))


def test_less_than_a_unit_holds_its_value(place: Place, preparer: Office) -> None:
    order = Order(ROUTINE, amount=Money(1, "USD"))
    made = draft_commitment(preparer, (order,), make_terms("EUR"))
    submit_commitment(preparer, made.id, place.key(PREPARER))
    outstanding = read_line(preparer, ROUTINE).outstanding
    assert (outstanding.quantity, outstanding.usd.minor) == (40, 40 * 4_250_000 - 1)


def test_numbers_follow_one_another_and_begin_anew_each_year(
    place: Place, preparer: Office, deputy: Office, clock: Clock
) -> None:
    assert submit(preparer, place).number == "NLD-2026-0001"
    assert submit(deputy, place).number == "NLD-2026-0002"
    clock.moment = datetime(2027, 1, 1, tzinfo=UTC)
    terms = replace(make_terms(), validity=None)
    made = draft_commitment(preparer, (Order(GREEN, quantity=1),), terms)
    assert submit_commitment(preparer, made.id, place.key(PREPARER)).number == "NLD-2027-0001"


def test_a_refused_submission_uses_no_number(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    first, second = draft(preparer, SCARCE, 20), draft(preparer, SCARCE, 20)
    submit_commitment(preparer, first.id, place.key(PREPARER))
    with unchanged(preparer), pytest.raises(OverCommitmentError) as refused:
        submit_commitment(preparer, second.id, place.key(PREPARER))
    assert refused.value.outstanding_quantity == 10
    assert submit(preparer, place).number == "NLD-2026-0002"


def test_a_resubmission_keeps_the_number_and_raises_the_version(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place, quantity=3)
    returned = return_commitment(authoriser, made.id, "Test reason")
    assert returned.reason == "Test reason"
    revise_draft(preparer, made.id, (Order(GREEN, quantity=7),), make_terms())
    again = submit_commitment(preparer, made.id, place.key(PREPARER))
    assert (again.number, again.version, again.reason) == (made.number, 2, "")
    assert read_line(preparer, GREEN).outstanding.quantity == 93
    assert document_bytes(preparer, made.id).version == 2
    assert document_bytes(preparer, made.id, 1).pdf != document_bytes(preparer, made.id, 2).pdf


def test_states_in_which_nothing_is_submitted(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = submit(preparer, place)
    with unchanged(preparer), pytest.raises(WrongStateError):
        submit_commitment(preparer, made.id, place.key(PREPARER))
    withdraw_commitment(preparer, made.id, "Test reason")
    with unchanged(preparer), pytest.raises(WrongStateError):
        submit_commitment(preparer, made.id, place.key(PREPARER))


def test_only_the_preparer_of_a_draft_submits_it(
    place: Place, preparer: Office, deputy: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    with unchanged(deputy), pytest.raises(NotPreparerError):
        submit_commitment(deputy, made.id, place.key("Deputy"))
    with unchanged(authoriser), pytest.raises(RoleMissingError):
        submit_commitment(authoriser, made.id, place.key("Authoriser"))


def reprice(place: Place, office: Office, cents: int, marking: Marking | None = None) -> None:
    first = make_list(2).lines[0]
    changed = replace(first, unit_price=Money(cents, "USD"), marking=marking or first.marking)
    lines = (changed, *make_list().lines[1:])
    import_release(office, place.publish(replace(make_list(2), lines=lines)))


def test_a_price_that_changed_since_the_draft_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    reprice(place, preparer, 1_000_001)
    with unchanged(preparer), pytest.raises(PriceChangedError) as refused:
        submit_commitment(preparer, made.id, place.key(PREPARER))
    assert refused.value.line == GREEN
    revise_draft(preparer, made.id, (Order(GREEN, quantity=3),), make_terms())
    submit_commitment(preparer, made.id, place.key(PREPARER))


def test_the_marking_is_the_list_s_of_today(place: Place, preparer: Office) -> None:
    order = (Order(GREEN, quantity=1),)
    made = draft_commitment(preparer, order, make_terms())
    assert made.marking == Marking.NATO_UNCLASSIFIED
    reprice(place, preparer, 1_000_000, Marking.UNMARKED)
    submitted = submit_commitment(preparer, made.id, place.key(PREPARER))
    assert submitted.marking == Marking.UNMARKED
    assert read_commitment(preparer, made.id) == submitted


def test_a_line_withdrawn_since_the_draft_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    with unchanged(preparer), pytest.raises(LineWithdrawnError):
        submit_commitment(preparer, made.id, place.key(PREPARER))


def test_validity_that_passed_since_the_draft_is_refused(
    place: Place, preparer: Office, clock: Clock, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    clock.moment = datetime(2027, 1, 1, tzinfo=UTC)
    with unchanged(preparer), pytest.raises(ValidityPassedError):
        submit_commitment(preparer, made.id, place.key(PREPARER))


def test_a_character_that_cannot_be_printed_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    terms = replace(make_terms(), conditions="Smile \U0001f600")
    made = draft_commitment(preparer, (Order(GREEN, quantity=1),), terms)
    with unchanged(preparer), pytest.raises(GlyphMissingError):
        submit_commitment(preparer, made.id, place.key(PREPARER))


def refuse(
    office: Office, made: Commitment, key: KeyFile, error: type[ProcureError], unchanged: Unchanged
) -> None:
    with unchanged(office), pytest.raises(error):
        submit_commitment(office, made.id, key)


def test_another_certificate_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    refuse(preparer, made, place.key("Deputy"), CertificateNotEnrolledError, unchanged)
    # One of the same name from an authority of its own is another one all the same.
    forged = issue_key(place, make_authority("Authority", VALIDITY), "Preparer")
    refuse(preparer, made, forged, CertificateNotEnrolledError, unchanged)


def test_no_certificate_at_all_is_refused(
    place: Place, auditor: Office, unchanged: Unchanged
) -> None:
    with unchanged(auditor), pytest.raises(NoCertificateError):
        submit_commitment(auditor, CommitmentId(1), place.key(PREPARER))


@pytest.mark.parametrize(
    ("year", "error"), [(2025, CertificateNotYetValidError), (2037, CertificateExpiredError)]
)
def test_a_certificate_outside_its_validity_is_refused(
    place: Place,
    preparer: Office,
    clock: Clock,
    unchanged: Unchanged,
    year: int,
    error: type[ProcureError],
) -> None:
    made = draft(preparer)
    clock.moment = NOW.replace(year=year)
    refuse(preparer, made, place.key(PREPARER), error, unchanged)


def enrol_by_hand(place: Place, office: Office, name: str) -> None:
    """Enrol what the program would not enrol, past all of its checks."""
    certificate = x509.load_pem_x509_certificate(place.certificate(name).read_bytes())
    from cryptography.hazmat.primitives.hashes import SHA256

    with office.database.transaction() as tx:
        tx.exec_driver_sql(
            "UPDATE officer SET fingerprint = ? WHERE id = ?",
            (certificate.fingerprint(SHA256()).hex(), office.officer.id),
        )


def test_a_certificate_for_other_uses_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    key = issue_key(place, make_authority("Authority", VALIDITY), "New", may_sign=False)
    enrol_by_hand(place, preparer, "New")
    refuse(preparer, made, key, CertificateUsageError, unchanged)


def test_a_key_that_does_not_belong_to_its_certificate_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    path = place.folder / "mismatch.p12"
    path.write_bytes(with_another_key(place))
    refuse(preparer, made, KeyFile(path, ""), KeyMismatchError, unchanged)


def with_another_key(place: Place) -> bytes:
    """The preparer's key file with another private key put in the place of its own."""
    key, certificate, _ = pkcs12.load_key_and_certificates(
        place.key(PREPARER).path.read_bytes(), KEY_PASSPHRASE.encode()
    )
    other = ec.generate_private_key(ec.SECP256R1())
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    plain = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    form = (Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    file = asn1_pkcs12.Pfx.load(plain.replace(key.private_bytes(*form), other.private_bytes(*form)))
    file["mac_data"] = None
    return bytes(file.dump(force=True))


def test_a_key_file_that_does_not_open_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    path = place.key(PREPARER).path
    for wrong in ("", "wrong", KEY_PASSPHRASE + " "):
        refuse(preparer, made, KeyFile(path, wrong), WrongKeyPassphraseError, unchanged)
    refuse(preparer, made, KeyFile(place.authority, ""), KeyFileUnreadableError, unchanged)
    missing = KeyFile(place.folder / "missing.p12", "")
    refuse(preparer, made, missing, FileUnreadableError, unchanged)


def test_a_key_file_without_a_passphrase_works(place: Place, preparer: Office) -> None:
    key, certificate, _ = pkcs12.load_key_and_certificates(
        place.key(PREPARER).path.read_bytes(), KEY_PASSPHRASE.encode()
    )
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    path = place.folder / "plain.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    )
    made = draft(preparer)
    submit_commitment(preparer, made.id, KeyFile(path, ""))


def test_a_key_file_s_passphrase_is_not_said_by_accident() -> None:
    assert "secret" not in repr(KeyFile(Path("K.p12"), "secret"))
