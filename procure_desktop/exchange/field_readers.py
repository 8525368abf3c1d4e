"""One reader for each field of a list: a cell in, its value out, or the kind of problem that it has."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from procure_desktop.domain.errors import LookalikeError, StatedValueError
from procure_desktop.domain.rate import USD
from procure_desktop.domain.spreadsheet import ColumnMapping, ListField, ProblemKind
from procure_desktop.domain.text import check_lookalikes, fold
from procure_desktop.exchange.cell_values import CellError, cents_of, count_of, day_of, text_of
from procure_desktop.exchange.sheet_limits import (
    MOST_CELL_CHARACTERS,
    MOST_NAME_CHARACTERS,
    MOST_UNIT_CHARACTERS,
)
from procure_desktop.exchange.sheet_words import CAPABILITIES, COLOURS, FLAGS, SOURCES, UNITS
from procure_desktop.exchange.workbook import Cell

Read: TypeAlias = Callable[[Cell], Any]
_E = TypeVar("_E", bound=StrEnum | bool)

_IDENTITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
_NSN = re.compile(r"(?:([0-9]{4})-?)?([0-9]{2})-?([0-9]{3})-?([0-9]{4})", re.ASCII)
_BETWEEN = re.compile(r"[;\n]")
_MOST_REMEMBERED = 10_000
_MOST_MONTHS = 240
_LOWEST_PRIORITY = 15


_NEEDED = frozenset(
    {
        ListField.IDENTITY,
        ListField.NUMBER,
        ListField.UNIT_PRICE,
        ListField.UNIT,
        ListField.CAPABILITY,
        ListField.PRIORITY,
    }
)


@dataclass(frozen=True, slots=True)
class FieldReader:
    """How a field is read: `place` of its cell (-1 for none), and `blank`, what an empty cell says.

    Where `needed`, an empty cell is a problem; `read` refuses the empty text then, for whatever reason.
    """

    field: ListField
    place: int
    read: Read
    blank: Any
    needed: bool

    def value(self, cell: Cell) -> Any:
        """What a cell says; CellError for what it cannot say, with the right kind for an empty one."""
        if not is_blank(cell):
            return self.read(cell)
        if self.needed:
            raise CellError(ProblemKind.EMPTY)
        return self.blank


def is_blank(cell: Cell) -> bool:
    """Whether nothing but spaces stands in a cell."""
    return type(cell) is str and not cell.strip()


def make_readers(mapping: ColumnMapping) -> list[FieldReader]:
    """The readers of the mapped and the stated fields, in the order of ListField.

    StatedValueError for a stated value that its field cannot say.
    """
    readers = _readers(mapping)
    return [
        _reader(one, mapping, readers[one])
        for one in ListField
        if mapping.column(one) or mapping.stated.get(one)
    ]


def _reader(one: ListField, mapping: ColumnMapping, read: Read) -> FieldReader:
    stated = mapping.stated.get(one, "")
    try:
        blank = read(stated) if stated else None
    except CellError:
        raise StatedValueError(field=one, text=stated) from None
    needed = one in _NEEDED and blank is None
    return FieldReader(one, mapping.column(one) - 1, read, blank, needed)


def _readers(mapping: ColumnMapping) -> Mapping[ListField, Read]:
    notation = mapping.notation

    def count(cell: Cell) -> int:
        return count_of(cell, notation)

    def day(cell: Cell) -> Any:
        return day_of(cell, notation.days)

    return {
        ListField.IDENTITY: _identity,
        ListField.NUMBER: lambda cell: _between(count(cell), 1, 10_000_000),
        ListField.PACKAGE: _text(MOST_UNIT_CHARACTERS * 2),
        ListField.CAPABILITY: _remembered(_word(CAPABILITIES)),
        ListField.NAME: _text(MOST_NAME_CHARACTERS),
        ListField.NAME_UK: _text(MOST_NAME_CHARACTERS),
        ListField.NSN: _nsn,
        ListField.UNIT: _remembered(_unit),
        **dict.fromkeys(_COUNTS, count),
        ListField.UNIT_PRICE: lambda cell: cents_of(cell, notation),
        ListField.CURRENCY: _remembered(_currency),
        ListField.PRICE_BASIS: _text(MOST_NAME_CHARACTERS),
        ListField.PRICE_DAY: _remembered(day),
        ListField.PRIORITY: _remembered(lambda cell: _between(count(cell), 1, _LOWEST_PRIORITY)),
        ListField.REQUIRED_BY: _remembered(day),
        ListField.URGENT: _remembered(_word(FLAGS)),
        ListField.COLOUR: _remembered(_word(COLOURS)),
        ListField.US_SOURCE: _remembered(_word(SOURCES)),
        ListField.LEAD_MONTHS: _remembered(lambda cell: _between(count(cell), 0, _MOST_MONTHS)),
        ListField.SUBSTITUTES: _substitutes,
        ListField.REMARKS: _text(MOST_CELL_CHARACTERS),
    }


_COUNTS = (
    ListField.REQUIRED,
    ListField.VALIDATED,
    ListField.FUNDED,
    ListField.DONATED,
    ListField.DELIVERED,
    ListField.OUTSTANDING,
    ListField.US_QUANTITY,
)


def _remembered(read: Read) -> Read:
    """The same reader, for columns whose texts come again and again: a million rows hold few different ones."""
    known: dict[str, Any] = {}

    def again(cell: Cell) -> Any:
        if type(cell) is not str:
            return read(cell)
        value = known.get(cell)
        if value is None:
            value = read(cell)
            if len(known) < _MOST_REMEMBERED:
                known[cell] = value
        return value

    return again


def _text(most: int) -> Read:
    """Text of at most `most` characters in which each is seen as what it is; line breaks become spaces."""

    def of_cell(cell: Cell) -> str:
        text = cell.strip() if type(cell) is str else text_of(cell)
        if not text.isprintable():
            text = " ".join(re.split(r"[\r\n\t\u00a0 ]+", text))
            if not text.isprintable():
                raise CellError(ProblemKind.HIDDEN_CHARACTER)
        if len(text) > most:
            raise CellError(ProblemKind.TOO_LONG)
        if not text.isascii():
            try:
                check_lookalikes("", text)
            except LookalikeError:
                raise CellError(ProblemKind.LOOK_ALIKE) from None
        return text

    return of_cell


_word_text = _text(MOST_NAME_CHARACTERS)


def _identity(cell: Cell) -> str:
    text = text_of(cell)
    if _IDENTITY.fullmatch(text) is None:
        raise CellError(ProblemKind.BAD_FORM)
    return text


def _nsn(cell: Cell) -> str:
    """`1234-56-789-0123` or without its class; hyphens may be missing."""
    match = _NSN.fullmatch(text_of(cell).replace(" ", ""))
    if match is None:
        raise CellError(ProblemKind.BAD_FORM)
    return "-".join(part for part in match.groups() if part)


def _unit(cell: Cell) -> str:
    text: str = _word_text(cell)
    if not text:
        raise CellError(ProblemKind.EMPTY)
    if len(text) > MOST_UNIT_CHARACTERS:
        raise CellError(ProblemKind.TOO_LONG)
    return UNITS.get(fold(text), text)


def _currency(cell: Cell) -> str:
    text = text_of(cell).upper().replace("US$", USD).replace("$", USD)
    if text not in {USD, "US DOLLAR", "US DOLLARS", "ДОЛ. США", "ДОЛАР США"}:
        raise CellError(ProblemKind.OTHER_CURRENCY)
    return USD


def _word(words: Mapping[str, _E]) -> Callable[[Cell], _E]:
    def of_cell(cell: Cell) -> _E:
        found = words.get(fold(text_of(cell)))
        if found is None:
            raise CellError(ProblemKind.UNKNOWN_WORD)
        return found

    return of_cell


def _between(value: int, least: int, most: int) -> int:
    if not least <= value <= most:
        raise CellError(ProblemKind.TOO_LARGE if value > most else ProblemKind.NOT_ABOVE_ZERO)
    return value


def _substitutes(cell: Cell) -> tuple[str, ...]:
    parts = (part.strip() for part in _BETWEEN.split(text_of(cell)))
    return tuple(_word_text(part) for part in parts if part)
