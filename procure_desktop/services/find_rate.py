"""Find the published exchange rate of a day."""

from datetime import date
from decimal import Decimal

from procure_desktop.domain.rate import Rate
from procure_desktop.exchange.ecb_rates import ecb_rate


def find_rate(currency: str, day: date) -> Rate:
    """The ECB reference rate of `currency` in US dollars, last published on or before `day`.

    Raises UnknownCurrencyError, RateMissingError.
    """
    return ecb_rate(currency, day)


def own_rate(currency: str, usd: Decimal, day: date, source: str) -> Rate:
    """The ministry's own rate: one unit of `currency` is worth `usd` US dollars, from the source it names."""
    return Rate(currency, Decimal(1), usd, day, source)
