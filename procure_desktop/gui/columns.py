"""Columns as data: what each list shows of a row, how it reads, and which sign stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.gui.palette import Mark
from procure_desktop.gui.phrases import say
from procure_desktop.wording import figures

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the row's key and the order's; `text` is what a cell says; `width` is in characters."""

    key: str
    title: str
    width: int
    text: Callable[[Row], str]
    right: bool = False
    mark: Callable[[Row], Mark | None] | None = None

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a cell: the title goes first, as cells are met out of order."""
        return f"{self.title}: {self.text(row) or 'none'}"


def words(key: str, title: str, width: int) -> Column:
    """A column of text that the row holds as it is read."""
    return Column(key, title, width, lambda row: str(row[key] or ""))


def phrase(
    key: str, title: str, width: int, mark: Callable[[Row], Mark | None] | None = None
) -> Column:
    """A column of a state or kind, with a capital letter and a sign."""
    return Column(key, title, width, lambda row: say(row[key]), mark=mark)


def whole(key: str, title: str, width: int = 9) -> Column:
    """A column of whole numbers."""
    return Column(key, title, width, lambda row: figures.whole(row[key]), right=True)


def day(key: str, title: str, width: int = 12) -> Column:
    """A column of days."""
    return Column(key, title, width, lambda row: figures.day(row[key]) if row[key] else "")


def moment(key: str, title: str, width: int = 17) -> Column:
    """A column of times, in UTC."""
    return Column(key, title, width, lambda row: figures.moment(row[key]) if row[key] else "")


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


LINES = (
    whole("number", "Line", 5),
    words("name", "Item", 24),
    phrase("capability", "Capability", 14),
    Column("priority", "Priority", 11, _priority_text, mark=_priority_mark),
    phrase("availability", "US stock", 9, _colour_mark),
    whole("outstanding", "Outstanding", 11),
    words("unit", "Unit", 5),
    money("unit_price", "Unit price", 15, "USD"),
    money("outstanding_usd", "Outstanding value", 20, "USD"),
    day("required_by", "Required by"),
    words("package", "Package", 10),
    phrase("state", "State", 20, _state_mark),
)
COMMITMENTS = (
    Column("number", "Number", 14, lambda row: row["number"] or "Draft"),
    phrase("state", "State", 11, _state_mark),
    words("first_line", "First line", 25),
    whole("lines", "Lines", 5),
    money("national", "Amount", 17),
    money("usd", "In US dollars", 17, "USD"),
    words("prepared_by", "Prepared by", 16),
    words("authorised_by", "Authorised by", 16),
    words("budget_line", "Budget line", 18),
    moment("changed_at", "Changed"),
)
DONATIONS = (
    words("number", "Number", 17),
    phrase("state", "State", 11, _state_mark),
    words("name", "Item", 26),
    whole("quantity", "Quantity"),
    words("unit", "Unit", 5),
    money("quoted", "Quoted value", 17),
    phrase("quoted_basis", "Basis", 22),
    words("depot", "Depot", 18),
    phrase("condition", "Condition", 12),
    phrase("origin", "Origin", 13),
    words("logged_by", "Logged by", 16),
    day("logged_on", "Logged on"),
)
DOCUMENTS = (
    words("number", "Number", 14),
    whole("version", "Version", 7),
    phrase("state", "State", 12, _state_mark),
    words("prepared_by", "Prepared by", 14),
    words("authorised_by", "Authorised by", 14),
    moment("frozen_at", "Frozen"),
    Column("sha256", "SHA-256", 13, _short_hash),
)
JOURNAL = (
    whole("id", "Entry", 7),
    moment("at", "When (UTC)"),
    words("officer", "Officer", 16),
    phrase("action", "Action", 21),
    phrase("subject", "Subject", 20),
    Column("sha256", "SHA-256", 13, _short_hash),
)
RELEASES = (
    words("serial", "List", 18),
    whole("version", "Version", 8),
    day("issued", "Issued"),
    day("expires", "Expires"),
    whole("lines", "Lines", 7),
    moment("imported_at", "Imported"),
    Column("sha256", "SHA-256", 15, _short_hash),
)
OFFICERS = (
    words("name", "Name", 24),
    words("roles", "Roles", 26),
    words("certificate", "Certificate", 34),
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
