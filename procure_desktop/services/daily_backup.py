"""Daily backups: one a day into the office's backup folder, checked, and only then older ones removed."""

import contextlib
import re
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from procure_desktop.domain.backup_keeping import kept
from procure_desktop.domain.errors import BackupFolderGoneError, ProcureError
from procure_desktop.domain.journal import Change, Head
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.office_settings import office_settings
from procure_desktop.store.backup import read_manifest
from procure_desktop.store.keys import read_key_file

_STAMP = "%Y%m%dT%H%M%SZ"
_SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class DailyBackup:
    """What was written: the file, the journal's head in it, and how many older files were removed."""

    path: Path
    head: Head
    removed: int


def backup_folder(office: Office) -> Path | None:
    """Where the daily backups go; None where the office makes none."""
    folder = office_settings(office).backup_folder
    return Path(folder) if folder else None


def is_backup_due(office: Office) -> bool:
    """Whether the office makes daily backups and has none of this day (UTC) yet."""
    folder = None if office.read_only else backup_folder(office)
    return folder is not None and office.now().date() not in _days(office, folder)


def back_up_daily(office: Office, progress: Progress = no_progress) -> DailyBackup | None:
    """Back up now and remove what is no longer kept; None where the office makes no daily backups.

    The folder is made when the one that it lies in is there. Raises BackupFolderGoneError, and what
    back_up_office raises; nothing is removed then.
    """
    folder = backup_folder(office)
    if folder is None:
        return None
    _ready(folder)
    path = folder / f"{_begins(office)}{office.now():{_STAMP}}.backup"
    head = back_up_office(office, path, progress)
    return DailyBackup(path, head, _remove_old(office, folder, path))


def _ready(folder: Path) -> None:
    """Make the folder, but not the way to it: a stick that is not plugged in is missed, not imitated."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise BackupFolderGoneError(path=folder, reason=error.strerror or str(error)) from error


def _begins(office: Office) -> str:
    return f"{office.folder.stem} daily "


def _dated(office: Office) -> str:
    return rf"{re.escape(_begins(office))}([0-9]{{8}}T[0-9]{{6}}Z)\.backup"


def _named(office: Office, folder: Path) -> dict[datetime, Path]:
    """The files that bear the name of a daily backup of this office, by the moment in it."""
    pattern = re.compile(_dated(office))
    found: dict[datetime, Path] = {}
    for path in folder.glob("*.backup"):
        match = pattern.fullmatch(path.name)
        with contextlib.suppress(ValueError):  # a name such as one of 31 February
            if match and path.is_file():
                found[datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)] = path
    return found


def _days(office: Office, folder: Path) -> set[date]:
    return {at.date() for at in _named(office, folder)}


def _remove_old(office: Office, folder: Path, newest: Path) -> int:
    """Remove by the keeping rule what is this office's own by name and by what it says of itself.

    `newest` was just written and stays, also where the clock was wrong before.
    """
    identity = read_key_file(office.files.keys).office
    own = {at: path for at, path in _named(office, folder).items() if _is_of(path, identity)}
    staying = {newest, *(own[at] for at in kept(own))}
    removed = [path.name for _, path in sorted(own.items()) if path not in staying and _drop(path)]
    _sweep(office, folder)
    if removed:
        with office.database.transaction() as tx:
            change = Change("old backups removed", "office", None, {"removed": removed})
            office.record(tx, change)
    return len(removed)


def _drop(path: Path) -> bool:
    """Remove one file; whether it went. What cannot be removed today is tried again tomorrow."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _is_of(path: Path, identity: str) -> bool:
    try:
        return read_manifest(path).office == identity
    except ProcureError:
        return False


def _sweep(office: Office, folder: Path) -> None:
    """Remove what a backup that was killed had begun to write, once it is an hour old."""
    written = re.compile(rf"\.{_dated(office)}\.[a-z0-9_]+")
    for left in folder.glob(".*.backup.*"):
        if written.fullmatch(left.name) and _is_old(left):
            _drop(left)


def _is_old(left: Path) -> bool:
    return time.time() - left.lstat().st_mtime > _SECONDS_AN_HOUR
