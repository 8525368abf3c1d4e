"""The office's settings, read by everybody and changed by its administrator."""

import hashlib
from dataclasses import replace
from pathlib import Path

from procure_desktop.domain.errors import BackupPlaceError, OfficeLanguageError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import OfficeSettings, check_idle_time
from procure_desktop.domain.text import check_text
from procure_desktop.language import REGIONS
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import Snapshot
from procure_desktop.store.office_settings import load_settings, set_settings


def office_settings(office: Office) -> OfficeSettings:
    """What is set at present."""
    with office.database.reading() as tx:
        return load_settings(tx)


def change_office_settings(office: Office, settings: OfficeSettings) -> OfficeSettings:
    """Set all of them, and journal what they were; setting what is set already changes nothing.

    Raises RoleMissingError, IdleTimeError, OfficeLanguageError, and BackupPlaceError for a backup folder that is
    no whole path or lies inside the office.
    """
    after = check_settings(settings, office.folder)
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        before = load_settings(tx)
        if before != after:
            set_settings(tx, after)
            snapshots = (settings_snapshot(before), settings_snapshot(after))
            office.record(tx, Change("settings changed", "office", *snapshots))
    return after


def check_settings(settings: OfficeSettings, folder: Path) -> OfficeSettings:
    """The settings as they may be set for the office in `folder`."""
    check_idle_time(settings.idle_minutes)
    if settings.language not in REGIONS:
        raise OfficeLanguageError(code=settings.language, known=", ".join(REGIONS))
    backups = check_text("backup_folder", settings.backup_folder)
    if backups:
        _check_backup_folder(Path(backups), folder)
    return replace(settings, backup_folder=backups)


def settings_snapshot(settings: OfficeSettings) -> Snapshot:
    """What the journal keeps of them; of a logo its SHA-256."""
    return {
        "language": settings.language,
        "idle_minutes": settings.idle_minutes,
        "backup_folder": settings.backup_folder,
        "logo": hashlib.sha256(settings.logo).hexdigest() if settings.logo else "",
    }


def _check_backup_folder(backups: Path, folder: Path) -> None:
    if not backups.is_absolute() or backups.resolve().is_relative_to(folder.resolve()):
        raise BackupPlaceError(path=backups)
