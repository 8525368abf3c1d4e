"""Whether a folder is copied elsewhere while it is written to: by what such services leave, and call their folders."""

import re
from collections.abc import Mapping
from pathlib import Path

from procure_desktop.domain.place import SyncService

# What stands in the folder that a service synchronises, as a glob.
_LEFT = {
    ".dropbox": SyncService.DROPBOX,
    ".dropbox.cache": SyncService.DROPBOX,
    ".stfolder": SyncService.SYNCTHING,
    ".stignore": SyncService.SYNCTHING,
    ".nextcloudsync.log": SyncService.NEXTCLOUD,
    ".owncloudsync.log": SyncService.OWNCLOUD,
    ".sync_*.db": SyncService.NEXTCLOUD,
    "._sync_*.db": SyncService.NEXTCLOUD,
    ".tmp.driveupload": SyncService.GOOGLE_DRIVE,
    ".tmp.drivedownload": SyncService.GOOGLE_DRIVE,
    ".shortcut-targets-by-id": SyncService.GOOGLE_DRIVE,
    ".849C9593-D756-4E56-8D6E-42412F2A707B": SyncService.ONEDRIVE,
    ".seafile-data": SyncService.SEAFILE,
    ".sync/root_acl_entry": SyncService.RESILIO,
    ".SynologyWorkingDirectory": SyncService.SYNOLOGY,
}

# How services name their folders, also `OneDrive - Ministry` and `GoogleDrive-officer@ministry` (macOS).
_NAMED = {
    "onedrive": SyncService.ONEDRIVE,
    "dropbox": SyncService.DROPBOX,
    "google ?drive": SyncService.GOOGLE_DRIVE,
    "icloud ?drive": SyncService.ICLOUD,
    "com~apple~clouddocs": SyncService.ICLOUD,
    "nextcloud": SyncService.NEXTCLOUD,
    "owncloud": SyncService.OWNCLOUD,
    "syncthing": SyncService.SYNCTHING,
    "resilio sync": SyncService.RESILIO,
    "seafile": SyncService.SEAFILE,
    "box": SyncService.BOX,
    "mega(?:sync)?": SyncService.MEGA,
    "pcloud ?drive": SyncService.PCLOUD,
    "proton ?drive": SyncService.PROTON_DRIVE,
    "synologydrive": SyncService.SYNOLOGY,
}
_AFTER = r"(?: ?[-(].*)?"
_PATTERNS = [(re.compile(name + _AFTER, re.IGNORECASE), who) for name, who in _NAMED.items()]

# Where Windows says that a user's OneDrive lies.
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def synchronising(path: Path, environment: Mapping[str, str]) -> SyncService | None:
    """Who copies what is written at `path` to other machines, or None where there is no sign of it."""
    resolved = path.resolve()
    if _below_variable(resolved, environment):
        return SyncService.ONEDRIVE
    # The office's own folder does not tell: it may be called after anything.
    for folder in resolved.parents:
        found = _named(folder.name) or _marked(folder)
        if found:
            return found
    return None


def _below_variable(path: Path, environment: Mapping[str, str]) -> bool:
    named = (environment.get(name, "") for name in _VARIABLES)
    return any(path.is_relative_to(Path(folder).resolve()) for folder in named if folder)


def _named(name: str) -> SyncService | None:
    return next((who for pattern, who in _PATTERNS if pattern.fullmatch(name)), None)


def _marked(folder: Path) -> SyncService | None:
    for mark, who in _LEFT.items():
        try:
            if next(folder.glob(mark), None) is not None:
                return who
        except OSError:  # a folder that may not be listed tells nothing
            return None
    return None
