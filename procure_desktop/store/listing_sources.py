"""How each listing is read: its columns by name, what is joined, what is searched, and its own order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Label,
    Text,
    case,
    cast,
    func,
    literal,
    select,
    type_coerce,
)

from procure_desktop.domain.listing import Listing
from procure_desktop.store import effect_states, schema
from procure_desktop.store.columns import Day
from procure_desktop.store.effect_tables import list_effect
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


@dataclass(frozen=True, slots=True)
class Source:
    """How one listing is read: its id, its columns by name, what is joined, what is searched, and its order.

    `sorts` are the columns that are not ordered by what they hold: what is taken where English and where
    Ukrainian is spoken.
    """

    key: ColumnElement[int]
    columns: Mapping[str, ColumnElement[Any]]
    joined: FromClause
    searched: Sequence[ColumnElement[str]]
    order: Sequence[ColumnElement[Any]]
    sorts: Mapping[str, tuple[ColumnElement[Any], ColumnElement[Any]]] = field(default_factory=dict)


def _name(officer_id: ColumnElement[Any]) -> ColumnElement[str]:
    named = schema.officer.alias()
    return func.coalesce(select(named.c.name).where(named.c.id == officer_id).scalar_subquery(), "")


_NAME = {"name": (line.c.sort_name, line.c.sort_name_uk)}


def _lines() -> Source:
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
    sorts = {**_NAME, "name_uk": (line.c.sort_name_uk, line.c.sort_name)}
    return Source(line.c.id, columns, line, (), [line.c.rank], sorts)


def _commitments() -> Source:
    first, first_uk = (_of_first_line(line.c[name]) for name in ("name", "name_uk"))
    sorts = (_of_first_line(line.c.sort_name), _of_first_line(line.c.sort_name_uk))
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
        "first_line_uk": first_uk,
        "prepared_by": _name(commitment.c.prepared_by),
        "authorised_by": _name(commitment.c.authorised_by),
        "touched": effect_states.touched(commitment.c.id),
    }
    texts = (columns["number"], first, first_uk, commitment.c.budget_line)
    order = [commitment.c.changed_at.desc()]
    searched = [_folded(text) for text in texts]
    return Source(commitment.c.id, columns, commitment, searched, order, {"first_line": sorts})


def _of_first_line(column: ColumnElement[str]) -> ColumnElement[str]:
    """What the first line of a commitment holds."""
    return (
        select(column)
        .join(commitment_line, commitment_line.c.line_id == line.c.id)
        .where(commitment_line.c.commitment_id == commitment.c.id, commitment_line.c.position == 1)
        .scalar_subquery()
    )


def _donations() -> Source:
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
        "name_uk": line.c.name_uk,
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
    return Source(donation.c.id, columns, joined, searched, [donation.c.id.desc()], _NAME)


def _documents() -> Source:
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
    return Source(
        document.c.id, columns, joined, [_folded(commitment.c.number)], [document.c.id.desc()]
    )


def _journal() -> Source:
    columns: dict[str, ColumnElement[Any]] = {
        name: journal.c[name] for name in ("at", "officer", "action", "subject", "sha256")
    }
    columns["content"] = cast(journal.c.content, Text)
    searched = [_folded(journal.c[name]) for name in ("officer", "action", "subject")]
    return Source(journal.c.number, columns, journal, searched, [journal.c.number.desc()])


def _releases() -> Source:
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
    return Source(list_release.c.id, columns, list_release, searched, [list_release.c.id.desc()])


def _officers() -> Source:
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
    return Source(officer.c.id, columns, officer, [_folded(officer.c.name)], [officer.c.id])


def _effects() -> Source:
    columns: dict[str, ColumnElement[Any]] = {
        name: list_effect.c[name] for name in ("kind", "over_quantity", "over_usd")
    }
    ours = list_effect.c.commitment_id.is_not(None)
    record = case((ours, literal("commitment")), else_=literal("donation"))
    columns |= {
        "state": effect_states.state(),
        "record": record,
        "record_id": func.coalesce(list_effect.c.commitment_id, list_effect.c.donation_id),
        "number": func.coalesce(commitment.c.number, donation.c.number, ""),
        "record_state": effect_states.record_state(),
        "prepared_by": _name(effect_states.prepared_by()),
        "line": line.c.reference,
        "line_number": line.c.number,
        "name": line.c.name,
        "name_uk": line.c.name_uk,
        "unit": line.c.unit,
        "list": list_release.c.serial,
        "version": list_release.c.version,
        "imported_at": list_release.c.imported_at,
        "marking": line.c.marking,
    }
    joined = effect_states.joined().join(
        list_release, list_release.c.id == list_effect.c.release_id
    )
    searched = [
        _folded(line.c.name),
        _folded(line.c.name_uk),
        _folded(columns["number"]),
        _folded(list_release.c.serial),
    ]
    order = [list_effect.c.release_id.desc()]
    return Source(list_effect.c.id, columns, joined, searched, order, _NAME)


def _folded(column: ColumnElement[Any]) -> Label[str]:
    return func.fold(column).label(None)


SOURCES = {
    Listing.LINES: _lines(),
    Listing.COMMITMENTS: _commitments(),
    Listing.DONATIONS: _donations(),
    Listing.DOCUMENTS: _documents(),
    Listing.JOURNAL: _journal(),
    Listing.RELEASES: _releases(),
    Listing.OFFICERS: _officers(),
    Listing.EFFECTS: _effects(),
}
