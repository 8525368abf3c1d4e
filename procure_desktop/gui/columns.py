"""Columns as data: what each list shows of a row, how it reads, and which sign stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.gui.colours import Mark
from procure_desktop.gui.phrases import say
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.records import action_words, subject_words
from procure_desktop.wording.subjects import common_name
from procure_desktop.wording.terms import terms

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
        return f"{tr(self.title)}: {self.text(row) or tr('none')}"


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
    urgency = tr("Urgent") if row["urgent"] else tr("Routine")
    return f"{row['priority']:02d} {urgency}"


def _priority_mark(row: Row) -> Mark | None:
    return Mark.URGENT if row["urgent"] else None


def _short_hash(row: Row) -> str:
    return str(row["sha256"])[:12]


def _first_line(row: Row) -> str:
    first, lines = str(row["first_line"]), row["lines"]
    # The number goes first: a narrow column cuts the end.
    return f"{figures.lines(lines)}: {first}" if lines > 1 else first


def _number(row: Row) -> str:
    return str(row["number"] or tr("Draft"))


def _roles(row: Row) -> str:
    said = terms(str(row["roles"]).split(", "))
    return said[:1].upper() + said[1:]


def _action(row: Row) -> str:
    return action_words(row["action"])


def _subject(row: Row) -> str:
    return subject_words(row["subject"])


def _certificate(row: Row) -> str:
    return common_name(row["certificate"] or "")


LINES = (
    whole("number", marked("Line"), 4),
    words("name", marked("Item"), 24, wide=True),
    phrase("capability", marked("Capability"), 14),
    Column("priority", marked("Priority"), 10, _priority_text, mark=_priority_mark),
    phrase("availability", marked("US stock"), 7, _colour_mark),
    words("package", marked("Package"), 6),
    units("outstanding", marked("Outstanding"), 9),
    money("unit_price", marked("Unit price"), 14, "USD"),
    money("outstanding_usd", marked("Outstanding value"), 16, "USD"),
    day("required_by", marked("Required by")),
    phrase("state", marked("State"), 18, _state_mark),
)
COMMITMENTS = (
    Column("number", marked("Number"), 12, _number),
    phrase("state", marked("State"), 10, _state_mark),
    Column("first_line", marked("Lines"), 16, _first_line, wide=True),
    money("national", marked("Amount"), 15),
    money("usd", marked("In US dollars"), 15, "USD"),
    words("prepared_by", marked("Prepared by"), 10),
    words("authorised_by", marked("Authorised by"), 11),
    words("budget_line", marked("Budget line"), 18, spare=True),
    moment("changed_at", marked("Changed"), spare=True),
)
DONATIONS = (
    words("number", marked("Number"), 14),
    phrase("state", marked("State"), 10, _state_mark),
    words("name", marked("Item"), 20, wide=True),
    units("quantity", marked("Quantity"), 8),
    money("quoted", marked("Quoted value"), 14),
    phrase("quoted_basis", marked("Basis"), 19),
    words("depot", marked("Depot"), 16, spare=True),
    phrase("condition", marked("Condition"), 12, spare=True),
    phrase("origin", marked("Origin"), 12, spare=True),
    words("logged_by", marked("Logged by"), 14, spare=True),
    day("logged_on", marked("Logged on"), spare=True),
)
DOCUMENTS = (
    words("number", marked("Number"), 12),
    whole("version", marked("Version"), 7),
    phrase("state", marked("State"), 10, _state_mark),
    words("prepared_by", marked("Prepared by"), 12, wide=True),
    words("authorised_by", marked("Authorised by"), 12),
    moment("frozen_at", marked("Frozen")),
    Column("sha256", marked("SHA-256"), 12, _short_hash),
)
JOURNAL = (
    whole("id", marked("Entry"), 6),
    moment("at", marked("When (UTC)")),
    words("officer", marked("Officer"), 13),
    Column("action", marked("Action"), 19, _action),
    Column("subject", marked("Subject"), 14, _subject, wide=True),
    Column("sha256", marked("SHA-256"), 12, _short_hash),
)
RELEASES = (
    words("serial", marked("List"), 18, wide=True),
    whole("version", marked("Version"), 8),
    day("issued", marked("Issued")),
    day("expires", marked("Expires")),
    whole("lines", marked("Lines"), 7),
    moment("imported_at", marked("Imported")),
    Column("sha256", marked("SHA-256"), 12, _short_hash),
)
OFFICERS = (
    words("name", marked("Name"), 24),
    Column("roles", marked("Roles"), 26, _roles),
    Column("certificate", marked("Certificate"), 34, _certificate, wide=True),
    day("until", marked("Valid until")),
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
