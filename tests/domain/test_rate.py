from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import (
    CurrencyMismatchError,
    DollarRateError,
    RateFormError,
    UnknownCurrencyError,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import ECB, USD, Rate, dollar_rate, parse_rate

DAY = date(2026, 6, 12)
KRONE = Rate("NOK", Decimal("11.8055"), Decimal("1.1609"), DAY, ECB)
YEN = Rate("JPY", Decimal("181.42"), Decimal("1.1609"), DAY, ECB)
QUOTES = st.decimals("0.01", "1000", places=4)


def test_both_published_quotes_are_used_and_one_rounding() -> None:
    assert KRONE.to_usd(Money(11_805_500, "NOK")) == Money(1_160_900, USD)
    assert KRONE.from_usd(Money(1_160_900, USD)) == Money(11_805_500, "NOK")
    assert YEN.from_usd(Money(100, USD)) == Money(156, "JPY")


@given(st.integers(0, 10**10), QUOTES, QUOTES)
def test_a_conversion_is_the_nearest_cent(minor: int, national: Decimal, usd: Decimal) -> None:
    rate = Rate("EUR", national, usd, DAY, "test")
    exact = Fraction(minor) * Fraction(usd) / Fraction(national)
    assert abs(rate.to_usd(Money(minor, "EUR")).minor - exact) <= Fraction(1, 2)


@given(st.integers(0, 10**15))
def test_dollars_are_not_converted(minor: int) -> None:
    rate = dollar_rate(DAY)
    assert rate.to_usd(Money(minor, USD)) == Money(minor, USD) == rate.from_usd(Money(minor, USD))


def test_an_amount_of_another_currency_is_refused() -> None:
    with pytest.raises(CurrencyMismatchError):
        KRONE.to_usd(Money(1, "EUR"))
    with pytest.raises(CurrencyMismatchError):
        KRONE.from_usd(Money(1, "NOK"))


@pytest.mark.parametrize(("national", "usd"), [("0", "1"), ("1", "0"), ("-1", "1"), ("1", "-1")])
def test_a_rate_of_nothing_is_refused(national: str, usd: str) -> None:
    with pytest.raises(RateFormError):
        Rate("EUR", Decimal(national), Decimal(usd), DAY, "test")


def test_a_rate_of_an_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrencyError):
        Rate("XXX", Decimal(1), Decimal(1), DAY, "test")


@given(st.decimals("0.0000000001", "999999999", places=10))
def test_a_rate_survives_being_written_and_read(rate: Decimal) -> None:
    assert parse_rate(f" {rate:f} ") == rate


@pytest.mark.parametrize(
    "text",
    ["", "0", "0.000", "-1", "1,1565", "1e5", "1E+10000000", "NaN", "sNaN", "١", "1.", ".5",
     "1234567890", "1.12345678901", "1 2"],
)  # fmt: skip
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(RateFormError):
        parse_rate(text)


def test_dollars_have_no_other_rate_to_dollars() -> None:
    with pytest.raises(DollarRateError):
        Rate(USD, Decimal(1), Decimal("1.5"), DAY, "test")
