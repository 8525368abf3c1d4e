"""Lines counted by their kinds: from the tally, or in one pass over what a search finds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from procure_desktop.domain.listing import FacetCount, Query
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import TALLIED, line, line_tally
from procure_desktop.store.search import search_lines

_PLACES = {
    "list": TALLIED.index("serial"),
    "package": TALLIED.index("package"),
    "capability": TALLIED.index("capability"),
    "availability": TALLIED.index("stock"),
    "urgent": TALLIED.index("urgent"),
    "state": TALLIED.index("state"),
}


def counts_lines(query: Query, columns: Sequence[str]) -> bool:
    """Whether lines are tallied by all that these columns and the query's facets ask for."""
    return {*columns, *(column for column, _ in query.facets)} <= _PLACES.keys()


def count_lines(
    tx: Transaction, words: Sequence[str], query: Query, columns: Sequence[str]
) -> dict[str, list[FacetCount]]:
    """For each column its values and how many lines have each; its own choice is left out, the others hold."""
    cells = _tally(tx) if not words else _found(tx, words)
    chosen = {
        _PLACES[column]: frozenset(facet_value(value) for value in values)
        for column, values in query.facets
        if values
    }
    return {column: _counts(cells, chosen, _PLACES[column]) for column in columns}


def facet_text(value: Any) -> str:
    """A value as a facet names it: `yes` and `no` for flags."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def facet_value(text: str) -> Any:
    """The value that a facet's text names."""
    return {"yes": True, "no": False}.get(text, text)


def _tally(tx: Transaction) -> Sequence[Any]:
    kinds = [line_tally.c[name] for name in TALLIED]
    return tx.execute(select(*kinds, line_tally.c.lines).where(line_tally.c.lines > 0)).all()


def _found(tx: Transaction, words: Sequence[str]) -> Sequence[Any]:
    kinds = [line.c[name] for name in TALLIED]
    counted = select(*kinds, func.count()).where(search_lines(tx, words)).group_by(*kinds)
    return tx.execute(counted).all()


def _counts(
    cells: Sequence[Any], chosen: Mapping[int, frozenset[Any]], place: int
) -> list[FacetCount]:
    others = [(where, values) for where, values in chosen.items() if where != place]
    counts = Counter[Any]()
    for cell in cells:
        if all(cell[where] in values for where, values in others):
            counts[cell[place]] += cell[-1]
    return [FacetCount(facet_text(value), count) for value, count in sorted(counts.items())]
