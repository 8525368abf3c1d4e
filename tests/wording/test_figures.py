from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.money import MINOR_DIGITS, MOST_MINOR, Money
from procure_desktop.domain.rate import ECB, Rate, dollar_rate
from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from procure_desktop.wording.figures import (
    amount,
    as_typed,
    bare_amount,
    day,
    either,
    fingerprint,
    lines,
    millions,
    moment,
    plain,
    rate,
    spoken_fingerprint,
    units,
    whole,
)

DAY = date(2026, 2, 13)


def test_amounts_name_their_currency_and_group_thousands() -> None:
    assert amount(Money(123450, "EUR")) == "EUR 1,234.50"
    assert amount(Money(-5, "USD")) == "USD -0.05"
    assert amount(Money(1234567, "JPY")) == "JPY 1,234,567"
    assert bare_amount(Money(100, "NOK")) == "1.00"


@given(st.integers(-MOST_MINOR, MOST_MINOR), st.sampled_from(sorted(MINOR_DIGITS)))
def test_no_digit_of_an_amount_is_lost(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert bare_amount(money).replace(",", "") == money.decimal_text()


def test_headlines_are_in_millions() -> None:
    assert millions(Money(426_377_000_000, "USD")) == "USD 4,263.77 million"
    assert millions(Money(580_849_496, "USD")) == "USD 5.81 million"


def test_whole_numbers_and_units() -> None:
    assert whole(1234567) == "1,234,567"
    assert units(1200, "EA") == "1,200 EA"


def test_days_and_moments_in_utc() -> None:
    assert day(DAY) == "13 Feb 2026"
    assert moment(datetime(2026, 2, 13, 14, 5, tzinfo=UTC)) == "13 Feb 2026 14:05 UTC"
    east = timezone(timedelta(hours=3))
    assert moment(datetime(2026, 2, 13, 1, 5, tzinfo=east)) == "12 Feb 2026 22:05 UTC"


def test_rates_show_both_quotes_with_day_and_source() -> None:
    krone = Rate("NOK", Decimal("11.8055"), Decimal("1.1609"), DAY, ECB)
    assert rate(krone) == f"NOK 11.8055 = USD 1.1609 (13 Feb 2026, {ECB})"
    assert rate(dollar_rate(DAY)) == "no conversion"


def test_fingerprints_in_groups_of_four() -> None:
    digest = "0123456789abcdef" * 4
    assert fingerprint(digest) == "0123 4567 89AB CDEF"
    assert spoken_fingerprint(digest).replace(" ", "").lower() == digest
    assert spoken_fingerprint(digest).count(" ") == 15


@pytest.fixture
def ukrainian() -> Iterator[None]:
    speak(language(UKRAINIAN))
    yield
    speak(language(ENGLISH))


def test_figures_follow_the_region(ukrainian: None) -> None:
    assert amount(Money(123_456_750, "EUR")) == "EUR 1\u00a0234\u00a0567,50"
    assert day(DAY) == "13.02.2026"
    assert either(["укладач", "затверджувач"]) == "укладач або затверджувач"
    assert lines(1) == "1 позиція"
    assert lines(3) == "3 позиції"
    assert lines(11) == "11 позицій"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1250000,50", "1250000.50"),
        ("1 250 000,50", "1250000.50"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1.5", "1.5"),
        ("1.250,50", "1.250.50"),
        ("1 25 000", "1 25 000"),
        ("EUR 5", "EUR 5"),
    ],
)
def test_a_typed_comma_is_a_point_where_the_region_writes_it_so(
    ukrainian: None, typed: str, read: str
) -> None:
    assert plain(typed) == read


def test_a_typed_comma_is_refused_where_it_could_group_digits() -> None:
    assert plain("1,250") == "1,250"
    assert plain("1250.50") == "1250.50"


@given(st.integers(0, MOST_MINOR))
def test_what_is_shown_can_be_typed_again(minor: int) -> None:
    speak(language(UKRAINIAN))
    try:
        money = Money(minor, "EUR")
        assert plain(bare_amount(money)) == money.decimal_text()
        assert plain(as_typed(money.decimal_text())) == money.decimal_text()
    finally:
        speak(language(ENGLISH))
