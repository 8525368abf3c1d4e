"""An exchange rate as it was published: two quotes, a day and a source."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from procure_desktop.domain.errors import CurrencyMismatchError, DollarRateError, RateFormError
from procure_desktop.domain.money import Money, minor_digits, money_from_units

USD = "USD"
ECB = "ECB euro foreign exchange reference rates"

_RATE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,10})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate:
    """`national` units of `currency` are worth `usd` US dollars.

    For an ECB rate both figures are the published ones for one euro, e.g. 11.8055 NOK = 1.1609 USD, so
    that nothing was rounded before the conversion. `day` is the day of publication that was used.
    """

    currency: str
    national: Decimal
    usd: Decimal
    day: date
    source: str

    def __post_init__(self) -> None:
        """Refuse unknown currencies, and figures that cannot be a rate."""
        minor_digits(self.currency)
        if self.national <= 0 or self.usd <= 0:
            raise RateFormError(text=f"{self.national} = {self.usd}")
        if self.currency == USD and self.national != self.usd:
            raise DollarRateError

    def to_usd(self, amount: Money) -> Money:
        """Convert an amount of `currency` to US dollars, rounded half up to the cent."""
        self._check(amount, self.currency)
        return money_from_units(
            amount.in_units() * Fraction(self.usd) / Fraction(self.national), USD
        )

    def from_usd(self, amount: Money) -> Money:
        """Convert US dollars to `currency`, rounded half up to its minor unit."""
        self._check(amount, USD)
        units = amount.in_units() * Fraction(self.national) / Fraction(self.usd)
        return money_from_units(units, self.currency)

    @staticmethod
    def _check(amount: Money, expected: str) -> None:
        if amount.currency != expected:
            raise CurrencyMismatchError(expected=expected, found=amount.currency)


def parse_rate(text: str) -> Decimal:
    """Read a rate such as `1.1565`: ASCII digits, at most 9 before and 10 after the point."""
    if _RATE.fullmatch(text.strip()) is None or not Decimal(text):
        raise RateFormError(text=text)
    return Decimal(text.strip())


def dollar_rate(day: date) -> Rate:
    """The rate of a commitment made in US dollars: one for one, nothing to publish."""
    return Rate(USD, Decimal(1), Decimal(1), day, "no conversion")
