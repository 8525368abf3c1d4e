"""Places that an office must not, or should not, lie in."""

from enum import StrEnum


class SyncService(StrEnum):
    """A program that copies a folder to other machines while it is written to, and so can mix two states of it."""

    ONEDRIVE = "OneDrive"
    DROPBOX = "Dropbox"
    GOOGLE_DRIVE = "Google Drive"
    ICLOUD = "iCloud Drive"
    NEXTCLOUD = "Nextcloud"
    OWNCLOUD = "ownCloud"
    SYNCTHING = "Syncthing"
    RESILIO = "Resilio Sync"
    SEAFILE = "Seafile"
    BOX = "Box"
    MEGA = "MEGA"
    PCLOUD = "pCloud"
    PROTON_DRIVE = "Proton Drive"
    SYNOLOGY = "Synology Drive"
