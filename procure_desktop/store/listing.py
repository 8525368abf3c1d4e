"""What the screen lists: a query becomes ids in their order, and ids become rows."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
from procure_desktop.store import schema
from procure_desktop.store.columns import Day
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, list_release
from procure_desktop.store.schema import (
    commitment,
    commitment_line,
    document,
    donation,
    journal,
    officer,
    officer_role,
)

Row = Mapping[str, Any]
_PAGE = 500
_MOST_TEXT = 200

UNSTATED = "not stated"
"""What stands for a value that a list does not state."""


@dataclass(frozen=True, slots=True)
class _Source:
    """How one listing is read: its id, its columns by name, what is joined, what is searched, and its order."""

    key: ColumnElement[int]
    columns: Mapping[str, ColumnElement[Any]]
    joined: FromClause
    searched: Sequence[ColumnElement[str]]
    order: Sequence[ColumnElement[Any]]


def list_ids(tx: Transaction, query: Query) -> "array[int]":
    """The ids of the records that the query finds, in its order; 8 bytes each."""
    source = _SOURCES[query.listing]
    statement = _filtered(select(source.key), source, query).order_by(*_order(source, query))
    return array("q", tx.execute(statement).scalars())


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
    source = _SOURCES[query.listing]
    value = source.columns[column]
    statement = _filtered(select(value, func.count()), source, query.choosing(column, ()))
    rows = tx.execute(statement.group_by(value).order_by(value))
    return [FacetCount(_facet_text(found), count) for found, count in rows]


def column_names(listing: Listing) -> frozenset[str]:
    """The columns of a listing that it can be filtered and ordered by."""
    return frozenset(_SOURCES[listing].columns)


def _filtered(statement: Select[Any], source: _Source, query: Query) -> Select[Any]:
    statement = statement.select_from(source.joined)
    for word in _words(query.text):
        pattern = "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
        statement = statement.where(
            or_(*(column.like(pattern, escape="!") for column in source.searched))
        )
    for column, values in query.facets:
        if values:
            statement = statement.where(
                source.columns[column].in_([_facet_value(value) for value in values])
            )
    return statement


def _words(text: str) -> list[str]:
    # The engine has limits of its own for patterns and conditions; nobody reads a search this long.
    readable = text[:_MOST_TEXT].encode(errors="replace").decode()
    return fold(readable).split()


def _order(source: _Source, query: Query) -> list[ColumnElement[Any]]:
    if query.order is None:
        return [*source.order, source.key]
    named = query.order.column
    column = source.key if named == "id" else source.columns[named]
    return [column.desc() if query.order.descending else column.asc(), source.key]


def _facet_text(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _facet_value(text: str) -> Any:
    return {"yes": True, "no": False}.get(text, text)


def _name(officer_id: ColumnElement[Any]) -> ColumnElement[str]:
    named = schema.officer.alias()
    return func.coalesce(select(named.c.name).where(named.c.id == officer_id).scalar_subquery(), "")


def _line_state() -> ColumnElement[str]:
    return case(
        (line.c.withdrawn == True, "withdrawn"),  # noqa: E712 (SQL)
        (line.c.unapproved == True, "unapproved"),  # noqa: E712 (SQL)
        (line.c.releasable == False, "awaiting US release"),  # noqa: E712 (SQL)
        ((line.c.outstanding <= 0) | (line.c.outstanding_usd <= 0), "closed"),
        else_="open",
    )


def _lines() -> _Source:
    names = (
        "number rank package capability name name_uk nsn unit required outstanding outstanding_usd unit_price"
        " priority required_by urgent releasable marking withdrawn"
    )
    columns: dict[str, ColumnElement[Any]] = {name: line.c[name] for name in names.split()}
    columns |= {
        "line": line.c.reference,
        "list": line.c.serial,
        "availability": func.coalesce(line.c.colour, UNSTATED),
        "state": _line_state(),
    }
    return _Source(line.c.id, columns, line, [line.c.folded], [line.c.rank])


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
    searched = [line.c.folded, _folded(donation.c.number), _folded(donation.c.depot)]
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
    }
    return _Source(officer.c.id, columns, officer, [_folded(officer.c.name)], [officer.c.id])


def _folded(column: ColumnElement[Any]) -> Label[str]:
    return func.fold(column).label(None)


_SOURCES = {
    Listing.LINES: _lines(),
    Listing.COMMITMENTS: _commitments(),
    Listing.DONATIONS: _donations(),
    Listing.DOCUMENTS: _documents(),
    Listing.JOURNAL: _journal(),
    Listing.RELEASES: _releases(),
    Listing.OFFICERS: _officers(),
}
