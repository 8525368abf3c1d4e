"""Amounts, quantities, rates, days and fingerprints as people read them, in the region's way."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, get_decimal_symbol, parse_pattern

from procure_desktop.domain.money import Money, minor_digits
from procure_desktop.domain.rate import USD, Rate
from procure_desktop.language import plural, spoken, tr

_GROUP = 4
_SPACES = re.compile("[ \u00a0\u202f]")
_GROUPED = re.compile("[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+", re.ASCII)
_DAYS = {"uk": "dd.MM.y"}


def amount(money: Money) -> str:
    """`EUR 1,234.50`: the ISO code is never left out."""
    return f"{money.currency} {bare_amount(money)}"


def bare_amount(money: Money) -> str:
    """`1,234.50`, for a column whose heading names the currency."""
    digits = minor_digits(money.currency)
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return _decimal(Decimal(money.minor).scaleb(-digits), pattern)


def millions(money: Money) -> str:
    """`USD 4,263.77 million`, for headlines."""
    value = Decimal(money.minor).scaleb(-minor_digits(money.currency) - 6)
    value = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    text = tr("{currency} {number} million")
    return text.format(currency=money.currency, number=_decimal(value, "#,##0.00"))


def whole(number: int) -> str:
    """`1,234`."""
    return _decimal(number, "#,##0")


def units(quantity: int, unit: str) -> str:
    """`1,200 each`: a quantity with its unit of issue."""
    return f"{whole(quantity)} {unit}"


def lines(number: int) -> str:
    """`1 line`, `2 lines`."""
    return plural("{n} line", "{n} lines", number).format(n=whole(number))


def months(number: int) -> str:
    """`1 month`, `2 months`."""
    return plural("{n} month", "{n} months", number).format(n=whole(number))


def day(value: date) -> str:
    """`13 Feb 2026`."""
    return format_date(value, format=day_pattern(), locale=spoken().locale)


def day_pattern() -> str:
    """How the spoken language writes a day, in the letters of Unicode's date patterns."""
    return _DAYS.get(spoken().code, "d MMM y")


def moment(value: datetime) -> str:
    """`13 Feb 2026 14:05 UTC`."""
    at = value.astimezone(UTC)
    return f"{day(at.date())} {at:%H:%M} UTC"


def rate(value: Rate) -> str:
    """`EUR 1 = USD 1.1565 (4 Aug 2025, source)`."""
    if value.currency == USD:
        return tr("no conversion")
    return f"{quotes(value)} ({day(value.day)}, {value.source})"


def quotes(value: Rate) -> str:
    """`EUR 1 = USD 1.1565`: both quotes with every digit that was published."""
    return f"{value.currency} {_exact(value.national)} = {USD} {_exact(value.usd)}"


def either(choices: Sequence[str]) -> str:
    """`one, two or three`."""
    return str(format_list(choices, style="or", locale=spoken().locale))


def plain(typed: str) -> str:
    """The digits of a figure that was typed as the region writes it: `1 250,50` as `1250.50`.

    Only spaces may group digits, and only the region's own comma becomes the point: nothing has two meanings.
    Text that is no such figure comes back as it is, for the rule that reads it to refuse.
    """
    text = typed.strip()
    whole_part, comma, rest = text.partition(get_decimal_symbol(spoken().locale))
    if _GROUPED.fullmatch(whole_part):
        whole_part = _SPACES.sub("", whole_part)
    return f"{whole_part}.{rest}" if comma else whole_part


def as_typed(number: str) -> str:
    """Plain digits as they are typed in the region: `1250.50` as `1250,50`."""
    return number.replace(".", get_decimal_symbol(spoken().locale))


def fingerprint(digest: str) -> str:
    """A short form for tables: the first 16 hex digits in groups of four."""
    return spoken_fingerprint(digest[:16])


def spoken_fingerprint(digest: str) -> str:
    """All digits in groups of four, for reading aloud."""
    return " ".join(
        digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP)
    ).upper()


def _exact(number: Decimal) -> str:
    return _decimal(number, "#,##0.####################")


def _decimal(number: Decimal | int, pattern: str) -> str:
    return str(_parsed(pattern).apply(number, _locale(spoken().locale), decimal_quantization=False))


@cache
def _locale(name: str) -> Locale:
    """Found once: a table formats hundreds of figures a screen."""
    return Locale.parse(name)


@cache
def _parsed(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)
