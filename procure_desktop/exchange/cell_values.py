"""What stands in one cell, read as a number, an amount, a day or a word; exactly, or refused."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from procure_desktop.domain.commitment import MOST_UNITS
from procure_desktop.domain.spreadsheet import DayOrder, Decimals, Notation, ProblemKind, Thousands
from procure_desktop.exchange.sheet_limits import MOST_DIGITS
from procure_desktop.exchange.workbook import Cell

MOST_CENTS = 1_000_000_000_000
"""As much as a release may state for one unit: 10 bn US dollars."""

_SPACES = " \u00a0\u202f\u2009"
_GROUPS = {
    Thousands.NONE: "",
    Thousands.SPACE: f"[{_SPACES}]",
    Thousands.COMMA: ",",
    Thousands.POINT: r"\.",
    Thousands.APOSTROPHE: "['’]",
}
_DOLLARS = re.compile(r"(?:US\$|USD|\$|US dollars?|дол(?:\.|арів)?(?: США)?)", re.IGNORECASE)
_OTHER_MONEY = re.compile(r"[€£₴¥]|\b[A-Z]{3}\b|(?i:грн|євро|фунт)")
_DAY = re.compile(r"([0-9]{1,4})[./\- ]([0-9]{1,2})[./\- ]([0-9]{1,4})(?:[T ]00:00(?::00)?)?")
_SERIAL = re.compile(r"[0-9]{5,6}", re.ASCII)
_FIRST_DAY = date(1899, 12, 30)
# The serial numbers of 1950 and 2199.
_SERIALS = range(18_264, 109_575)


class CellError(Exception):
    """A cell that is not what its column holds."""

    def __init__(self, kind: ProblemKind) -> None:
        super().__init__(kind)
        self.kind = kind


def text_of(cell: Cell) -> str:
    """The cell as plain text, stripped: whole numbers without a point, days in ISO form."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return str(cell)


def number_text(value: float) -> str:
    """The digits that a spreadsheet shows for a number: at most 15, no exponent; 0.1 is `0.1`."""
    if not math.isfinite(value):
        raise CellError(ProblemKind.NO_NUMBER)
    shown = f"{value:.15g}"
    if "e" not in shown:
        return shown
    if abs(value) >= 1:
        raise CellError(ProblemKind.IMPRECISE)
    return f"{value:.20f}".rstrip("0")


def count_of(cell: Cell, notation: Notation) -> int:
    """A whole number from 0 to 10,000,000."""
    if type(cell) is str and len(cell) < 8 and cell.isascii() and cell.isdigit():  # noqa: PLR2004 (the quick way)
        value = int(cell)
    else:
        whole, part = _digits(cell, notation)
        if part:
            raise CellError(ProblemKind.NO_WHOLE_NUMBER)
        value = int(whole)
    if value > MOST_UNITS:
        raise CellError(ProblemKind.TOO_LARGE)
    return value


def cents_of(cell: Cell, notation: Notation) -> int:
    """An amount of US dollars above zero as whole cents; a sign of dollars beside it is taken."""
    bare = _without_dollars(cell) if type(cell) is str else cell
    whole, part = _digits(bare, notation)
    if len(part) > 2:  # noqa: PLR2004 (cents)
        raise CellError(ProblemKind.TOO_MANY_DECIMALS)
    cents = int(whole) * 100 + int(part.ljust(2, "0"))
    if not cents:
        raise CellError(ProblemKind.NOT_ABOVE_ZERO)
    if cents > MOST_CENTS:
        raise CellError(ProblemKind.TOO_LARGE)
    return cents


def _without_dollars(text: str) -> str:
    bare = _DOLLARS.sub("", text, count=1).strip()
    if _OTHER_MONEY.search(bare):
        raise CellError(ProblemKind.OTHER_CURRENCY)
    return bare


def _digits(cell: Cell, notation: Notation) -> tuple[str, str]:
    """The digits before and after the point, the latter without zeros at its end."""
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        raise CellError(ProblemKind.NO_NUMBER)
    if isinstance(cell, str):
        match = _pattern(notation.decimals, notation.thousands).fullmatch(cell.strip())
    else:
        match = _pattern(Decimals.POINT, Thousands.NONE).fullmatch(text_of(cell))
    if match is None:
        raise CellError(ProblemKind.NO_NUMBER)
    if match["sign"]:
        raise CellError(ProblemKind.NEGATIVE)
    whole = "".join(filter(str.isdigit, match["whole"]))
    if len(whole) > MOST_DIGITS:
        raise CellError(ProblemKind.TOO_LARGE)
    return whole, (match["part"] or "").rstrip("0")


@cache
def _pattern(decimals: Decimals, thousands: Thousands) -> re.Pattern[str]:
    group = _GROUPS[thousands]
    grouped = (
        f"|[0-9]{{1,3}}(?:{group}[0-9]{{3}})+" if group and str(thousands) != str(decimals) else ""
    )
    return re.compile(
        rf"(?P<sign>[-−])?(?P<whole>[0-9]{{1,40}}{grouped})"
        rf"(?:{re.escape(decimals)}(?P<part>[0-9]{{1,20}}))?"
    )


def day_of(cell: Cell, order: DayOrder) -> date:
    """A day, as a date cell or as text in the order that was stated."""
    if isinstance(cell, datetime):
        return _whole_day(cell)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return _day_of_number(cell) if order is DayOrder.SERIAL else _day_of_text(cell, order)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if order is DayOrder.SERIAL:
            return _day_of_number(text_of(cell))
        raise CellError(ProblemKind.DAY_AS_NUMBER)
    raise CellError(ProblemKind.NO_DAY)


def _whole_day(moment: datetime) -> date:
    if moment != datetime.combine(moment.date(), datetime.min.time()):
        raise CellError(ProblemKind.NO_DAY)
    return moment.date()


def _day_of_number(text: str) -> date:
    digits = text.strip()
    if _SERIAL.fullmatch(digits) is None or int(digits) not in _SERIALS:
        raise CellError(ProblemKind.NO_DAY)
    return _FIRST_DAY + timedelta(days=int(digits))


def _day_of_text(text: str, order: DayOrder) -> date:
    match = _DAY.fullmatch(text.strip())
    if match is None or not match[0].isascii():
        raise CellError(ProblemKind.NO_DAY)
    first, second, third = match[1], match[2], match[3]
    if len(first) == 4:  # noqa: PLR2004 (a year that is written out is one, whatever the order)
        year, month, day = first, second, third
    elif order is DayOrder.MONTH_DAY_YEAR:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    if len(year) != 4:  # noqa: PLR2004 (two digits would leave the century open)
        raise CellError(ProblemKind.NO_DAY)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellError(ProblemKind.NO_DAY) from None


def readable(read: Callable[[], object]) -> bool:
    """Whether a cell can be read so."""
    try:
        read()
    except CellError:
        return False
    return True
