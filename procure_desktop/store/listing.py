"""What the screen lists: a query becomes ids in their order, and ids become rows."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Label,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from procure_desktop.domain.listing import FacetCount, Listing, Query
from procure_desktop.domain.text import fold
from procure_desktop.language import UKRAINIAN, spoken
from procure_desktop.store import schema
from procure_desktop.store.columns import Day
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, line_tally, list_release
from procure_desktop.store.schema import (
    commitment,
    commitment_line,
    document,
    donation,
    journal,
    officer,
    officer_role,
)
from procure_desktop.store.search import contains, search_lines

Row = Mapping[str, Any]
_PAGE = 500
_MOST_TEXT = 200
_PIECE = 500_000


@dataclass(frozen=True, slots=True)
class _Source:
    """How one listing is read: its id, its columns by name, what is joined, what is searched, and its order."""

    key: ColumnElement[int]
    columns: Mapping[str, ColumnElement[Any]]
    joined: FromClause
    searched: Sequence[ColumnElement[str]]
    order: Sequence[ColumnElement[Any]]


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
        counted = select(func.count()).select_from(_SOURCES[listing].joined)
    count: int = tx.execute(counted).scalar_one()
    return count


def read_rows(tx: Transaction, listing: Listing, ids: Sequence[int]) -> list[Row]:
    """The rows with these ids, in the order of the ids; a record that is gone has no row."""
    source = _SOURCES[listing]
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


def count_facet(tx: Transaction, query: Query, column: str) -> list[FacetCount]:
    """The values of one column and how many records of the query have each; its own choice is left out."""
    rest = query.choosing(column, ())
    statement = _tallied(rest, column)
    if statement is None:
        statement = _counted(tx, rest, column)
    return [FacetCount(_facet_text(found), count) for found, count in tx.execute(statement)]


def column_names(listing: Listing) -> frozenset[str]:
    """The columns of a listing that it can be filtered and ordered by."""
    return frozenset(_SOURCES[listing].columns)


def _tallied(query: Query, column: str) -> Select[Any] | None:
    """The counts from the tally of lines, where it knows all that is asked for."""
    asked = [column, *(facet for facet, _ in query.facets)]
    if query.listing is not Listing.LINES or _words(query.text) or not set(asked) <= _TALLY.keys():
        return None
    lines = func.sum(line_tally.c.lines)
    statement = _chosen(select(_TALLY[column], lines), _TALLY, query)
    return statement.group_by(_TALLY[column]).having(lines > 0).order_by(_TALLY[column])


def _counted(tx: Transaction, query: Query, column: str) -> Select[Any]:
    source = _SOURCES[query.listing]
    value = source.columns[column]
    statement = _filtered(tx, select(value, func.count()), source, query)
    return statement.group_by(value).order_by(value)


def _ordered(tx: Transaction, query: Query) -> Select[Any]:
    source = _SOURCES[query.listing]
    statement = _filtered(tx, select(source.key.label("key")), source, query)
    return statement.order_by(*_order(source, query))


def _filtered(
    tx: Transaction, statement: Select[Any], source: _Source, query: Query
) -> Select[Any]:
    statement = statement.select_from(source.joined)
    words = _words(query.text)
    if words and query.listing is Listing.LINES:
        statement = statement.where(search_lines(tx, words))
    else:
        for word in words:
            statement = statement.where(or_(*(contains(one, word) for one in source.searched)))
    return _chosen(statement, source.columns, query)


def _chosen(
    statement: Select[Any], columns: Mapping[str, ColumnElement[Any]], query: Query
) -> Select[Any]:
    for column, values in query.facets:
        if values:
            chosen = [_facet_value(value) for value in values]
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


def _order(source: _Source, query: Query) -> list[ColumnElement[Any]]:
    if query.order is None:
        return [*source.order, source.key]
    column = _sort_column(source, query.listing, query.order.column)
    return [column.desc() if query.order.descending else column.asc(), source.key]


def _sort_column(source: _Source, listing: Listing, named: str) -> ColumnElement[Any]:
    if listing is Listing.LINES and named == "name":
        return line.c.sort_name_uk if spoken().code == UKRAINIAN else line.c.sort_name
    if listing is Listing.LINES and named == "name_uk":
        return line.c.sort_name_uk
    return source.key if named == "id" else source.columns[named]


def _facet_text(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _facet_value(text: str) -> Any:
    return {"yes": True, "no": False}.get(text, text)


def _name(officer_id: ColumnElement[Any]) -> ColumnElement[str]:
    named = schema.officer.alias()
    return func.coalesce(select(named.c.name).where(named.c.id == officer_id).scalar_subquery(), "")


def _lines() -> _Source:
    names = (
        "number rank package capability name name_uk nsn unit required outstanding outstanding_usd unit_price"
        " priority required_by urgent releasable marking withdrawn"
    )
    columns: dict[str, ColumnElement[Any]] = {name: line.c[name] for name in names.split()}
    columns |= {
        "line": line.c.reference,
        "list": line.c.serial,
        "availability": line.c.stock,
        "state": line.c.state,
    }
    return _Source(line.c.id, columns, line, (), [line.c.rank])


def _commitments() -> _Source:
    first = (
        select(line.c.name)
        .join(commitment_line, commitment_line.c.line_id == line.c.id)
        .where(commitment_line.c.commitment_id == commitment.c.id, commitment_line.c.position == 1)
        .scalar_subquery()
    )
    count = (
        select(func.count())
        .where(commitment_line.c.commitment_id == commitment.c.id)
        .scalar_subquery()
    )
    columns: dict[str, ColumnElement[Any]] = {
        name: commitment.c[name]
        for name in (
            "version",
            "state",
            "national",
            "currency",
            "usd",
            "changed_at",
            "budget_line",
            "reason",
        )
    }
    columns |= {
        "number": func.coalesce(commitment.c.number, ""),
        "lines": count,
        "first_line": first,
        "prepared_by": _name(commitment.c.prepared_by),
        "authorised_by": _name(commitment.c.authorised_by),
    }
    searched = [_folded(columns["number"]), _folded(first), _folded(commitment.c.budget_line)]
    return _Source(commitment.c.id, columns, commitment, searched, [commitment.c.changed_at.desc()])


def _donations() -> _Source:
    columns: dict[str, ColumnElement[Any]] = {
        name: donation.c[name]
        for name in (
            "number",
            "state",
            "quantity",
            "depot",
            "condition",
            "origin",
            "quoted_basis",
            "currency",
        )
    }
    columns |= {
        "line": line.c.reference,
        "name": line.c.name,
        "unit": line.c.unit,
        "quoted": case(
            (donation.c.quoted_basis == "acquisition", donation.c.acquisition),
            (donation.c.quoted_basis == "net book", donation.c.net_book),
            (donation.c.quoted_basis == "like-for-like replacement", donation.c.like_replacement),
            else_=donation.c.new_replacement,
        ),
        "logged_by": _name(donation.c.logged_by),
        "logged_on": type_coerce(func.substr(donation.c.logged_at, 1, 10), Day),
    }
    joined = donation.join(line, line.c.id == donation.c.line_id)
    searched = [
        _folded(line.c.name),
        _folded(line.c.name_uk),
        _folded(donation.c.number),
        _folded(donation.c.depot),
    ]
    return _Source(donation.c.id, columns, joined, searched, [donation.c.id.desc()])


def _documents() -> _Source:
    state = case(
        (document.c.authorised_at.is_not(None) & (commitment.c.state == "authorised"), "signed"),
        (commitment.c.version > document.c.version, "returned"),
        (commitment.c.state == "submitted", "in review"),
        (commitment.c.state == "returned", "returned"),
        else_="withdrawn",
    )
    columns: dict[str, ColumnElement[Any]] = {
        "commitment": document.c.commitment_id,
        "number": commitment.c.number,
        "version": document.c.version,
        "state": state,
        "sha256": document.c.sha256,
        "frozen_at": document.c.frozen_at,
        "prepared_by": _name(commitment.c.prepared_by),
        "authorised_by": case(
            (document.c.authorised_at.is_not(None), _name(commitment.c.authorised_by)),
            else_=literal(""),
        ),
    }
    joined = document.join(commitment, commitment.c.id == document.c.commitment_id)
    return _Source(
        document.c.id, columns, joined, [_folded(commitment.c.number)], [document.c.id.desc()]
    )


def _journal() -> _Source:
    columns: dict[str, ColumnElement[Any]] = {
        name: journal.c[name] for name in ("at", "officer", "action", "subject", "sha256")
    }
    columns["content"] = cast(journal.c.content, Text)
    searched = [_folded(journal.c[name]) for name in ("officer", "action", "subject")]
    return _Source(journal.c.number, columns, journal, searched, [journal.c.number.desc()])


def _releases() -> _Source:
    newer = list_release.alias()
    newest = (
        select(func.max(newer.c.version))
        .where(newer.c.serial == list_release.c.serial)
        .scalar_subquery()
    )
    columns: dict[str, ColumnElement[Any]] = {
        name: list_release.c[name]
        for name in (
            "serial",
            "version",
            "issued",
            "expires",
            "imported_at",
            "sha256",
            "illustrative",
            "approval",
        )
    }
    columns |= {"lines": list_release.c.line_count, "current": list_release.c.version == newest}
    searched = [_folded(list_release.c.serial)]
    return _Source(list_release.c.id, columns, list_release, searched, [list_release.c.id.desc()])


def _officers() -> _Source:
    roles = (
        select(func.group_concat(officer_role.c.role, ", "))
        .where(officer_role.c.officer_id == officer.c.id)
        .scalar_subquery()
    )
    columns: dict[str, ColumnElement[Any]] = {
        "name": officer.c.name,
        "roles": roles,
        "certificate": officer.c.subject,
        "until": officer.c.certificate_until,
        "left_at": officer.c.left_at,
    }
    return _Source(officer.c.id, columns, officer, [_folded(officer.c.name)], [officer.c.id])


def _folded(column: ColumnElement[Any]) -> Label[str]:
    return func.fold(column).label(None)


_TALLY: dict[str, ColumnElement[Any]] = {
    "list": line_tally.c.serial,
    "package": line_tally.c.package,
    "capability": line_tally.c.capability,
    "availability": line_tally.c.stock,
    "urgent": line_tally.c.urgent,
    "state": line_tally.c.state,
}

_SOURCES = {
    Listing.LINES: _lines(),
    Listing.COMMITMENTS: _commitments(),
    Listing.DONATIONS: _donations(),
    Listing.DOCUMENTS: _documents(),
    Listing.JOURNAL: _journal(),
    Listing.RELEASES: _releases(),
    Listing.OFFICERS: _officers(),
}
