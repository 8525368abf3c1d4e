from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.errors import (
    CertificateNotEnrolledError,
    LineOverHeldError,
    LineWithdrawnError,
    ListExpiredError,
    MissingReleaseError,
    OwnPreparationError,
    Refusal,
    RoleMissingError,
    SignatureFailedError,
    ValidityPassedError,
    WrongKeyPassphraseError,
    WrongStateError,
)
from procure_desktop.domain.request_list import (
    Availability,
    Colour,
    Quantities,
    RequestList,
    Source,
)
from procure_desktop.domain.verdict import Answer
from procure_desktop.exchange.demo_authority import make_authority
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.enrol_officer import enrol_certificate
from procure_desktop.services.export_document import export_document
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_commitment, read_history
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.verify_document import verify_document
from tests.office_factory import (
    AUTHORISER,
    GREEN,
    KEY_PASSPHRASE,
    PREPARER,
    VALIDITY,
    Clock,
    Place,
    authorise,
    draft,
    issue_key,
    make_list,
    submit,
)
from tests.services.conftest import Unchanged


def test_the_second_officer_signs_the_same_bytes(
    place: Place, preparer: Office, authoriser: Office, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    first = document_bytes(preparer, made.id)
    done = authorise(authoriser, place, made)
    assert (done.state, done.authorised_by) == (DocumentState.AUTHORISED, authoriser.officer.id)
    assert read_commitment(preparer, made.id) == done
    second = document_bytes(preparer, made.id)
    assert second.pdf.startswith(first.pdf)
    assert (first.signed, second.signed, first.sha256) == (False, True, second.sha256)
    assert read_history(preparer, made)[-1].change.action == "commitment authorised"
    pdf = export_document(authoriser, made.id, tmp_path / "F.pdf")
    verdict = verify_document(pdf, office=preparer)
    assert (verdict.answer, verdict.findings, verdict.number) == (Answer.VALID, (), made.number)
    assert [one.field for one in verdict.signatures] == ["PreparedBy", "AuthorisedBy"]


def test_authorising_holds_no_more_than_submitting(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    authorise(authoriser, place, submit(preparer, place, quantity=3))
    assert read_line(preparer, GREEN).outstanding.quantity == 97


def test_nobody_authorises_what_they_prepared(
    place: Place, deputy: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = submit(deputy, place)
    with unchanged(deputy), pytest.raises(OwnPreparationError):
        authorise(deputy, place, made)
    authorise(authoriser, place, made)


def test_a_deputy_authorises_what_another_prepared(
    place: Place, preparer: Office, deputy: Office
) -> None:
    assert authorise(deputy, place, submit(preparer, place)).authorised_by == deputy.officer.id


def test_a_preparer_is_no_authoriser(
    place: Place, preparer: Office, deputy: Office, unchanged: Unchanged
) -> None:
    made = submit(deputy, place)
    with unchanged(preparer), pytest.raises(RoleMissingError):
        authorise(preparer, place, made)


def test_only_what_is_in_review_is_authorised(
    place: Place, preparer: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = draft(preparer)
    with unchanged(authoriser), pytest.raises(WrongStateError):
        authorise(authoriser, place, made)
    returned = return_commitment(authoriser, submit(preparer, place).id, "Test reason")
    with unchanged(authoriser), pytest.raises(WrongStateError):
        authorise(authoriser, place, returned)
    gone = withdraw_commitment(preparer, submit(preparer, place).id, "Test reason")
    with unchanged(authoriser), pytest.raises(WrongStateError):
        authorise(authoriser, place, gone)
    done = authorise(authoriser, place, submit(preparer, place))
    with unchanged(authoriser), pytest.raises(WrongStateError):
        authorise(authoriser, place, done)


def test_a_wrong_key_leaves_what_was_there(
    place: Place, preparer: Office, authoriser: Office, unchanged: Unchanged
) -> None:
    made = submit(preparer, place)
    with unchanged(authoriser), pytest.raises(CertificateNotEnrolledError):
        authorise_commitment(authoriser, made.id, place.key(PREPARER))
    with unchanged(authoriser), pytest.raises(WrongKeyPassphraseError):
        authorise_commitment(authoriser, made.id, KeyFile(place.key(AUTHORISER).path, "wrong"))
    authorise(authoriser, place, made)


def test_two_certificates_for_one_key_are_one_signer(
    place: Place, preparer: Office, authoriser: Office, administrator: Office, unchanged: Unchanged
) -> None:
    """The preparer's key in the authoriser's hands, with another certificate made for it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        pkcs12,
    )

    key, certificate, _ = pkcs12.load_key_and_certificates(
        place.key(PREPARER).path.read_bytes(), KEY_PASSPHRASE.encode()
    )
    assert certificate is not None
    authority = make_authority("Authority", VALIDITY)
    again = (
        x509.CertificateBuilder()
        .subject_name(certificate.subject)
        .issuer_name(certificate.issuer)
        .public_key(certificate.public_key())
        .serial_number(7)
        .not_valid_before(VALIDITY.since)
        .not_valid_after(VALIDITY.until)
        .sign(authority.key, SHA256())
    )
    path = place.folder / "again.p12"
    encryption = BestAvailableEncryption(KEY_PASSPHRASE.encode())
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", key, again, None, encryption)  # type: ignore[arg-type]
    )
    pem = place.folder / "again.pem"
    pem.write_bytes(again.public_bytes(Encoding.PEM))
    enrol_certificate(administrator, AUTHORISER, CertificateFile(pem))
    made = submit(preparer, place)
    with unchanged(authoriser), pytest.raises(SignatureFailedError):
        authorise_commitment(authoriser, made.id, KeyFile(path, KEY_PASSPHRASE))


def test_a_tampered_document_is_not_countersigned(
    place: Place, preparer: Office, authoriser: Office, raw: dbapi2.Connection, unchanged: Unchanged
) -> None:
    made, other = submit(preparer, place, quantity=1), submit(preparer, place, quantity=2)
    raw.execute("DROP TRIGGER document_frozen")
    raw.execute(
        "UPDATE document SET pdf = (SELECT pdf FROM document WHERE commitment_id = ?)"
        " WHERE commitment_id = ?",
        (other.id, made.id),
    )
    with unchanged(authoriser), pytest.raises(SignatureFailedError) as refused:
        authorise(authoriser, place, made)
    assert "not as frozen" in refused.value.reason


def test_a_new_certificate_of_the_preparer_changes_nothing_signed(
    place: Place, preparer: Office, authoriser: Office, administrator: Office, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    issue_key(place, make_authority("Authority", VALIDITY), PREPARER)
    enrol_certificate(administrator, PREPARER, CertificateFile(place.certificate(PREPARER)))
    authorise(authoriser, place, made)
    pdf = export_document(authoriser, made.id, tmp_path / "F.pdf")
    assert verify_document(pdf, office=preparer).answer == Answer.VALID


def later_list(*, colour: Colour = Colour.GREEN, outstanding: int = 100) -> RequestList:
    """The next version, in which the first line may be held back or may have shrunk."""
    first, *others = make_list().lines
    availability = Availability(colour, 50, Source.STOCK, 1)
    quantities = Quantities(outstanding, outstanding, 0, 0, 0, outstanding)
    changed = replace(first, availability=availability, quantities=quantities)
    return replace(make_list(2), lines=(changed, *others))


@pytest.mark.parametrize(
    ("issued", "refusal"),
    [
        (replace(make_list(2), lines=make_list().lines[1:]), LineWithdrawnError),
        (later_list(colour=Colour.RED), MissingReleaseError),
        (later_list(outstanding=2), LineOverHeldError),
    ],
)
def test_what_a_newer_list_no_longer_allows_is_not_authorised(
    place: Place,
    preparer: Office,
    authoriser: Office,
    unchanged: Unchanged,
    issued: RequestList,
    refusal: type[Refusal],
) -> None:
    made = submit(preparer, place)
    import_release(preparer, place.publish(issued))
    with unchanged(authoriser), pytest.raises(refusal):
        authorise(authoriser, place, made)


@pytest.mark.parametrize(
    ("later", "refusal"),
    [
        (datetime(2027, 1, 1, tzinfo=UTC), ValidityPassedError),
        (datetime(2026, 12, 31, tzinfo=UTC), None),
    ],
)
def test_what_is_no_longer_valid_is_not_authorised(
    place: Place,
    preparer: Office,
    authoriser: Office,
    clock: Clock,
    unchanged: Unchanged,
    later: datetime,
    refusal: type[Refusal] | None,
) -> None:
    made = submit(preparer, place)
    clock.moment = later
    if refusal is None:
        assert authorise(authoriser, place, made).state == DocumentState.AUTHORISED
        return
    with unchanged(authoriser), pytest.raises(refusal):
        authorise(authoriser, place, made)


def test_on_an_expired_list_nothing_is_authorised(
    place: Place, preparer: Office, authoriser: Office, clock: Clock, unchanged: Unchanged
) -> None:
    import_release(preparer, place.publish(make_list(2), expires=date(2026, 7, 1)))
    made = submit(preparer, place)
    clock.moment = datetime(2026, 7, 2, tzinfo=UTC)
    with unchanged(authoriser), pytest.raises(ListExpiredError):
        authorise(authoriser, place, made)
