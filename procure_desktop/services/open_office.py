"""Open an office as one of its officers, switch to another, and what can be said before anyone signs in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from procure_desktop.domain.errors import OfficeDamagedError
from procure_desktop.services.office import Clock, Office, utc_now
from procure_desktop.services.unlock import unlock
from procure_desktop.store.database import Database, open_database, read_database
from procure_desktop.store.folder import OfficeFolder, existing_office
from procure_desktop.store.keys import KeyFile, read_key_file
from procure_desktop.store.officers import find_officer
from procure_desktop.store.offices import load_profile


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """What an office says of itself before sign-in; not authenticated, for display only."""

    nation: str
    ministry: str
    unit: str
    demo: bool


def office_title(folder: Path) -> OfficeTitle:
    """The title of the office at `folder`; OfficeMissingError, OfficeDamagedError."""
    keys = read_key_file(existing_office(folder).keys)
    return OfficeTitle(keys.nation, keys.ministry, keys.unit, keys.demo)


def officer_names(folder: Path) -> list[str]:
    """Who can sign in to the office at `folder`."""
    return read_key_file(existing_office(folder).keys).officers()


def open_office(folder: Path, name: str, passphrase: str, clock: Clock = utc_now) -> Office:
    """Sign in.

    Raises OfficeMissingError, NetworkFolderError, OfficerUnknownError, WrongPassphraseError,
    SignInDelayedError, OfficeDamagedError, OfficeNewerError.
    """
    files = existing_office(folder)
    key = unlock(files, name, passphrase, clock())
    return open_with_key(files, key, name, clock)


def open_with_key(
    files: OfficeFolder, key: bytes, name: str, clock: Clock, *, beside: bool = False
) -> Office:
    """Open the office as one of its officers with the data key itself; raises what open_office raises.

    It is opened for reading only `beside` another window, and where nothing can be written.
    """
    keys = read_key_file(files.keys)
    database = _open(files, key, beside=beside)
    try:
        with database.reading() as tx:
            _check_same_office(load_profile(tx).identity, keys, files)
            officer = find_officer(tx, name)
            officer.check_present()
    except BaseException:
        database.close()
        raise
    return Office(files, database, officer, clock)


def _open(files: OfficeFolder, key: bytes, *, beside: bool) -> Database:
    if beside or not files.writable:
        return read_database(files.database, key, fixed=files.fixed)
    return open_database(files.database, key)


@contextmanager
def signed_in(folder: Path, name: str, passphrase: str, clock: Clock = utc_now) -> Iterator[Office]:
    """Sign in for the length of a block; raises what open_office raises."""
    office = open_office(folder, name, passphrase, clock)
    try:
        yield office
    finally:
        office.close()


def switch_officer(office: Office, name: str, passphrase: str) -> Office:
    """Sign in as another officer of the same office; the old one stays open when that is refused."""
    other = open_office(office.folder, name, passphrase, office.clock)
    office.close()
    return other


def _check_same_office(identity: str, keys: KeyFile, files: OfficeFolder) -> None:
    """Refuse a key file beside the database of another office."""
    if identity != keys.office:
        raise OfficeDamagedError(path=files.keys)
