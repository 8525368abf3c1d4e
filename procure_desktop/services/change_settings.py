"""Change what the office says of itself and how carefully it may hold things."""

from dataclasses import replace

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Change
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import profile_snapshot
from procure_desktop.store.offices import load_profile, set_profile


def set_highest_marking(office: Office, marking: Marking) -> OfficeProfile:
    """Set the highest handling marking that the office may hold; its administrator answers for it."""
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        before = load_profile(tx)
        after = replace(before, highest_marking=marking)
        set_profile(tx, after)
        office.record(
            tx,
            Change("settings changed", "office", profile_snapshot(before), profile_snapshot(after)),
        )
    return after
