"""Sums of selected rows, as the status bar says them."""

from collections import Counter
from collections.abc import Sequence

from procure_desktop.domain.money import Money
from procure_desktop.gui.tables.columns import Row
from procure_desktop.wording import figures


def sums_by_currency(rows: Sequence[Row], key: str) -> str:
    """Return the amounts under `key` added up for each currency: amounts in two are never added."""
    sums = Counter[str]()
    for row in rows:
        sums[row["currency"]] += row[key]
    return " + ".join(figures.amount(Money(sum_, code)) for code, sum_ in sorted(sums.items()))


def quantity_of_one_unit(rows: Sequence[Row], key: str) -> str:
    """Return the quantities under `key` added up, where all rows have the same unit."""
    units = {row["unit"] for row in rows}
    if len(units) != 1:
        return ""
    return figures.units(sum(row[key] for row in rows), units.pop())
