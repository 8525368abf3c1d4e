from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.money import MINOR_DIGITS, MOST_MINOR, Money
from procure_desktop.domain.rate import ECB, Rate, dollar_rate
from procure_desktop.wording.figures import (
    amount,
    bare_amount,
    day,
    fingerprint,
    millions,
    moment,
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
