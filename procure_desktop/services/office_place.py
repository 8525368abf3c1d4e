"""Say whether an office can lie at a place, and where its backups would be safer."""

import os
from collections.abc import Mapping
from pathlib import Path

from procure_desktop.domain.place import SyncService
from procure_desktop.store.folder import new_office, on_same_disk, other_disks, present_mounts
from procure_desktop.store.synchronised import synchronising


def check_new_place(
    folder: Path, environment: Mapping[str, str] = os.environ
) -> SyncService | None:
    """Refuse a place that no office can be made at; return who synchronises it, which is only to be warned of.

    Raises OfficeExistsError, NetworkFolderError.
    """
    new_office(folder)
    return synchronising(folder, environment)


def suggest_backup_folder(folder: Path) -> Path | None:
    """A folder for the backups of the office at `folder` on another disk of this machine; None without one."""
    disk = next(iter(other_disks(folder, present_mounts(disks=True))), None)
    return disk / "Procure backups" / folder.stem if disk else None


def lost_together(folder: Path, backups: Path) -> bool:
    """Whether one broken disk takes the office and its backups."""
    return on_same_disk(folder, backups)
