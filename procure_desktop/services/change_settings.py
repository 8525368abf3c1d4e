"""Change what the office says of itself and how carefully it may hold things."""

from dataclasses import replace

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Change
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.services.create_office import check_profile
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import profile_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.keys import read_key_file, write_key_file
from procure_desktop.store.offices import load_profile, set_profile


def set_highest_marking(office: Office, marking: Marking) -> OfficeProfile:
    """Set the highest handling marking that the office may hold; its administrator answers for it."""
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        return _change(office, tx, replace(load_profile(tx), highest_marking=marking))


def change_letterhead(office: Office, ministry: str, unit: str, address: str) -> OfficeProfile:
    """Change what documents say of the office from now on; the nation stays, since it begins every number.

    Setting what is set already changes nothing. Raises RoleMissingError and what check_profile raises.
    """
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        before = load_profile(tx)
        wanted = replace(before, ministry=ministry, unit=unit, address=address)
        after = check_profile(wanted)
        if after != before:
            _change(office, tx, after)
            # What is said before anyone signs in; last, and before the commit.
            keys = read_key_file(office.files.keys)
            titled = replace(keys, ministry=after.ministry, unit=after.unit)
            write_key_file(office.files.keys, titled)
    return after


def _change(office: Office, tx: Transaction, after: OfficeProfile) -> OfficeProfile:
    before = profile_snapshot(load_profile(tx))
    set_profile(tx, after)
    office.record(tx, Change("settings changed", "office", before, profile_snapshot(after)))
    return after
