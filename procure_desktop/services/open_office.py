"""Open an office as one of its officers, switch to another, and what can be said before anyone signs in."""

from dataclasses import dataclass
from pathlib import Path

from procure_desktop.services.office import Clock, Office, utc_now
from procure_desktop.store.database import open_database
from procure_desktop.store.folder import existing_office
from procure_desktop.store.keys import read_key_file, unwrap
from procure_desktop.store.officers import find_officer


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
    OfficeDamagedError, OfficeNewerError.
    """
    files = existing_office(folder)
    key = unwrap(read_key_file(files.keys), name, passphrase)
    database = open_database(files.database, key)
    try:
        with database.reading() as tx:
            officer = find_officer(tx, name)
    except BaseException:
        database.close()
        raise
    return Office(files, database, officer, clock)


def switch_officer(office: Office, name: str, passphrase: str) -> Office:
    """Sign in as another officer of the same office; the old one stays open when that is refused."""
    other = open_office(office.folder, name, passphrase, office.clock)
    office.close()
    return other
