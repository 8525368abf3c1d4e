"""A list that comes as a spreadsheet: which column says what, how its figures are written, what is wrong where."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from procure_desktop.domain.errors import MappingIncompleteError
from procure_desktop.domain.handling import Marking


class ListField(StrEnum):
    """What a column of a list can say."""

    IDENTITY = "identity"
    NUMBER = "number"
    PACKAGE = "package"
    CAPABILITY = "capability"
    NAME = "name"
    NAME_UK = "name in Ukrainian"
    NSN = "NSN"
    UNIT = "unit of issue"
    REQUIRED = "quantity required"
    VALIDATED = "quantity validated"
    FUNDED = "quantity funded"
    DONATED = "quantity donated"
    DELIVERED = "quantity delivered"
    OUTSTANDING = "quantity outstanding"
    UNIT_PRICE = "unit price"
    CURRENCY = "currency"
    PRICE_BASIS = "price basis"
    PRICE_DAY = "price date"
    PRIORITY = "priority"
    REQUIRED_BY = "required by"
    URGENT = "urgent"
    COLOUR = "US stock colour"
    US_QUANTITY = "US quantity"
    US_SOURCE = "US source"
    LEAD_MONTHS = "lead time in months"
    SUBSTITUTES = "substitutes"
    REMARKS = "remarks"


STATABLE = (
    ListField.PACKAGE,
    ListField.CAPABILITY,
    ListField.UNIT,
    ListField.PRICE_BASIS,
    ListField.PRIORITY,
    ListField.URGENT,
)
"""What an officer may state for every row that leaves it empty."""

# Each group needs a column of at least one of its fields; the last three may be stated instead.
_NEEDED = (
    (ListField.IDENTITY, ListField.NUMBER),
    (ListField.NAME, ListField.NAME_UK),
    (ListField.REQUIRED, ListField.VALIDATED, ListField.OUTSTANDING),
    (ListField.UNIT_PRICE,),
    (ListField.UNIT,),
    (ListField.CAPABILITY,),
    (ListField.PRIORITY,),
)


class Decimals(StrEnum):
    """What stands before the decimals of a number that is written as text."""

    POINT = "."
    COMMA = ","


class Thousands(StrEnum):
    """What stands between groups of three digits; a number without groups is read in any case."""

    NONE = ""
    SPACE = " "
    COMMA = ","
    POINT = "."
    APOSTROPHE = "'"


class DayOrder(StrEnum):
    """How a day is written as text, or that it stands as the number of days since 30 December 1899."""

    DAY_MONTH_YEAR = "day month year"
    MONTH_DAY_YEAR = "month day year"
    YEAR_MONTH_DAY = "year month day"
    SERIAL = "serial number"


@dataclass(frozen=True, slots=True)
class Notation:
    """How the sender writes numbers and days."""

    decimals: Decimals = Decimals.POINT
    thousands: Thousands = Thousands.NONE
    days: DayOrder = DayOrder.DAY_MONTH_YEAR


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column of which sheet says what.

    `header` is the row that names the columns, 0 for none; `columns` counts from 1. `stated` is what the
    officer states for rows whose cell is empty. `encoding` and `delimiter` are those of a CSV file.
    """

    sheet: str
    header: int
    columns: Mapping[ListField, int]
    stated: Mapping[ListField, str] = field(default_factory=dict)
    notation: Notation = Notation()
    encoding: str = ""
    delimiter: str = ""

    def column(self, wanted: ListField) -> int:
        """The column of a field, 0 for none."""
        return self.columns.get(wanted, 0)


@dataclass(frozen=True, slots=True)
class SenderMapping:
    """What is kept of a mapping for the sender's next file: columns by the words of their heads."""

    heads: Mapping[ListField, str]
    stated: Mapping[ListField, str]
    notation: Notation

    def applied(self, mapping: ColumnMapping, heads: tuple[str, ...]) -> ColumnMapping:
        """`mapping` with the columns whose heads are the remembered ones; other guesses are kept."""
        places = {head.strip().casefold(): place for place, head in enumerate(heads, start=1)}
        found = {
            wanted: places[head.strip().casefold()]
            for wanted, head in self.heads.items()
            if head.strip().casefold() in places
        }
        taken = set(found.values())
        others = {one: place for one, place in mapping.columns.items() if place not in taken}
        return replace(
            mapping, columns=others | found, stated=dict(self.stated), notation=self.notation
        )


def remember(mapping: ColumnMapping, heads: tuple[str, ...]) -> SenderMapping:
    """What to keep of a mapping whose columns have these heads."""
    named = {one: heads[place - 1] for one, place in mapping.columns.items() if place <= len(heads)}
    return SenderMapping(
        {one: head for one, head in named.items() if head.strip()},
        dict(mapping.stated),
        mapping.notation,
    )


def check_mapping(mapping: ColumnMapping) -> None:
    """Refuse a mapping that leaves out what no line can be without: MappingIncompleteError."""
    known = {one for one, place in mapping.columns.items() if place}
    known |= {one for one, text in mapping.stated.items() if text and one in STATABLE}
    missing = tuple(group for group in _NEEDED if not known.intersection(group))
    if missing:
        raise MappingIncompleteError(groups=missing)


@dataclass(frozen=True, slots=True)
class ListCover:
    """What the officer says of the list as a whole; `expires` is the last day to commit to it, None without one."""

    serial: str
    issuer: str
    issued: date
    expires: date | None
    marking: Marking
    illustrative: bool = False


class Limit(StrEnum):
    """What of a spreadsheet is counted and limited."""

    BYTES = "bytes"
    UNPACKED_BYTES = "unpacked bytes"
    RATIO = "times its packed size"
    MEMBERS = "parts"
    SHEETS = "sheets"
    ROWS = "rows"
    COLUMNS = "columns"


class ProblemKind(StrEnum):
    """What can be wrong with a cell or a row."""

    EMPTY = "empty"
    ERROR = "error value"
    MERGED = "merged"
    NO_NUMBER = "no number"
    NO_WHOLE_NUMBER = "no whole number"
    NEGATIVE = "negative"
    NOT_ABOVE_ZERO = "not above zero"
    TOO_MANY_DECIMALS = "too many decimals"
    TOO_LARGE = "too large"
    IMPRECISE = "imprecise"
    OTHER_CURRENCY = "other currency"
    NO_DAY = "no date"
    DAY_AS_NUMBER = "date as number"
    UNKNOWN_WORD = "unknown word"
    HIDDEN_CHARACTER = "hidden character"
    LOOK_ALIKE = "look-alike letters"
    TOO_LONG = "too long"
    BAD_FORM = "bad form"
    REPEATED = "repeated"
    DISAGREE = "disagree"
    ROW_TOO_LONG = "row too long"


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """What is wrong in which cell: `row` and `column` count from 1, `column` 0 is the row as a whole.

    `found` is what stands there, shortened.
    """

    kind: ProblemKind
    sheet: str
    row: int
    column: int
    field: ListField | None
    found: str

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: `C12`, or the row's number alone."""
        return f"{column_letters(self.column)}{self.row}" if self.column else str(self.row)


def column_letters(column: int) -> str:
    """`A` for 1, `AA` for 27; nothing for 0."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
