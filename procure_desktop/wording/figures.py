"""Amounts, quantities, rates, days and fingerprints as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from procure_desktop.domain.money import Money, minor_digits
from procure_desktop.domain.rate import USD, Rate

LOCALE = "en_GB"
_GROUP = 4


def amount(money: Money) -> str:
    """`EUR 1,234.50`: the ISO code is never left out."""
    return f"{money.currency} {bare_amount(money)}"


def bare_amount(money: Money) -> str:
    """`1,234.50`, for a column whose heading names the currency."""
    digits = minor_digits(money.currency)
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(Decimal(money.minor).scaleb(-digits), format=pattern, locale=LOCALE)


def millions(money: Money) -> str:
    """`USD 4,263.77 million`, for headlines."""
    value = Decimal(money.minor).scaleb(-minor_digits(money.currency) - 6)
    return f"{money.currency} {format_decimal(value, format='#,##0.00', locale=LOCALE)} million"


def whole(number: int) -> str:
    """`1,234`."""
    return format_decimal(number, format="#,##0", locale=LOCALE)


def units(quantity: int, unit: str) -> str:
    """`1,200 each`: a quantity with its unit of issue."""
    return f"{whole(quantity)} {unit}"


def counted(number: int, one: str, several: str) -> str:
    """The number with the noun that fits it: `1 line`, `2 lines`."""
    return f"{whole(number)} {one if number == 1 else several}"


def day(value: date) -> str:
    """`13 Feb 2026`."""
    return format_date(value, format="d MMM y", locale=LOCALE)


def moment(value: datetime) -> str:
    """`13 Feb 2026 14:05 UTC`."""
    at = value.astimezone(UTC)
    return f"{day(at.date())} {at:%H:%M} UTC"


def rate(value: Rate) -> str:
    """`EUR 1 = USD 1.1565 (4 Aug 2025, source)`."""
    if value.currency == USD:
        return "no conversion"
    quotes = f"{value.currency} {value.national:f} = {USD} {value.usd:f}"
    return f"{quotes} ({day(value.day)}, {value.source})"


def fingerprint(digest: str) -> str:
    """A short form for tables: the first 16 hex digits in groups of four."""
    return spoken_fingerprint(digest[:16])


def spoken_fingerprint(digest: str) -> str:
    """All digits in groups of four, for reading aloud."""
    return " ".join(
        digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP)
    ).upper()
