"""The office's own row: who it is."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import office


def add_office(tx: Transaction, profile: OfficeProfile, at: datetime) -> None:
    """Write who the office is; once."""
    tx.execute(insert(office).values(id=1, created_at=at, **_columns(profile)))


def load_profile(tx: Transaction) -> OfficeProfile:
    """Who the office is."""
    row = tx.execute(select(office)).one()
    return OfficeProfile(
        row.nation,
        row.ministry,
        row.unit,
        row.address,
        Marking(row.highest_marking),
        demo=row.demo,
        identity=row.uuid,
    )


def set_profile(tx: Transaction, profile: OfficeProfile) -> None:
    """Change what the office says of itself."""
    tx.execute(update(office).values(**_columns(profile)))


def _columns(profile: OfficeProfile) -> dict[str, Any]:
    return {
        "uuid": profile.identity,
        "nation": profile.nation,
        "ministry": profile.ministry,
        "unit": profile.unit,
        "address": profile.address,
        "highest_marking": profile.highest_marking,
        "demo": profile.demo,
    }
