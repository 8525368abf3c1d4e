"""Whether the office has begun with something: questions that are answered by the first record found."""

from sqlalchemy import Table, exists, select

from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import list_release
from procure_desktop.store.schema import commitment, journal


def has_list(tx: Transaction) -> bool:
    """Whether a list was ever imported."""
    return _any(tx, list_release)


def has_commitment(tx: Transaction) -> bool:
    """Whether a commitment was ever drafted."""
    return _any(tx, commitment)


def has_done(tx: Transaction, action: str) -> bool:
    """Whether the journal has an entry of this action."""
    return bool(tx.execute(select(exists().where(journal.c.action == action))).scalar())


def _any(tx: Transaction, table: Table) -> bool:
    return bool(tx.execute(select(exists(select(1).select_from(table)))).scalar())
