"""Remember where an officer went, so that the field for everything offers it first. No record, so not journaled."""

from procure_desktop.services.office import Office
from procure_desktop.store.visits import add_visit, load_visits


def remember_visit(office: Office, target: str) -> None:
    """Remember that the officer went to `target`, such as `line:UA-0001`."""
    with office.database.transaction() as tx:
        add_visit(tx, office.officer.id, target, office.now())


def recent_visits(office: Office) -> tuple[str, ...]:
    """Where the officer went, the newest first."""
    with office.database.reading() as tx:
        return tuple(load_visits(tx, office.officer.id))
