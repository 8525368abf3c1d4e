"""Columns as data: what each list shows of a row, how it reads, and which sign stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.gui.colours import Mark
from procure_desktop.gui.phrases import say
from procure_desktop.wording import figures
from procure_desktop.wording.subjects import common_name

Row = Mapping[str, Any]

APART = "\u2002\u2060"
"""An en space that is kept at the end of a line: figures end apart from what stands right of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the row's key and the order's; `text` is what a cell says; `width` is in characters.

    The one that is `wide` takes the room that the others leave; one that is `spare` is left out while
    there is no room for it, as the details say it too.
    """

    key: str
    title: str
    width: int
    text: Callable[[Row], str]
    right: bool = False
    mark: Callable[[Row], Mark | None] | None = None
    wide: bool = False
    spare: bool = False

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a cell: the title goes first, as cells are met out of order."""
        return f"{self.title}: {self.text(row) or 'none'}"


def words(key: str, title: str, width: int, *, wide: bool = False, spare: bool = False) -> Column:
    """A column of text that the row holds as it is read."""
    return Column(key, title, width, lambda row: str(row[key] or ""), wide=wide, spare=spare)


def phrase(
    key: str,
    title: str,
    width: int,
    mark: Callable[[Row], Mark | None] | None = None,
    *,
    wide: bool = False,
    spare: bool = False,
) -> Column:
    """A column of a state or kind, with a capital letter and a sign."""
    return Column(key, title, width, lambda row: say(row[key]), mark=mark, wide=wide, spare=spare)


def whole(key: str, title: str, width: int = 9) -> Column:
    """A column of whole numbers."""
    return Column(key, title, width, lambda row: figures.whole(row[key]), right=True)


def units(key: str, title: str, width: int = 9) -> Column:
    """A column of quantities with the row's unit."""
    return Column(key, title, width, lambda row: figures.units(row[key], row["unit"]), right=True)


def day(key: str, title: str, width: int = 10, *, spare: bool = False) -> Column:
    """A column of days."""
    return Column(
        key, title, width, lambda row: figures.day(row[key]) if row[key] else "", spare=spare
    )


def moment(key: str, title: str, width: int = 18, *, spare: bool = False) -> Column:
    """A column of times, in UTC."""
    return Column(
        key, title, width, lambda row: figures.moment(row[key]) if row[key] else "", spare=spare
    )


def money(key: str, title: str, width: int = 18, currency: str = "") -> Column:
    """A column of amounts; the currency is `currency` or the row's own."""
    return Column(
        key,
        title,
        width,
        lambda row: figures.amount(Money(row[key], currency or row["currency"])),
        right=True,
    )


_COLOURS = {"green": Mark.GREEN, "yellow": Mark.YELLOW, "red": Mark.RED}
_STATES = {
    "draft": Mark.DRAFT,
    "submitted": Mark.WAITING,
    "in review": Mark.WAITING,
    "returned": Mark.STOPPED,
    "authorised": Mark.DONE,
    "signed": Mark.DONE,
    "withdrawn": Mark.STOPPED,
    "cancelled": Mark.STOPPED,
    "offered": Mark.WAITING,
    "open": Mark.DONE,
    "awaiting US release": Mark.WAITING,
    "closed": Mark.STOPPED,
}


def _state_mark(row: Row) -> Mark | None:
    return _STATES.get(row["state"])


def _colour_mark(row: Row) -> Mark | None:
    return _COLOURS.get(row["availability"])


def _priority_text(row: Row) -> str:
    urgency = "Urgent" if row["urgent"] else "Routine"
    return f"{row['priority']:02d} {urgency}"


def _priority_mark(row: Row) -> Mark | None:
    return Mark.URGENT if row["urgent"] else None


def _short_hash(row: Row) -> str:
    return str(row["sha256"])[:12]


def _first_line(row: Row) -> str:
    first, lines = str(row["first_line"]), row["lines"]
    # The number goes first: a narrow column cuts the end.
    return f"{figures.whole(lines)} lines: {first}" if lines > 1 else first


def _certificate(row: Row) -> str:
    return common_name(row["certificate"] or "")


LINES = (
    whole("number", "Line", 4),
    words("name", "Item", 24, wide=True),
    phrase("capability", "Capability", 14),
    Column("priority", "Priority", 10, _priority_text, mark=_priority_mark),
    phrase("availability", "US stock", 7, _colour_mark),
    words("package", "Package", 6),
    units("outstanding", "Outstanding", 9),
    money("unit_price", "Unit price", 14, "USD"),
    money("outstanding_usd", "Outstanding value", 16, "USD"),
    day("required_by", "Required by"),
    phrase("state", "State", 18, _state_mark),
)
COMMITMENTS = (
    Column("number", "Number", 12, lambda row: row["number"] or "Draft"),
    phrase("state", "State", 10, _state_mark),
    Column("first_line", "Lines", 16, _first_line, wide=True),
    money("national", "Amount", 15),
    money("usd", "In US dollars", 15, "USD"),
    words("prepared_by", "Prepared by", 10),
    words("authorised_by", "Authorised by", 11),
    words("budget_line", "Budget line", 18, spare=True),
    moment("changed_at", "Changed", spare=True),
)
DONATIONS = (
    words("number", "Number", 14),
    phrase("state", "State", 10, _state_mark),
    words("name", "Item", 20, wide=True),
    units("quantity", "Quantity", 8),
    money("quoted", "Quoted value", 14),
    phrase("quoted_basis", "Basis", 19),
    words("depot", "Depot", 16, spare=True),
    phrase("condition", "Condition", 12, spare=True),
    phrase("origin", "Origin", 12, spare=True),
    words("logged_by", "Logged by", 14, spare=True),
    day("logged_on", "Logged on", spare=True),
)
DOCUMENTS = (
    words("number", "Number", 12),
    whole("version", "Version", 7),
    phrase("state", "State", 10, _state_mark),
    words("prepared_by", "Prepared by", 12, wide=True),
    words("authorised_by", "Authorised by", 12),
    moment("frozen_at", "Frozen"),
    Column("sha256", "SHA-256", 12, _short_hash),
)
JOURNAL = (
    whole("id", "Entry", 6),
    moment("at", "When (UTC)"),
    words("officer", "Officer", 13),
    phrase("action", "Action", 19),
    phrase("subject", "Subject", 14, wide=True),
    Column("sha256", "SHA-256", 12, _short_hash),
)
RELEASES = (
    words("serial", "List", 18, wide=True),
    whole("version", "Version", 8),
    day("issued", "Issued"),
    day("expires", "Expires"),
    whole("lines", "Lines", 7),
    moment("imported_at", "Imported"),
    Column("sha256", "SHA-256", 12, _short_hash),
)
OFFICERS = (
    words("name", "Name", 24),
    phrase("roles", "Roles", 26),
    Column("certificate", "Certificate", 34, _certificate, wide=True),
    day("until", "Valid until"),
)

COLUMNS: dict[Listing, tuple[Column, ...]] = {
    Listing.LINES: LINES,
    Listing.COMMITMENTS: COMMITMENTS,
    Listing.DONATIONS: DONATIONS,
    Listing.DOCUMENTS: DOCUMENTS,
    Listing.JOURNAL: JOURNAL,
    Listing.RELEASES: RELEASES,
    Listing.OFFICERS: OFFICERS,
}
