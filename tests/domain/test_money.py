from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import (
    AmountFormError,
    AmountPrecisionError,
    AmountTooLargeError,
    CurrencyMismatchError,
    UnknownCurrencyError,
)
from procure_desktop.domain.money import (
    MINOR_DIGITS,
    MOST_MINOR,
    Money,
    money_from_units,
    parse_amount,
    round_half_up,
    sum_money,
)

CURRENCIES = st.sampled_from(sorted(MINOR_DIGITS))


@given(st.integers(0, 10**15 - 1), CURRENCIES)
def test_an_amount_survives_being_written_and_read(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert parse_amount(money.decimal_text(), currency) == money


@given(st.integers(-MOST_MINOR, MOST_MINOR), CURRENCIES)
def test_decimal_text_says_the_exact_amount(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Fraction(money.decimal_text()) == money.in_units()


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("0", "EUR", 0),
        ("1234.5", "EUR", 123450),
        ("1234.50", "EUR", 123450),
        (" 7 ", "EUR", 700),
        ("0.01", "USD", 1),
        ("1234.500000", "EUR", 123450),
        ("12", "JPY", 12),
        ("12.000", "ISK", 12),
        ("90071992547409.91", "EUR", MOST_MINOR),
    ],
)
def test_amounts_are_read_exactly(text: str, currency: str, minor: int) -> None:
    assert parse_amount(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".5",
        "5.",
        "-1",
        "+1",
        "1,000",
        "1 000",
        "1_000",
        "1e3",
        "1E+10000000",
        "NaN",
        "Infinity",
        "0x10",
        "١٢٣",
        "१२३",
        "\uff11\uff12",
        "²",
        "1.2.3",
        "1000000000000000",
        "9" * 100_000,
        "1.0000000",
        "1\n2",
        "€5",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountFormError) as refused:
        parse_amount(text, "EUR")
    assert refused.value.text == text


@pytest.mark.parametrize(("text", "currency"), [("0.001", "EUR"), ("1.5", "JPY"), ("1.01", "ISK")])
def test_more_decimals_than_the_currency_has_are_refused(text: str, currency: str) -> None:
    with pytest.raises(AmountPrecisionError):
        parse_amount(text, currency)


@given(st.fractions())
def test_rounding_goes_to_the_nearest_and_a_half_away_from_zero(value: Fraction) -> None:
    rounded = round_half_up(value)
    assert abs(rounded - value) <= Fraction(1, 2)
    if abs(rounded - value) == Fraction(1, 2):
        assert abs(rounded) > abs(value)
    assert round_half_up(-value) == -rounded


@given(st.fractions(-(10**12), 10**12), CURRENCIES)
def test_an_amount_from_units_is_off_by_half_a_minor_unit_at_most(
    units: Fraction, currency: str
) -> None:
    money = money_from_units(units, currency)
    assert abs(money.in_units() - units) <= Fraction(1, 2 * 10 ** MINOR_DIGITS[currency])


@given(st.lists(st.integers(-(10**12), 10**12)), CURRENCIES)
def test_sums_and_differences_are_exact(minors: list[int], currency: str) -> None:
    total = sum_money([Money(minor, currency) for minor in minors], currency)
    assert total == Money(sum(minors), currency)
    assert total - total == Money(0, currency)


def test_times_is_repeated_addition() -> None:
    assert Money(333, "EUR").times(3) == Money(999, "EUR")


def test_currencies_are_never_mixed() -> None:
    with pytest.raises(CurrencyMismatchError):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(CurrencyMismatchError):
        Money(1, "EUR") - Money(1, "USD")
    with pytest.raises(CurrencyMismatchError):
        sum_money([Money(1, "EUR")], "USD")


@pytest.mark.parametrize("currency", ["", "eur", "XXX", "EURO", "€"])
def test_an_unknown_currency_is_refused(currency: str) -> None:
    with pytest.raises(UnknownCurrencyError):
        Money(1, currency)
    with pytest.raises(UnknownCurrencyError):
        parse_amount("1", currency)


@pytest.mark.parametrize("minor", [MOST_MINOR + 1, -MOST_MINOR - 1, 10**4000])
def test_more_than_the_database_can_hold_is_refused(minor: int) -> None:
    with pytest.raises(AmountTooLargeError):
        Money(minor, "EUR")
    with pytest.raises(AmountTooLargeError):
        Money(MOST_MINOR, "EUR").times(2)
