"""What the office trusts of its release authority: metadata and the highest version of each role ever seen."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

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
    """Put these roles in place of what was there."""
    tx.execute(delete(trust))
    rows = [{"role": one.role, "version": one.version, "metadata": one.metadata} for one in roles]
    tx.execute(insert(trust), rows)
