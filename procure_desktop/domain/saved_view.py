"""How an officer looks at a list: filter, order and columns, which can be kept under a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NewType

from procure_desktop.domain.errors import Refusal
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.text import check_text

ViewId = NewType("ViewId", int)

MOST_NAME = 60
MOST_TEXT = 200
MOST_WIDTH = 400
_MOST_FACETS, _MOST_VALUES, _MOST_COLUMNS = 32, 1000, 64


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """One column where it stands; `width` is in characters, 0 means the usual one."""

    key: str
    shown: bool = True
    width: int = 0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What of a list is shown, and how; `columns` in their order, none for the usual ones."""

    query: Query
    columns: tuple[ColumnPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedView:
    """An arrangement under a name; a shared one is offered to every officer."""

    id: ViewId
    name: str
    owner: OfficerId
    shared: bool
    arrangement: Arrangement


def arrangement_content(arrangement: Arrangement) -> dict[str, Any]:
    """The arrangement as JSON values; the listing stands beside it."""
    query = arrangement.query
    order = query.order
    return {
        "text": query.text,
        "facets": [[column, list(values)] for column, values in query.facets],
        "order": None if order is None else [order.column, order.descending],
        "columns": [[one.key, one.shown, one.width] for one in arrangement.columns],
    }


def read_arrangement(listing: Listing, known: frozenset[str], content: Any) -> Arrangement | None:
    """The arrangement of a list that `content` says, or None where it is not exactly one.

    `known` are the columns that the listing has: a filter or an order by any other is refused. What is
    stored was written by whoever holds the data key, so nothing of it is taken on trust.
    """
    if not isinstance(content, Mapping) or set(content) != {"text", "facets", "order", "columns"}:
        return None
    text, order = content["text"], content["order"]
    facets, columns = content["facets"], content["columns"]
    if not (_is_text(text) and _are_facets(facets, known) and _are_columns(columns)):
        return None
    if order is not None and not _is_order(order, known):
        return None
    chosen = tuple((column, tuple(values)) for column, values in facets)
    query = Query(listing, text, chosen, None if order is None else Order(*order))
    return Arrangement(query, tuple(ColumnPlace(*one) for one in columns))


def _is_text(text: object) -> bool:
    try:
        return isinstance(text, str) and check_text("text", text, most=MOST_TEXT) == text
    except Refusal:
        return False


def _is_order(order: object, known: frozenset[str]) -> bool:
    match order:
        case [str(column), bool()]:
            return column == "id" or column in known
    return False


def _are_facets(facets: object, known: frozenset[str]) -> bool:
    if not isinstance(facets, list) or len(facets) > _MOST_FACETS:
        return False
    return all(_is_facet(facet, known) for facet in facets)


def _is_facet(facet: object, known: frozenset[str]) -> bool:
    match facet:
        case [str(column), [*values]] if column in known and len(values) <= _MOST_VALUES:
            return all(isinstance(value, str) for value in values)
    return False


def _are_columns(columns: object) -> bool:
    if not isinstance(columns, list) or len(columns) > _MOST_COLUMNS:
        return False
    if not all(_is_column(column) for column in columns):
        return False
    return len({key for key, *_ in columns}) == len(columns)


def _is_column(column: object) -> bool:
    match column:
        case [str(), bool(), int(width)] if not isinstance(width, bool):
            return 0 <= width <= MOST_WIDTH
    return False
