"""Columns as data: what each list says of a record, as it is read and as a spreadsheet takes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.exchange.table_file import Cell, Kind
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.items import named, named_otherwise
from procure_desktop.wording.records import action_words, subject_words
from procure_desktop.wording.subjects import common_name
from procure_desktop.wording.terms import heading, terms

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """`key` is the row's key and the order's, `title` is marked; `text` is read, `cell` is counted with.

    `currency` is the one that every row has; without it `beside` is the key of what a figure is in:
    the row's own currency, or its unit.
    """

    key: str
    title: str
    kind: Kind
    text: Callable[[Row], str]
    cell: Callable[[Row], Cell]
    currency: str = ""
    beside: str = ""


def _said(key: str, title: str, text: Callable[[Row], str]) -> RecordColumn:
    """A column whose cells are words that are made of the row."""
    return RecordColumn(key, title, Kind.TEXT, text, text)


def _words(key: str, title: str) -> RecordColumn:
    """A column of text that the row holds as it is read."""
    return _said(key, title, lambda row: str(row[key] or ""))


def _term(key: str, title: str) -> RecordColumn:
    """A column of a state or kind, with a capital letter."""
    return _said(key, title, lambda row: heading(str(row[key])))


def _flag(key: str, title: str) -> RecordColumn:
    return _said(key, title, lambda row: tr("Yes") if row[key] else tr("No"))


def _hash(key: str, title: str) -> RecordColumn:
    """A column of SHA-256, shown by its first digits."""
    return RecordColumn(
        key, title, Kind.TEXT, lambda row: str(row[key])[:12], lambda row: str(row[key])
    )


def _whole(key: str, title: str) -> RecordColumn:
    return RecordColumn(
        key, title, Kind.WHOLE, lambda row: figures.whole(row[key]), lambda row: int(row[key])
    )


def _units(key: str, title: str) -> RecordColumn:
    """A column of quantities with the row's unit."""
    return RecordColumn(
        key,
        title,
        Kind.WHOLE,
        lambda row: figures.units(row[key], row["unit"]),
        lambda row: int(row[key]),
        beside="unit",
    )


def _day(key: str, title: str) -> RecordColumn:
    return RecordColumn(
        key,
        title,
        Kind.DAY,
        lambda row: figures.day(row[key]) if row[key] else "",
        lambda row: row[key] or None,
    )


def _moment(key: str, title: str) -> RecordColumn:
    """A column of times, in UTC."""
    return RecordColumn(
        key,
        title,
        Kind.MOMENT,
        lambda row: figures.moment(row[key]) if row[key] else "",
        lambda row: row[key] or None,
    )


def _money(key: str, title: str, currency: str = "") -> RecordColumn:
    """A column of amounts; the currency is `currency` or the row's own."""

    def cell(row: Row) -> Money:
        return Money(row[key], currency or row["currency"])

    beside = "" if currency else "currency"
    return RecordColumn(
        key, title, Kind.MONEY, lambda row: figures.amount(cell(row)), cell, currency, beside
    )


def _priority(row: Row) -> str:
    urgency = tr("Urgent") if row["urgent"] else tr("Routine")
    return f"{row['priority']:02d} {urgency}"


def _first_line(row: Row) -> str:
    first, lines = named(row, "first_line"), row["lines"]
    # The number goes first: a narrow column cuts the end.
    return f"{figures.lines(lines)}: {first}" if lines > 1 else first


def _number(row: Row) -> str:
    return str(row["number"] or tr("Draft"))


def _roles(row: Row) -> str:
    if row["left_at"] is not None:
        return tr("Left on {day}").format(day=figures.day(row["left_at"]))
    said = terms(str(row["roles"]).split(", "))
    return said[:1].upper() + said[1:]


def _action(row: Row) -> str:
    return action_words(row["action"])


def _subject(row: Row) -> str:
    return subject_words(row["subject"])


def _certificate(row: Row) -> str:
    return common_name(row["certificate"] or "")


def _effect_record(row: Row) -> str:
    return str(row["number"] or tr("Draft {id}").format(id=row["record_id"]))


def _over(row: Row) -> str:
    return figures.units(row["over_quantity"], row["unit"]) if row["over_quantity"] else ""


def _over_usd(row: Row) -> str:
    return figures.amount(Money(row["over_usd"], USD)) if row["over_usd"] else ""


