from pathlib import Path

from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.create_office import create_office
from procure_desktop.services.enrol_officer import add_officer, enrol_certificate
from procure_desktop.services.first_steps import FirstStep, awaits_releases, first_steps
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import change_office_settings
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.recovery_key import make_recovery_key
from tests.office_factory import (
    ADMINISTRATOR,
    DEPUTY,
    PASSPHRASE,
    PREPARER,
    PROFILE,
    Clock,
    Place,
    draft,
)


def test_each_step_ticks_itself(place: Place, tmp_path: Path, clock: Clock) -> None:
    office = create_office(tmp_path / "new.office", PROFILE, ADMINISTRATOR, PASSPHRASE, clock)
    ticked = {FirstStep.OFFICE}
    assert first_steps(office) == ticked
    # One officer with both roles cannot authorise what the same officer prepared.
    add_officer(office, DEPUTY, {Role.PREPARER, Role.AUTHORISER}, PASSPHRASE)
    assert first_steps(office) == ticked
    add_officer(office, PREPARER, {Role.PREPARER}, PASSPHRASE)
    ticked.add(FirstStep.OFFICERS)
    assert first_steps(office) == ticked
    enrol_certificate(office, PREPARER, CertificateFile(place.certificate(PREPARER)))
    assert first_steps(office) == ticked
    enrol_certificate(office, DEPUTY, CertificateFile(place.certificate(DEPUTY)))
    ticked.add(FirstStep.CERTIFICATES)
    assert first_steps(office) == ticked
    make_recovery_key(office)
    ticked.add(FirstStep.RECOVERY_KEY)
    assert first_steps(office) == ticked
    change_office_settings(office, OfficeSettings(backup_folder=str(tmp_path / "backups")))
    ticked.add(FirstStep.BACKUPS)
    assert first_steps(office) == ticked
    assert not awaits_releases(office)
    pin_trust(office, place.root)
    assert awaits_releases(office)
    assert first_steps(office) == ticked
    import_release(office, place.release)
    ticked.add(FirstStep.LIST)
    assert first_steps(office) == ticked
    office.close()


def test_a_backup_made_by_hand_counts_and_a_draft_is_a_beginning(
    preparer: Office, tmp_path: Path
) -> None:
    left = {FirstStep.RECOVERY_KEY, FirstStep.BACKUPS, FirstStep.COMMITMENT}
    assert frozenset(FirstStep) - first_steps(preparer) == left
    back_up_office(preparer, tmp_path / "a.backup")
    draft(preparer)
    assert frozenset(FirstStep) - first_steps(preparer) == {FirstStep.RECOVERY_KEY}
