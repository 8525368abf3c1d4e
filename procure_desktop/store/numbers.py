"""Numbers without a gap: the next ordinal of a series in a year, taken inside the transaction that uses it."""

from sqlalchemy import insert, select, update

from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import number_series


def next_ordinal(tx: Transaction, series: str, year: int) -> int:
    """Take the next ordinal; given back only when the whole transaction is rolled back."""
    here = (number_series.c.series == series) & (number_series.c.year == year)
    last = tx.execute(select(number_series.c.last).where(here).with_for_update()).scalar()
    if last is None:
        tx.execute(insert(number_series).values(series=series, year=year, last=1))
        return 1
    tx.execute(update(number_series).where(here).values(last=last + 1))
    return int(last) + 1