_LINES = (
    _whole("number", marked("Line")),
    _said("name", marked("Item"), named),
    _term("capability", marked("Capability")),
    _said("priority", marked("Priority"), _priority),
    _term("availability", marked("US stock")),
    _words("package", marked("Package")),
    _units("outstanding", marked("Outstanding")),
    _money("unit_price", marked("Unit price"), USD),
    _money("outstanding_usd", marked("Outstanding value"), USD),
    _day("required_by", marked("Required by")),
    _term("state", marked("State")),
    _said("name_uk", marked("Item in the other language"), named_otherwise),
    _words("nsn", marked("NSN")),
    _units("required", marked("Required")),
    _whole("rank", marked("Rank")),
    _words("line", marked("Identity")),
    _words("list", marked("List")),
    _term("marking", marked("Marking")),
)
_COMMITMENTS = (
    _said("number", marked("Number"), _number),
    _term("state", marked("State")),
    _said("first_line", marked("Lines"), _first_line),
    _money("national", marked("Amount")),
    _money("usd", marked("In US dollars"), USD),
    _words("prepared_by", marked("Prepared by")),
    _words("authorised_by", marked("Authorised by")),
    _term("touched", marked("New version")),
    _words("budget_line", marked("Budget line")),
    _moment("changed_at", marked("Changed")),
    _whole("version", marked("Version")),
    _words("reason", marked("Reason")),
)
_DONATIONS = (
    _words("number", marked("Number")),
    _term("state", marked("State")),
    _said("name", marked("Item"), named),
    _units("quantity", marked("Quantity")),
    _money("quoted", marked("Quoted value")),
    _term("quoted_basis", marked("Basis")),
    _words("depot", marked("Depot")),
    _term("condition", marked("Condition")),
    _term("origin", marked("Origin")),
    _words("logged_by", marked("Logged by")),
    _day("logged_on", marked("Logged on")),
    _words("line", marked("Identity of the line")),
)
_DOCUMENTS = (
    _words("number", marked("Number")),
    _whole("version", marked("Version")),
    _term("state", marked("State")),
    _words("prepared_by", marked("Prepared by")),
    _words("authorised_by", marked("Authorised by")),
    _moment("frozen_at", marked("Frozen")),
    _hash("sha256", marked("SHA-256")),
)
_JOURNAL = (
    _whole("id", marked("Entry")),
    _moment("at", marked("When (UTC)")),
    _words("officer", marked("Officer")),
    _said("action", marked("Action"), _action),
    _said("subject", marked("Subject"), _subject),
    _hash("sha256", marked("SHA-256")),
)
_EFFECTS = (
    _said("number", marked("Record"), _effect_record),
    _term("record_state", marked("State")),
    _whole("line_number", marked("Line")),
    _said("name", marked("Item"), named),
    _term("kind", marked("What is touched")),
    replace(_units("over_quantity", marked("Over by")), text=_over),
    _term("state", marked("Decision")),
    replace(_money("over_usd", marked("Over in US dollars"), USD), text=_over_usd),
    _words("list", marked("List")),
    _whole("version", marked("Version")),
    _words("prepared_by", marked("Prepared by")),
    _moment("imported_at", marked("Imported")),
)
_RELEASES = (
    _words("serial", marked("List")),
    _whole("version", marked("Version")),
    _day("issued", marked("Issued")),
    _day("expires", marked("Expires")),
    _whole("lines", marked("Lines")),
    _moment("imported_at", marked("Imported")),
    _hash("sha256", marked("SHA-256")),
    _flag("illustrative", marked("Illustrative")),
)
_OFFICERS = (
    _words("name", marked("Name")),
    _said("roles", marked("Roles"), _roles),
    _said("certificate", marked("Certificate"), _certificate),
    _day("until", marked("Valid until")),
)

RECORDS: Mapping[Listing, tuple[RecordColumn, ...]] = {
    Listing.LINES: _LINES,
    Listing.COMMITMENTS: _COMMITMENTS,
    Listing.DONATIONS: _DONATIONS,
    Listing.DOCUMENTS: _DOCUMENTS,
    Listing.JOURNAL: _JOURNAL,
    Listing.RELEASES: _RELEASES,
    Listing.OFFICERS: _OFFICERS,
    Listing.EFFECTS: _EFFECTS,
}
"""All that each list can say of a record, in the usual order."""
