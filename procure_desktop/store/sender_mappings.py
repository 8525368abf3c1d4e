"""How senders write their spreadsheets, kept for the next one; no record, and not journaled."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from procure_desktop.domain.officer import OfficerId
from procure_desktop.store.attestation_tables import sender_mapping
from procure_desktop.store.database import Transaction


def load_mapping(tx: Transaction, sender: str) -> Any | None:
    """What was kept of a sender's last mapping, as JSON."""
    kept = select(sender_mapping.c.content).where(sender_mapping.c.sender == sender)
    return tx.execute(kept).scalar()


def senders(tx: Transaction) -> list[str]:
    """The senders of whom something is kept, the last one first."""
    ordered = select(sender_mapping.c.sender).order_by(sender_mapping.c.changed_at.desc())
    return list(tx.execute(ordered).scalars())


def keep_mapping(tx: Transaction, sender: str, content: Any, by: OfficerId, at: datetime) -> None:
    """Keep a sender's mapping in place of the one before."""
    tx.execute(delete(sender_mapping).where(sender_mapping.c.sender == sender))
    values = {"sender": sender, "content": content, "changed_by": by, "changed_at": at}
    tx.execute(insert(sender_mapping).values(**values))
