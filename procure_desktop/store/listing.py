"""What the screen lists: a query becomes ids in their order, and ids become rows."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, or_, select

from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.domain.text import fold
from procure_desktop.language import UKRAINIAN, spoken
from procure_desktop.store.database import Transaction
from procure_desktop.store.line_counts import (
    count_lines,
    counts_lines,
    facet_text,
    facet_value,
)
from procure_desktop.store.list_tables import line_tally
from procure_desktop.store.listing_sources import SOURCES, Source
from procure_desktop.store.search import contains, search_lines

Row = Mapping[str, Any]
_PAGE = 500
_MOST_TEXT = 200
_PIECE = 500_000


def list_ids(tx: Transaction, query: Query) -> "array[int]":
    """The ids of the records that the query finds, in its order; 8 bytes each.

    The engine writes them as one text, which takes a third of the time of a row each and leaves the
    interpreter to others meanwhile.
    """
    ordered = _ordered(tx, query).subquery()
    text = tx.execute(select(func.json_group_array(ordered.c.key))).scalar_one()
    return _read_ids(text)


def list_first(tx: Transaction, query: Query, count: int) -> "array[int]":
    """The first ids of list_ids, at most `count`."""
    return array("q", tx.execute(_ordered(tx, query).limit(count)).scalars())


def count_all(tx: Transaction, listing: Listing) -> int:
    """How many records there are, whatever a query finds of them."""
    if listing is Listing.LINES:
        counted = select(func.coalesce(func.sum(line_tally.c.lines), 0))
    else:
        counted = select(func.count()).select_from(SOURCES[listing].joined)
    count: int = tx.execute(counted).scalar_one()
    return count


def read_rows(tx: Transaction, listing: Listing, ids: Sequence[int]) -> list[Row]:
    """The rows with these ids, in the order of the ids; a record that is gone has no row."""
    source = SOURCES[listing]
    columns = [column.label(name) for name, column in source.columns.items()]
    found: dict[int, Row] = {}
    for start in range(0, len(ids), _PAGE):
        wanted = list(ids[start : start + _PAGE])
        statement = (
            select(source.key.label("id"), *columns)
            .select_from(source.joined)
            .where(source.key.in_(wanted))
        )
        found |= {row["id"]: row for row in tx.execute(statement).mappings()}
    return [dict(found[one]) for one in ids if one in found]


def count_facets(
    tx: Transaction, query: Query, columns: Sequence[str]
) -> dict[str, list[FacetCount]]:
    """For each column its values and how many records of the query have each; its own choice is left out."""
    words = _words(query.text)
    if query.listing is Listing.LINES and counts_lines(query, columns):
        return count_lines(tx, words, query, columns)
    return {column: _counted(tx, query, column) for column in columns}


def column_names(listing: Listing) -> frozenset[str]:
    """The columns of a listing that it can be filtered and ordered by."""
    return frozenset(SOURCES[listing].columns)


def _counted(tx: Transaction, query: Query, column: str) -> list[FacetCount]:
    source = SOURCES[query.listing]
    value = source.columns[column]
    statement = _filtered(tx, select(value, func.count()), source, query.choosing(column, ()))
    rows = tx.execute(statement.group_by(value).order_by(value))
    return [FacetCount(facet_text(found), count) for found, count in rows]


def _ordered(tx: Transaction, query: Query) -> Select[Any]:
    source = SOURCES[query.listing]
    statement = _filtered(tx, select(source.key.label("key")), source, query)
    return statement.order_by(*_order(source, query))


def _filtered(tx: Transaction, statement: Select[Any], source: Source, query: Query) -> Select[Any]:
    statement = statement.select_from(source.joined)
    words = _words(query.text)
    if words and query.listing is Listing.LINES:
        statement = statement.where(search_lines(tx, words, in_order=True))
    else:
        for word in words:
            statement = statement.where(or_(*(contains(one, word) for one in source.searched)))
    return _chosen(statement, source.columns, query)


def _chosen(
    statement: Select[Any], columns: Mapping[str, ColumnElement[Any]], query: Query
) -> Select[Any]:
    for column, values in query.facets:
        if values:
            chosen = [facet_value(value) for value in values]
            statement = statement.where(columns[column].in_(chosen))
    return statement


def _read_ids(text: str) -> "array[int]":
    """Read a JSON array piece by piece: one call for all would hold the interpreter for several frames."""
    ids, start, end = array("q"), 1, len(text) - 1
    while start < end:
        stop = text.find(",", start + _PIECE, end)
        stop = end if stop < 0 else stop
        ids.extend(msgspec.json.decode(f"[{text[start:stop]}]", type=list[int]))
        start = stop + 1
    return ids


def _words(text: str) -> list[str]:
    # The engine has limits of its own for patterns and conditions; nobody reads a search this long.
    readable = text[:_MOST_TEXT].encode(errors="replace").decode()
    return fold(readable).split()


def _order(source: Source, query: Query) -> list[ColumnElement[Any]]:
    if query.order is None:
        return [*source.order, source.key]
    column = _sort_column(source, query.order.column)
    return [column.desc() if query.order.descending else column.asc(), source.key]


def _sort_column(source: Source, named: str) -> ColumnElement[Any]:
    if named in source.sorts:
        english, ukrainian = source.sorts[named]
        return ukrainian if spoken().code == UKRAINIAN else english
    return source.key if named == "id" else source.columns[named]
