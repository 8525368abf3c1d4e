"""What a backup says of itself before it is restored; not authenticated, for display and for choosing an officer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from procure_desktop.domain.errors import BackupUnreadableError
from procure_desktop.services.open_office import OfficeTitle
from procure_desktop.store.backup import read_keys, read_manifest


@dataclass(frozen=True, slots=True)
class BackupTitle:
    """Whose it is, when it was made, and who can sign in to what is restored from it."""

    title: OfficeTitle
    made_at: datetime
    officers: list[str]


def look_at_backup(path: Path) -> BackupTitle:
    """Read what a backup says of itself; FileUnreadableError, BackupUnreadableError, OfficeDamagedError."""
    keys, made_at = read_keys(path), read_manifest(path).made_at
    try:
        moment = datetime.fromisoformat(made_at)
    except ValueError as error:
        raise BackupUnreadableError(path=path) from error
    title = OfficeTitle(keys.nation, keys.ministry, keys.unit, keys.demo)
    return BackupTitle(title, moment, keys.officers())
