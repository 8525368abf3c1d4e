"""Found an office in one go: its officers, certificates, settings and recovery key, or nothing at all."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from procure_desktop.domain.errors import (
    CertificateTakenError,
    NoAdministratorError,
    OfficerExistsError,
)
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role, check_roles
from procure_desktop.domain.recovery_key import RecoveryKey
from procure_desktop.domain.settings import USUAL, OfficeSettings
from procure_desktop.domain.text import check_name, fold
from procure_desktop.files import nothing_left
from procure_desktop.services.certificate_file import read_usable
from procure_desktop.services.create_office import NewOfficer, begin_office, check_profile
from procure_desktop.services.enrol_officer import add_officer, enrol_certificate
from procure_desktop.services.office import Clock, Office, Progress, no_progress, utc_now
from procure_desktop.services.office_settings import change_office_settings, check_settings
from procure_desktop.services.recovery_key import make_recovery_key
from procure_desktop.store.folder import new_office
from procure_desktop.store.keys import check_passphrase


@dataclass(frozen=True, slots=True)
class Founding:
    """All that a new office begins with; `recovery` is None when its key is made later."""

    folder: Path
    profile: OfficeProfile
    officers: tuple[NewOfficer, ...]
    settings: OfficeSettings = USUAL
    recovery: RecoveryKey | None = None


def found_office(
    founding: Founding, progress: Progress = no_progress, clock: Clock = utc_now
) -> Office:
    """Make the office and open it as its first administrator; a refusal or a cancelling leaves nothing behind.

    Raises what check_officers, check_settings and create_office raise.
    """
    first, *others = _administrator_first(founding.officers)
    check_profile(founding.profile)
    check_settings(founding.settings, founding.folder)
    check_officers(founding.officers, clock())
    new_office(founding.folder)
    with nothing_left(founding.folder):
        office = begin_office(founding.folder, founding.profile, first, clock)
        try:
            _furnish(office, founding, first, others, progress)
        except BaseException:
            office.close()
            raise
    return office


def check_officers(officers: tuple[NewOfficer, ...], now: datetime) -> None:
    """Refuse officers that could not be added together.

    Raises OfficerExistsError, NoRolesError, IncompatibleRolesError, WeakPassphraseError, CertificateTakenError, and
    what read_usable raises.
    """
    names: set[str] = set()
    holders: dict[str, str] = {}
    for officer in officers:
        name = check_name("officer", officer.name)
        if fold(name) in names:
            raise OfficerExistsError(name=name)
        names.add(fold(name))
        check_roles(officer.roles)
        check_passphrase(officer.passphrase)
        _check_certificate(officer, holders, now)


def _check_certificate(officer: NewOfficer, holders: dict[str, str], now: datetime) -> None:
    if officer.certificate is None:
        return
    facts = read_usable(officer.certificate, now)
    holder = holders.setdefault(facts.fingerprint, officer.name)
    if holder != officer.name:
        raise CertificateTakenError(subject=facts.subject, officer=holder)


def _administrator_first(officers: tuple[NewOfficer, ...]) -> list[NewOfficer]:
    first = next((one for one in officers if Role.ADMINISTRATOR in one.roles), None)
    if first is None:
        raise NoAdministratorError
    return [first, *(one for one in officers if one is not first)]


def _furnish(
    office: Office,
    founding: Founding,
    first: NewOfficer,
    others: list[NewOfficer],
    progress: Progress,
) -> None:
    steps = len(others) + 2
    progress(1, steps)
    if first.certificate:
        enrol_certificate(office, office.officer.name, first.certificate)
    for place, one in enumerate(others, 2):
        add_officer(office, one.name, one.roles, one.passphrase, one.certificate)
        progress(place, steps)
    change_office_settings(office, founding.settings)
    if founding.recovery:
        make_recovery_key(office, founding.recovery)
    progress(steps, steps)
