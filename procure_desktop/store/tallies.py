"""How many lines there are of each kind, so that a million are counted without being read."""

from sqlalchemy import delete, func, insert, select

from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import TALLIED, line, line_tally


def tally_list(tx: Transaction, serial: str) -> None:
    """Count all lines of a list anew, after it was stored."""
    kinds = [line.c[name] for name in TALLIED]
    counted = (
        select(*kinds, func.count(), func.sum(line.c.outstanding_usd))
        .where(line.c.serial == serial)
        .group_by(*kinds)
    )
    tx.execute(delete(line_tally).where(line_tally.c.serial == serial))
    tx.execute(insert(line_tally).from_select([*TALLIED, "lines", "outstanding_usd"], counted))
