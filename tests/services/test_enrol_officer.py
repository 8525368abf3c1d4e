from datetime import UTC, datetime

import pytest

from procure_desktop.domain.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    CertificateTakenError,
    CertificateUnreadableError,
    CertificateUsageError,
    EmptyTextError,
    FileUnreadableError,
    IncompatibleRolesError,
    MixedScriptsError,
    NoRolesError,
    OfficerExistsError,
    OfficerUnknownError,
    Refusal,
    RoleMissingError,
    WeakPassphraseError,
)
from procure_desktop.domain.officer import Role
from procure_desktop.exchange.demo_authority import Validity, make_authority
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.enrol_officer import add_officer, enrol_certificate
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import open_office
from procure_desktop.services.read_commitment import read_officer
from tests.office_factory import (
    AUDITOR,
    AUTHORISER,
    NOW,
    PASSPHRASE,
    PREPARER,
    VALIDITY,
    Clock,
    Place,
    issue_key,
)
from tests.services.conftest import Unchanged

NEW = "a new officer's passphrase"


def test_a_new_officer_signs_in(place: Place, administrator: Office) -> None:
    issue_key(place, make_authority("Authority", VALIDITY), "New")
    roles = frozenset({Role.PREPARER, Role.AUDITOR})
    made = add_officer(
        administrator, "  New ", roles, NEW, CertificateFile(place.certificate("New"))
    )
    assert (made.name, made.roles) == ("New", roles)
    assert len(made.fingerprint) == 64
    office = open_office(place.office, "New", NEW)
    assert office.officer == made == read_officer(administrator, made.id)
    office.close()


def test_the_others_passphrases_stay(place: Place, administrator: Office) -> None:
    add_officer(administrator, "New", {Role.AUDITOR}, NEW)
    open_office(place.office, AUDITOR, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("name", "roles", "passphrase", "error"),
    [
        ("New", set(), NEW, NoRolesError),
        ("New", {Role.ADMINISTRATOR, Role.AUTHORISER}, NEW, IncompatibleRolesError),
        (" ", {Role.AUDITOR}, NEW, EmptyTextError),
        (PREPARER, {Role.AUDITOR}, NEW, OfficerExistsError),
        ("New", {Role.AUDITOR}, "short", WeakPassphraseError),
    ],
)
def test_what_is_refused_changes_nothing(
    administrator: Office,
    unchanged: Unchanged,
    name: str,
    roles: set[Role],
    passphrase: str,
    error: type[Refusal],
) -> None:
    with unchanged(administrator), pytest.raises(error):
        add_officer(administrator, name, roles, passphrase)


def test_only_the_administrator_enrols(
    place: Place, preparer: Office, authoriser: Office, auditor: Office, unchanged: Unchanged
) -> None:
    for office in (preparer, authoriser, auditor):
        with unchanged(office), pytest.raises(RoleMissingError):
            add_officer(office, "New", {Role.AUDITOR}, NEW)
        with unchanged(office), pytest.raises(RoleMissingError):
            enrol_certificate(office, AUDITOR, CertificateFile(place.certificate(PREPARER)))


def test_a_new_certificate_takes_the_place_of_the_old(place: Place, administrator: Office) -> None:
    old = place.certificate(PREPARER).read_bytes()
    issue_key(place, make_authority("Authority", VALIDITY), PREPARER)
    enrolled = enrol_certificate(
        administrator, PREPARER, CertificateFile(place.certificate(PREPARER))
    )
    assert read_officer(administrator, enrolled.id) == enrolled
    place.certificate(PREPARER).write_bytes(old)
    again = enrol_certificate(administrator, PREPARER, CertificateFile(place.certificate(PREPARER)))
    assert again.fingerprint != enrolled.fingerprint


def test_the_same_certificate_again_is_no_clash(place: Place, administrator: Office) -> None:
    enrol_certificate(administrator, PREPARER, CertificateFile(place.certificate(PREPARER)))


def test_one_certificate_is_not_for_two(
    place: Place, administrator: Office, unchanged: Unchanged
) -> None:
    with unchanged(administrator), pytest.raises(CertificateTakenError) as refused:
        enrol_certificate(administrator, AUTHORISER, CertificateFile(place.certificate(PREPARER)))
    assert refused.value.officer == PREPARER
    with unchanged(administrator), pytest.raises(CertificateTakenError):
        add_officer(
            administrator, "New", {Role.PREPARER}, NEW, CertificateFile(place.certificate(PREPARER))
        )


def test_an_unknown_officer_gets_no_certificate(place: Place, administrator: Office) -> None:
    with pytest.raises(OfficerUnknownError):
        enrol_certificate(administrator, "Nobody", CertificateFile(place.certificate(PREPARER)))


EARLY, LATE = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("validity", "may_sign", "error"),
    [
        (Validity(EARLY, datetime(2026, 1, 1, tzinfo=UTC)), True, CertificateExpiredError),
        (Validity(datetime(2027, 1, 1, tzinfo=UTC), LATE), True, CertificateNotYetValidError),
        (Validity(EARLY, LATE), False, CertificateUsageError),
    ],
)
def test_a_certificate_that_cannot_sign_is_not_enrolled(
    place: Place,
    administrator: Office,
    unchanged: Unchanged,
    validity: Validity,
    may_sign: bool,
    error: type[Refusal],
) -> None:
    issue_key(place, make_authority("Authority", VALIDITY), "New", validity, may_sign=may_sign)
    with unchanged(administrator), pytest.raises(error):
        enrol_certificate(administrator, AUDITOR, CertificateFile(place.certificate("New")))


def test_an_authority_s_own_certificate_is_none_for_an_officer(
    place: Place, administrator: Office
) -> None:
    with pytest.raises(CertificateUsageError):
        enrol_certificate(administrator, AUDITOR, CertificateFile(place.authority))


def test_what_is_no_certificate_is_refused(place: Place, administrator: Office) -> None:
    with pytest.raises(CertificateUnreadableError):
        enrol_certificate(administrator, AUDITOR, CertificateFile(place.root))
    with pytest.raises(FileUnreadableError):
        enrol_certificate(administrator, AUDITOR, CertificateFile(place.folder / "missing.pem"))


def test_the_office_s_clock_decides(place: Place, administrator: Office, clock: Clock) -> None:
    clock.moment = NOW.replace(year=2037)
    with pytest.raises(CertificateExpiredError):
        enrol_certificate(administrator, PREPARER, CertificateFile(place.certificate(PREPARER)))


@pytest.mark.parametrize("name", ["preparer", "PREPARER", "\uff30reparer"])
def test_a_name_that_differs_in_case_alone_is_taken(administrator: Office, name: str) -> None:
    with pytest.raises((OfficerExistsError, MixedScriptsError)):
        add_officer(administrator, name, {Role.AUDITOR}, PASSPHRASE)


def test_blanks_are_no_passphrase(administrator: Office) -> None:
    with pytest.raises(WeakPassphraseError):
        add_officer(administrator, "Second auditor", {Role.AUDITOR}, " " * 20)
