"""Money: an exact number of minor units of one currency, read from text by one pattern and rounded by one rule."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from procure_desktop.domain.errors import (
    AmountFormError,
    AmountPrecisionError,
    AmountTooLargeError,
    CurrencyMismatchError,
    UnknownCurrencyError,
)

# Decimal places of the minor unit, ISO 4217. Kept here rather than looked up, so that a figure stored
# years ago is never read with another library's opinion of its currency.
MINOR_DIGITS = {
    "ALL": 2, "AUD": 2, "BGN": 2, "CAD": 2, "CHF": 2, "CZK": 2, "DKK": 2, "EUR": 2, "GBP": 2,
    "HUF": 2, "ISK": 0, "JPY": 0, "KRW": 0, "MKD": 2, "NOK": 2, "NZD": 2, "PLN": 2, "RON": 2,
    "SEK": 2, "TRY": 2, "UAH": 2, "USD": 2,
}  # fmt: skip

MOST_MINOR = 2**53 - 1
"""The largest integer that canonical JSON carries exactly (RFC 8785): the records attached to documents."""

# ASCII digits only: int() and Decimal() would also take other scripts' digits and exponents.
_AMOUNT = re.compile(r"(?P<whole>[0-9]{1,15})(?:\.(?P<part>[0-9]{1,6}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` minor units (cents) of the ISO 4217 currency `currency`."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse a currency whose minor unit is not known, and more than a record can carry."""
        minor_digits(self.currency)
        if abs(self.minor) > MOST_MINOR:
            raise AmountTooLargeError(currency=self.currency)

    def __add__(self, other: Self) -> "Money":
        """Add two amounts of the same currency."""
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Self) -> "Money":
        """Subtract an amount of the same currency."""
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def times(self, quantity: int) -> "Money":
        """Multiply by a whole number of units."""
        return Money(self.minor * quantity, self.currency)

    def in_units(self) -> Fraction:
        """The amount in major units (dollars, euro), exact."""
        return Fraction(self.minor, 10 ** minor_digits(self.currency))

    def decimal_text(self) -> str:
        """The amount as plain decimal text with every minor digit, e.g. `1234.50`."""
        digits = minor_digits(self.currency)
        sign, minor = ("-", -self.minor) if self.minor < 0 else ("", self.minor)
        if not digits:
            return f"{sign}{minor}"
        whole, part = divmod(minor, 10**digits)
        return f"{sign}{whole}.{part:0{digits}d}"

    def _same_currency(self, other: Self) -> None:
        if other.currency != self.currency:
            raise CurrencyMismatchError(expected=self.currency, found=other.currency)


def minor_digits(currency: str) -> int:
    """How many decimal places the currency has; UnknownCurrencyError for one that is not listed."""
    try:
        return MINOR_DIGITS[currency]
    except KeyError:
        raise UnknownCurrencyError(currency=currency) from None


def round_half_up(value: Fraction) -> int:
    """Round to the nearest whole number, a half away from zero (Regulation (EC) No 1103/97, Article 5)."""
    magnitude = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return magnitude if value >= 0 else -magnitude


def money_from_units(units: Fraction, currency: str) -> Money:
    """The nearest amount to `units` major units of `currency`, by round_half_up."""
    return Money(round_half_up(units * 10 ** minor_digits(currency)), currency)


def parse_amount(text: str, currency: str) -> Money:
    """Read `1234.5` as an exact amount of `currency`.

    Raises AmountFormError for anything but ASCII digits with an optional point, and
    AmountPrecisionError when it has more decimals than the currency.
    """
    digits = minor_digits(currency)
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        raise AmountFormError(text=text)
    part = (match["part"] or "").rstrip("0")
    if len(part) > digits:
        raise AmountPrecisionError(text=text, currency=currency, digits=digits)
    return Money(int(match["whole"]) * 10**digits + int(part.ljust(digits, "0") or "0"), currency)


def sum_money(amounts: list[Money], currency: str) -> Money:
    """The sum of amounts that are all in `currency`; zero for none."""
    return sum(amounts, start=Money(0, currency))
