"""Take in the public announcements that come with the program, each with its source."""

from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.exchange.public_contributions import read_contributions
from procure_desktop.services.office import Office
from procure_desktop.store.announcements import set_announcements


def import_announcements(office: Office) -> int:
    """Store the announcements in place of earlier ones; returns how many there are."""
    announced = read_contributions()
    with office.database.transaction() as tx:
        office.acting(tx, Role.PREPARER, Role.ADMINISTRATOR)
        set_announcements(tx, announced)
        after = {
            "announcements": len(announced),
            "until": max(one.day for one in announced).isoformat(),
        }
        office.record(tx, Change("announcements imported", "office", None, after))
    return len(announced)
