"""Public announcements that the office keeps beside its own commitments."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import delete, insert, select

from procure_desktop.domain.announcement import Announcement
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import announcement


def set_announcements(tx: Transaction, announced: Iterable[Announcement]) -> None:
    """Put these in place of what was there."""
    tx.execute(delete(announcement))
    rows = [{"id": one.id, "content": msgspec.to_builtins(one)} for one in announced]
    tx.execute(insert(announcement), rows)


def load_announcements(tx: Transaction) -> tuple[Announcement, ...]:
    """Every announcement, by day."""
    contents = tx.execute(select(announcement.c.content)).scalars()
    announced = [msgspec.convert(content, Announcement) for content in contents]
    return tuple(sorted(announced, key=lambda one: (one.day, one.id)))
