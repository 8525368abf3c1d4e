"""Where each officer went last, so that it is offered first."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from procure_desktop.domain.officer import OfficerId
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import visit

KEPT = 40
"""Visits kept for each officer."""


def load_visits(tx: Transaction, visitor: OfficerId) -> list[str]:
    """The targets that the officer went to, the newest first."""
    own = select(visit.c.target).where(visit.c.officer_id == visitor)
    return list(tx.execute(own.order_by(visit.c.at.desc(), visit.c.target)).scalars())


def add_visit(tx: Transaction, visitor: OfficerId, target: str, at: datetime) -> None:
    """Remember a visit as the newest; the oldest beyond KEPT are forgotten."""
    own = visit.c.officer_id == visitor
    tx.execute(delete(visit).where(own, visit.c.target == target))
    tx.execute(insert(visit).values(officer_id=visitor, target=target, at=at))
    oldest = load_visits(tx, visitor)[KEPT:]
    tx.execute(delete(visit).where(own, visit.c.target.in_(oldest)))
