"""How far each officer has read: the last entry of the journal that they had before them on Home."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from procure_desktop.domain.officer import OfficerId
from procure_desktop.store.database import Transaction
from procure_desktop.store.effect_tables import officer_look
from procure_desktop.store.schema import journal


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records had one action done to them, and by their subjects which, the newest first."""

    action: str
    subjects: tuple[str, ...]


def load_look(tx: Transaction, officer: OfficerId) -> int:
    """The number of the last entry that an officer has seen; 0 for one who never looked."""
    look = select(officer_look.c.number).where(officer_look.c.officer_id == officer)
    return tx.execute(look).scalar() or 0


def save_look(tx: Transaction, officer: OfficerId, number: int) -> None:
    """Note that an officer has seen the journal up to `number`; never less than before."""
    fresh = insert(officer_look).values(officer_id=officer, number=number)
    tx.execute(
        fresh.on_conflict_do_update(
            index_elements=[officer_look.c.officer_id],
            set_={"number": func.max(officer_look.c.number, number)},
        )
    )


def tally_others(tx: Transaction, after: int, name: str) -> tuple[Tally, ...]:
    """What others than the officer of this name did after entry `after`, by action."""
    rows = tx.execute(
        select(journal.c.action, journal.c.subject, func.max(journal.c.number).label("last"))
        .where(journal.c.number > after, journal.c.officer != name)
        .group_by(journal.c.action, journal.c.subject)
        .order_by(journal.c.action, func.max(journal.c.number).desc())
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.action, []).append(row.subject)
    return tuple(Tally(action, tuple(subjects)) for action, subjects in found.items())
