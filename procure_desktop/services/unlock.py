"""Open an officer's key slot by the passphrase, more slowly with each wrong one."""

from datetime import datetime
from pathlib import Path

from procure_desktop.domain.errors import SignInDelayedError, WrongPassphraseError
from procure_desktop.domain.sign_in_delay import Tries
from procure_desktop.services.office import Clock, utc_now
from procure_desktop.store.folder import OfficeFolder, existing_office
from procure_desktop.store.keys import read_key_file, unwrap
from procure_desktop.store.tries import load_tries, save_tries


def unlock(files: OfficeFolder, name: str, passphrase: str, now: datetime) -> bytes:
    """The data key. The delay survives a restart, and a clock that is put back begins it anew.

    Raises OfficerUnknownError, WrongPassphraseError, SignInDelayedError before its time has come.
    """
    keys, tries = read_key_file(files.keys), _tries(files, name, now)
    left = tries.seconds_left(now)
    if left:
        raise SignInDelayedError(name=name, seconds=left)
    try:
        key = unwrap(keys, name, passphrase)
    except WrongPassphraseError:
        save_tries(files.tries, name, tries.failed_again(now))
        raise
    if tries.failed:
        save_tries(files.tries, name, Tries(0, now))
    return key


def sign_in_wait(folder: Path, name: str, clock: Clock = utc_now) -> int:
    """Seconds until the officer may try a passphrase; 0 for at once."""
    now = clock()
    return _tries(existing_office(folder), name, now).seconds_left(now)


def _tries(files: OfficeFolder, name: str, now: datetime) -> Tries:
    found = load_tries(files.tries, name)
    tries = found.by(now)
    if tries != found:
        save_tries(files.tries, name, tries)
    return tries
