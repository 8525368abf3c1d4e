"""What other programs change in the office while a window shows it, as the journal tells."""

from procure_desktop.domain.journal import Head
from procure_desktop.services.office import Office
from procure_desktop.store.journals import hashes_after, journal_head


def newest_entry(office: Office) -> Head:
    """The journal's head, from which on changes are looked for."""
    with office.database.reading() as tx:
        return journal_head(tx)


def others_changed(office: Office, since: Head) -> tuple[Head, bool]:
    """The head now, and whether an entry after `since` was written by another than this open office."""
    with office.database.reading() as tx:
        head = journal_head(tx)
        if head == since:
            return head, False
        written = hashes_after(tx, since.number)
    return head, not office.recorded.issuperset(written)
