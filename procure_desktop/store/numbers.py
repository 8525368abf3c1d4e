"""Numbers without a gap: the next ordinal of a series in a year, taken inside the transaction that uses it."""

from sqlalchemy import insert, select, update

from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import number_series


def last_ordinal(tx: Transaction, series: str, year: int) -> int:
    """The last ordinal that was taken; 0 for none. Nobody else takes one until the transaction ends."""
    here = (number_series.c.series == series) & (number_series.c.year == year)
    return tx.execute(select(number_series.c.last).where(here).with_for_update()).scalar() or 0


def next_ordinal(tx: Transaction, series: str, year: int) -> int:
    """Take the next ordinal; given back only when the whole transaction is rolled back."""
    following = last_ordinal(tx, series, year) + 1
    if following == 1:
        tx.execute(insert(number_series).values(series=series, year=year, last=1))
    else:
        here = (number_series.c.series == series) & (number_series.c.year == year)
        tx.execute(update(number_series).where(here).values(last=following))
    return following
