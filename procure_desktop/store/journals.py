"""The journal's table: added to at its end, read in its order."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, insert, select, type_coerce

from procure_desktop.domain.journal import GENESIS, Change, Entry, Head, Link
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import journal


def journal_head(tx: Transaction) -> Head:
    """The last entry's number and hash; number 0 for an empty journal."""
    row = tx.execute(
        select(journal.c.number, journal.c.sha256).order_by(journal.c.number.desc()).limit(1)
    ).first()
    return Head(row.number, row.sha256) if row else Head(0, GENESIS)


def append_entry(tx: Transaction, entry: Entry, previous: str) -> None:
    """Add an entry that follows from the head; the engine refuses any other."""
    tx.execute(
        insert(journal).values(
            number=entry.number,
            at=entry.at,
            officer=entry.officer,
            action=entry.change.action,
            subject=entry.change.subject,
            content=entry.content,
            previous=previous,
            sha256=entry.sha256,
        )
    )


def iterate_links(tx: Transaction) -> Iterator[Link]:
    """Every entry as it has to be checked, from the first to the last."""
    # The time as it stands: a tampered one need not be one.
    columns = [type_coerce(one, Text) if one is journal.c.at else one for one in journal.c]
    for row in tx.execute(
        select(*columns).order_by(journal.c.number).execution_options(yield_per=1000)
    ):
        content = _read(row.content)
        yield Link(
            row.number,
            row.previous,
            row.content,
            str(content.get("previous")),
            _number(content),
            row.sha256 if _columns_agree(row, content) else "",
        )


def hashes_after(tx: Transaction, number: int) -> list[str]:
    """The hashes of every entry after `number`."""
    later = select(journal.c.sha256).where(journal.c.number > number)
    return list(tx.execute(later.order_by(journal.c.number)).scalars())


def hash_at(tx: Transaction, number: int) -> str | None:
    """The hash of entry `number`; GENESIS for 0, None where there is no such entry."""
    if number == 0:
        return GENESIS
    found: str | None = tx.execute(
        select(journal.c.sha256).where(journal.c.number == number)
    ).scalar()
    return found


def load_history(tx: Transaction, subject: str) -> list[Entry]:
    """The entries about one subject, the oldest first."""
    rows = tx.execute(
        select(journal).where(journal.c.subject == subject).order_by(journal.c.number)
    )
    return [_entry(row) for row in rows]


def load_entry(tx: Transaction, number: int) -> Entry:
    """The entry with this number."""
    return _entry(tx.execute(select(journal).where(journal.c.number == number)).one())


def _entry(row: Row[Any]) -> Entry:
    content = _read(row.content)
    change = Change(row.action, row.subject, content.get("before"), content.get("after"))
    return Entry(row.number, row.at, row.officer, change, row.content, row.sha256)


def _read(content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _number(content: dict[str, Any]) -> int:
    number = content.get("number")
    return number if isinstance(number, int) else 0


def _columns_agree(row: Row[Any], content: dict[str, Any]) -> bool:
    """Whether the columns that screens show say what the hashed content says."""
    try:
        at = datetime.fromisoformat(row.at).isoformat()
    except ValueError:
        return False
    shown = (at, row.officer, row.action, row.subject)
    return shown == tuple(content.get(name) for name in ("at", "officer", "action", "subject"))
