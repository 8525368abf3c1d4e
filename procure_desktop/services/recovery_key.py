"""The recovery key: made for a safe, and used when an officer has forgotten the passphrase."""

import secrets
from pathlib import Path

from procure_desktop.documents.recovery_sheet import render_recovery_sheet
from procure_desktop.domain.journal import Change
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.domain.recovery_key import RecoveryKey, draw_recovery_key, read_recovery_key
from procure_desktop.domain.sign_in_delay import Tries
from procure_desktop.files import write_file
from procure_desktop.services.office import Clock, Office, utc_now
from procure_desktop.services.open_office import open_with_key
from procure_desktop.store.folder import existing_office
from procure_desktop.store.keys import (
    read_key_file,
    unwrap_recovery,
    wrap,
    wrap_recovery,
    write_key_file,
)
from procure_desktop.store.tries import save_tries

__all__ = [
    "RecoveryKey",
    "draft_recovery_sheet",
    "is_recoverable",
    "make_recovery_key",
    "new_recovery_key",
    "recover_office",
    "recovery_sheet",
    "save_recovery_sheet",
]


def new_recovery_key() -> RecoveryKey:
    """A key that opens nothing yet: it is printed first, and made the office's by make_recovery_key."""
    return draw_recovery_key(secrets.randbelow)


def recovery_sheet(office: Office, key: RecoveryKey) -> bytes:
    """The page to print, PDF."""
    return render_recovery_sheet(key, office.profile, office.now())


def draft_recovery_sheet(profile: OfficeProfile, key: RecoveryKey, clock: Clock = utc_now) -> bytes:
    """The page of an office that is not made yet, PDF."""
    return render_recovery_sheet(key, profile, clock())


def save_recovery_sheet(sheet: bytes, path: Path) -> Path:
    """Write the page to a new file, to be printed elsewhere; FileExistsAlreadyError, FileUnwritableError."""
    write_file(path, sheet, overwrite=False)
    return path


def make_recovery_key(office: Office, key: RecoveryKey | None = None) -> RecoveryKey:
    """Let `key`, or a new one, open the office in place of an earlier recovery key.

    It is stored nowhere: the caller shows it once. Raises RoleMissingError.
    """
    made = key or new_recovery_key()
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        keys = read_key_file(office.files.keys)
        action = "recovery key replaced" if keys.recoverable else "recovery key made"
        office.record(tx, Change(action, "office", None, None))
        # Last, and before the commit: when the disk refuses, nothing was journaled either.
        write_key_file(office.files.keys, wrap_recovery(keys, made, office.database.key))
    return made


def is_recoverable(folder: Path) -> bool:
    """Whether the office at `folder` has a recovery key."""
    return read_key_file(existing_office(folder).keys).recoverable


def recover_office(
    folder: Path, key_text: str, name: str, new_passphrase: str, clock: Clock = utc_now
) -> None:
    """Give an officer a new passphrase by the recovery key; the journal says so under that officer's name.

    The recovery key stays valid. Raises RecoveryKeyLengthError, RecoveryKeyTypoError,
    RecoveryKeyMissingError, WrongRecoveryKeyError, WeakPassphraseError, OfficerUnknownError, and what
    open_office raises; nothing is changed then.
    """
    recovery = read_recovery_key(key_text)
    files = existing_office(folder)
    data_key = unwrap_recovery(read_key_file(files.keys), recovery)
    office = open_with_key(files, data_key, name, clock)
    try:
        with office.database.transaction() as tx:
            changed = wrap(read_key_file(files.keys), name, new_passphrase, data_key)
            change = Change("passphrase set by recovery key", f"officer {name}", None, None)
            office.record(tx, change)
            write_key_file(files.keys, changed)
        save_tries(files.tries, name, Tries(0, office.now()))
    finally:
        office.close()
