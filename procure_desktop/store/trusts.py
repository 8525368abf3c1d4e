"""What the office trusts of its release authority: metadata and the highest version of each role ever seen."""

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import trust


@dataclass(frozen=True, slots=True)
class TrustedRole:
    """One role's metadata as signed bytes (empty when none came yet) and its highest accepted version."""

    role: str
    version: int
    metadata: bytes


def load_trust(tx: Transaction) -> tuple[TrustedRole, ...]:
    """Every role; none when no authority is pinned."""
    rows = tx.execute(select(trust).order_by(trust.c.role))
    return tuple(TrustedRole(row.role, row.version, row.metadata or b"") for row in rows)


def set_trust(tx: Transaction, roles: tuple[TrustedRole, ...]) -> None:
    """Keep these roles' metadata and versions; a version only ever rises."""
    known = set(tx.execute(select(trust.c.role)).scalars())
    for one in roles:
        values = {"version": one.version, "metadata": one.metadata}
        if one.role in known:
            tx.execute(update(trust).where(trust.c.role == one.role).values(values))
        else:
            tx.execute(insert(trust).values(role=one.role, **values))
