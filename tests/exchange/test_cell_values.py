from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.spreadsheet import DayOrder, Decimals, Notation, ProblemKind, Thousands
from procure_desktop.exchange.cell_values import (
    MOST_CENTS,
    CellError,
    cents_of,
    count_of,
    day_of,
    number_text,
    text_of,
)

PLAIN = Notation()
MORNING = datetime.combine(date(2027, 1, 1), time(5))
NOTATIONS = st.builds(Notation, st.sampled_from(Decimals), st.sampled_from(Thousands)).filter(
    lambda one: one.decimals.value != one.thousands.value
)
CENTS = st.integers(1, MOST_CENTS)


def kind(read: Any, *arguments: Any) -> ProblemKind:
    with pytest.raises(CellError) as refused:
        read(*arguments)
    return refused.value.kind


def written(cents: int, notation: Notation) -> str:
    whole = f"{cents // 100:,}".replace(",", notation.thousands.value)
    return f"{whole}{notation.decimals.value}{cents % 100:02d}"


@given(CENTS, NOTATIONS)
def test_every_amount_is_read_back_in_every_notation(cents: int, notation: Notation) -> None:
    assert cents_of(written(cents, notation), notation) == cents
    assert cents_of(f"$ {written(cents, notation)}", notation) == cents
    assert cents_of(f"{written(cents, notation)} USD", notation) == cents


@given(st.integers(1, 10**11))
def test_a_number_of_a_cell_is_the_decimal_that_a_spreadsheet_shows(cents: int) -> None:
    assert cents_of(cents / 100, PLAIN) == cents


@given(st.integers(0, 10_000_000), NOTATIONS)
def test_every_count_is_read_back(count: int, notation: Notation) -> None:
    grouped = f"{count:,}".replace(",", notation.thousands.value)
    assert count_of(grouped, notation) == count_of(float(count), notation) == count
    assert count_of(f" {count}{notation.decimals.value}00 ", notation) == count


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        cents = cents_of(text, PLAIN)
    except CellError:
        return
    assert 0 < cents <= MOST_CENTS


@given(st.floats())
def test_any_number_is_an_amount_or_refused(value: float) -> None:
    try:
        cents = cents_of(value, PLAIN)
    except CellError:
        return
    assert abs(cents - value * 100) < 0.01 + value * 1e-12


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back_in_every_order(day: date) -> None:
    assert day_of(f"{day:%d.%m.%Y}", DayOrder.DAY_MONTH_YEAR) == day
    assert day_of(f"{day.month}/{day.day}/{day.year}", DayOrder.MONTH_DAY_YEAR) == day
    assert day_of(f"{day:%Y-%m-%d}", DayOrder.YEAR_MONTH_DAY) == day
    assert day_of(f"{day:%Y-%m-%d} 00:00:00", DayOrder.DAY_MONTH_YEAR) == day
    assert day_of(day, DayOrder.SERIAL) == day
    assert day_of(datetime.combine(day, time()), DayOrder.SERIAL) == day


def test_serial_numbers_count_days_from_the_end_of_1899() -> None:
    assert day_of(46112.0, DayOrder.SERIAL) == date(2026, 3, 31)
    assert day_of("46112", DayOrder.SERIAL) == date(2026, 3, 31)
    for wrong in ("1", "46112.5", "999999", "x", 46112.5):
        assert kind(day_of, wrong, DayOrder.SERIAL) is ProblemKind.NO_DAY


def test_what_is_no_day() -> None:
    order = DayOrder.DAY_MONTH_YEAR
    assert kind(day_of, 46112.0, order) is ProblemKind.DAY_AS_NUMBER
    for wrong in ("31.02.2027", "1.2.27", "soon", "", "٣١.٠٣.٢٠٢٧", True, time(1), MORNING):
        assert kind(day_of, wrong, order) is ProblemKind.NO_DAY


def test_what_is_no_number_says_why() -> None:
    cases = {
        "abc": ProblemKind.NO_NUMBER,
        "": ProblemKind.NO_NUMBER,
        "NaN": ProblemKind.NO_NUMBER,
        "1,5": ProblemKind.NO_NUMBER,
        "1e5": ProblemKind.NO_NUMBER,
        "١٢": ProblemKind.NO_NUMBER,
        "1.234": ProblemKind.TOO_MANY_DECIMALS,
        "-5": ProblemKind.NEGATIVE,
        "0.00": ProblemKind.NOT_ABOVE_ZERO,
        "99999999999999": ProblemKind.TOO_LARGE,
        "9" * 20: ProblemKind.TOO_LARGE,
        "5 €": ProblemKind.OTHER_CURRENCY,
        "5 грн": ProblemKind.OTHER_CURRENCY,
        "5 EUR": ProblemKind.OTHER_CURRENCY,
    }
    for text, expected in cases.items():
        assert kind(cents_of, text, PLAIN) is expected, text
    for cell in (True, date(2026, 1, 1), timedelta(1), float("nan"), float("inf")):
        assert kind(cents_of, cell, PLAIN) is ProblemKind.NO_NUMBER
    assert kind(cents_of, 1e20, PLAIN) is ProblemKind.IMPRECISE
    assert kind(count_of, "1.5", PLAIN) is ProblemKind.NO_WHOLE_NUMBER
    assert kind(count_of, "10000001", PLAIN) is ProblemKind.TOO_LARGE


def test_cells_as_text() -> None:
    assert text_of("  a ") == "a"
    assert text_of(12.0) == "12"
    assert text_of(0.1 + 0.2) == "0.3"
    assert number_text(0.00001) == "0.00001"
    assert text_of(MORNING) == "2027-01-01 05:00:00"
    assert text_of(date(2026, 1, 2)) == "2026-01-02"
