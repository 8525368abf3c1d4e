from dataclasses import replace
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    BackupPlaceError,
    CancelledError,
    CertificateTakenError,
    FileUnreadableError,
    IncompatibleRolesError,
    NationFormError,
    NoAdministratorError,
    OfficeExistsError,
    OfficerExistsError,
    Refusal,
    WeakPassphraseError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.services.found_office import Founding, found_office
from procure_desktop.services.office_settings import office_settings
from procure_desktop.services.open_office import officer_names, signed_in
from procure_desktop.services.recovery_key import new_recovery_key, recover_office
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import (
    AUTHORISER,
    PASSPHRASE,
    PREPARER,
    PROFILE,
    Clock,
    Place,
)

ADA = NewOfficer("Head of office", frozenset({Role.ADMINISTRATOR, Role.PREPARER}), PASSPHRASE)
BEA = NewOfficer("Countersigner", frozenset({Role.AUTHORISER}), PASSPHRASE)


def plan(tmp_path: Path, *officers: NewOfficer) -> Founding:
    return Founding(tmp_path / "deep" / "mod.office", PROFILE, officers or (BEA, ADA))


def with_certificates(place: Place) -> tuple[NewOfficer, NewOfficer]:
    key = place.key(AUTHORISER)
    return (
        replace(ADA, certificate=CertificateFile(place.certificate(PREPARER))),
        replace(BEA, certificate=CertificateFile(key.path, key.passphrase)),
    )


def test_all_of_it_is_made_in_one_go(place: Place, tmp_path: Path, clock: Clock) -> None:
    recovery, steps = new_recovery_key(), list[tuple[int, int]]()
    settings = OfficeSettings("uk", 10, str(tmp_path / "backups"), b"")
    founding = replace(
        plan(tmp_path, *with_certificates(place)), settings=settings, recovery=recovery
    )
    office = found_office(founding, lambda *step: steps.append(step), clock)
    assert office.officer.roles == ADA.roles
    assert office_settings(office) == settings
    rows = read_rows(office, Listing.OFFICERS, list_ids(office, Query(Listing.OFFICERS)))
    assert all(row["certificate"] for row in rows)
    assert verify_journal(office).number == 5
    office.close()
    assert officer_names(founding.folder) == [ADA.name, BEA.name]
    recover_office(founding.folder, recovery.text, BEA.name, "another passphrase")
    with signed_in(founding.folder, BEA.name, "another passphrase") as other:
        assert other.officer.fingerprint
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_an_administrator_alone_is_enough(tmp_path: Path) -> None:
    office = found_office(plan(tmp_path, ADA))
    assert office_settings(office) == OfficeSettings()
    assert not office.officer.fingerprint
    office.close()


@pytest.mark.parametrize(
    ("officers", "error"),
    [
        ((BEA,), NoAdministratorError),
        ((ADA, replace(BEA, name="head of OFFICE")), OfficerExistsError),
        ((ADA, replace(BEA, passphrase="short")), WeakPassphraseError),
        ((replace(ADA, roles=frozenset(Role)),), IncompatibleRolesError),
        (
            (ADA, replace(BEA, certificate=CertificateFile(Path("missing.pem")))),
            FileUnreadableError,
        ),
    ],
)
def test_officers_that_do_not_go_together_make_nothing(
    tmp_path: Path, officers: tuple[NewOfficer, ...], error: type[Refusal]
) -> None:
    with pytest.raises(error):
        found_office(plan(tmp_path, *officers))
    assert list(tmp_path.iterdir()) == []


def test_two_officers_have_two_certificates(place: Place, tmp_path: Path, clock: Clock) -> None:
    same = CertificateFile(place.certificate(PREPARER))
    founding = plan(tmp_path, replace(ADA, certificate=same), replace(BEA, certificate=same))
    with pytest.raises(CertificateTakenError):
        found_office(founding, clock=clock)
    assert not founding.folder.exists()


def test_what_cannot_be_said_or_set_makes_nothing(tmp_path: Path) -> None:
    founding = plan(tmp_path)
    inside = OfficeSettings(backup_folder=str(founding.folder / "backups"))
    for wrong, error in (
        (replace(founding, profile=replace(PROFILE, nation="nl")), NationFormError),
        (replace(founding, settings=inside), BackupPlaceError),
    ):
        with pytest.raises(error):
            found_office(wrong)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_half_way_leaves_nothing(tmp_path: Path) -> None:
    seen = []

    def cancel(done: int, _total: int) -> None:
        seen.append((tmp_path / "deep" / "mod.office" / "office.db").exists())
        if done > 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        found_office(plan(tmp_path), cancel)
    assert seen == [True, True]
    assert list(tmp_path.iterdir()) == []


def test_what_stands_there_is_not_touched(tmp_path: Path) -> None:
    there = tmp_path / "deep" / "mod.office"
    there.mkdir(parents=True)
    (there / "kept").touch()
    with pytest.raises(OfficeExistsError):
        found_office(plan(tmp_path))
    assert (there / "kept").exists()
