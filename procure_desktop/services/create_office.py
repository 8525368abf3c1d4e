"""Make a new office with its first officer, the administrator."""

import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path

from procure_desktop.domain.journal import Change
from procure_desktop.domain.office import OfficeProfile, check_nation
from procure_desktop.domain.officer import Officer, Role, check_roles
from procure_desktop.domain.text import check_name, check_text, require_text
from procure_desktop.files import make_folder, nothing_left
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.office import Clock, Office, utc_now
from procure_desktop.services.snapshots import profile_snapshot
from procure_desktop.store.database import Database, create_database
from procure_desktop.store.folder import OfficeFolder, new_office
from procure_desktop.store.keys import KeyFile, new_key, wrap, write_key_file
from procure_desktop.store.officers import add_officer
from procure_desktop.store.offices import add_office


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """An officer who is to be added: with a first passphrase, and a certificate where there is one."""

    name: str
    roles: frozenset[Role]
    passphrase: str = field(repr=False)
    certificate: CertificateFile | None = None


def create_office(
    folder: Path,
    profile: OfficeProfile,
    administrator: str,
    passphrase: str,
    clock: Clock = utc_now,
) -> Office:
    """Make the office folder and open it as its administrator.

    Raises OfficeExistsError, NetworkFolderError, WeakPassphraseError; nothing is left behind.
    """
    first = NewOfficer(administrator, frozenset({Role.ADMINISTRATOR}), passphrase)
    return begin_office(folder, profile, first, clock)


def begin_office(folder: Path, profile: OfficeProfile, first: NewOfficer, clock: Clock) -> Office:
    """As create_office, with an administrator who may have further roles; the certificate is not read here."""
    identity = uuid.uuid4().hex
    files, checked = new_office(folder), check_profile(replace(profile, identity=identity))
    name = check_name("administrator", first.name)
    check_roles(first.roles)
    key = new_key()
    keys = KeyFile(identity, checked.nation, checked.ministry, checked.unit, checked.demo, ())
    keys = wrap(keys, name, first.passphrase, key)
    with nothing_left(files.path):
        make_folder(files.path)
        database = create_database(files.database, key)
        try:
            office = _first_entry(files, database, checked, replace(first, name=name), clock)
            write_key_file(files.keys, keys)
        except BaseException:
            database.close()
            raise
    return office


def check_profile(profile: OfficeProfile) -> OfficeProfile:
    """The profile with its texts checked and stripped."""
    check_nation(profile.nation)
    return replace(
        profile,
        ministry=require_text("ministry", profile.ministry, most=200),
        unit=require_text("unit", profile.unit, most=200),
        address=check_text("address", profile.address, most=500, lines=True),
    )


def _first_entry(
    files: OfficeFolder,
    database: Database,
    profile: OfficeProfile,
    first: NewOfficer,
    clock: Clock,
) -> Office:
    with database.transaction() as tx:
        add_office(tx, profile, clock())
        officer: Officer = add_officer(tx, first.name, first.roles)
        office = Office(files, database, officer, clock)
        office.record(tx, Change("office created", "office", None, profile_snapshot(profile)))
    return office
