"""What the columns of a sheet most likely say, by the words at their heads and by what stands below."""

from collections.abc import Iterable, Sequence
from functools import cache, partial

from procure_desktop.domain.spreadsheet import DayOrder, Decimals, ListField, Notation, Thousands
from procure_desktop.exchange.cell_values import (
    CellError,
    cents_of,
    count_of,
    day_of,
    readable,
    text_of,
)
from procure_desktop.exchange.sheet_words import HEADS, plain
from procure_desktop.exchange.workbook import Cell

_LEAST_HEADS = 3
_AMOUNTS = (ListField.UNIT_PRICE,)
_COUNTS = (
    ListField.REQUIRED,
    ListField.VALIDATED,
    ListField.OUTSTANDING,
    ListField.FUNDED,
    ListField.DONATED,
    ListField.DELIVERED,
)
_DAYS = (ListField.REQUIRED_BY, ListField.PRICE_DAY)
_NUMBERS = (
    (Decimals.POINT, Thousands.NONE),
    (Decimals.COMMA, Thousands.SPACE),
    (Decimals.POINT, Thousands.COMMA),
    (Decimals.COMMA, Thousands.POINT),
    (Decimals.POINT, Thousands.SPACE),
    (Decimals.POINT, Thousands.APOSTROPHE),
)


def find_header(rows: Sequence[Sequence[Cell]]) -> int:
    """The row, from 1, whose words name most columns; 0 where fewer than three do."""
    scores = [len(guess_columns(heads_of(row))) for row in rows]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best >= _LEAST_HEADS else 0


def heads_of(row: Sequence[Cell]) -> tuple[str, ...]:
    """The cells of a row as text, on one line each."""
    return tuple(" ".join(head_text(cell).split()) for cell in row)


def head_text(cell: Cell) -> str:
    """The cell as text; nothing for what is no text and no number."""
    try:
        return text_of(cell)
    except CellError:
        return ""


def guess_columns(heads: Sequence[str]) -> dict[ListField, int]:
    """The columns, from 1, that the heads name: the surest first, none twice."""
    likely = sorted(
        (
            (-score, place, order, wanted)
            for place, head in enumerate(heads, start=1)
            for order, wanted in enumerate(ListField)
            if (score := _likeness(plain(head), wanted))
        ),
    )
    found: dict[ListField, int] = {}
    for _, place, _, wanted in likely:
        if wanted not in found and place not in found.values():
            found[wanted] = place
    return found


def _likeness(head: str, wanted: ListField) -> int:
    """How well a head fits: whole words that it holds count by their length, the same words more."""
    words = _words(wanted)
    if head in words:
        return 1000 + len(head)
    inside = (len(word) for word in words if len(word) > 2 and f" {word} " in f" {head} ")  # noqa: PLR2004
    return max(inside, default=0)


@cache
def _words(wanted: ListField) -> frozenset[str]:
    return frozenset(plain(word) for word in HEADS[wanted])


def guess_notation(
    rows: Iterable[Sequence[Cell]], columns: dict[ListField, int], fallback: Notation
) -> Notation:
    """The notation by which most of the texts in the columns of numbers and days can be read."""
    listed = list(rows)
    prices, counts, days = (_texts(listed, columns, group) for group in (_AMOUNTS, _COUNTS, _DAYS))
    numbers = max(_NUMBERS, key=lambda one: _read_by(Notation(*one), prices, counts))
    order = max(DayOrder, key=lambda one: sum(map(partial(_is_day, one), days)))
    if not prices and not counts:
        numbers = fallback.decimals, fallback.thousands
    return Notation(*numbers, order if days else fallback.days)


def _read_by(notation: Notation, prices: list[str], counts: list[str]) -> int:
    amounts = sum(readable(partial(cents_of, text, notation)) for text in prices)
    return amounts + sum(readable(partial(count_of, text, notation)) for text in counts)


def _is_day(order: DayOrder, text: str) -> bool:
    return readable(partial(day_of, text, order))


def _texts(
    rows: list[Sequence[Cell]], columns: dict[ListField, int], fields: Sequence[ListField]
) -> list[str]:
    places = [columns[one] - 1 for one in fields if one in columns]
    cells = (row[place] for row in rows for place in places if place < len(row))
    return [cell for cell in cells if isinstance(cell, str) and cell.strip()]
