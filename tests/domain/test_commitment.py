from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.commitment import (
    HOLDING,
    MOST_UNITS,
    NUMBER,
    Commitment,
    CommitmentId,
    DocumentState,
    MoneySource,
    Order,
    Outstanding,
    Terms,
    check_orders,
    check_outstanding,
    check_preparer,
    check_step,
    format_number,
    price_order,
)
from procure_desktop.domain.errors import (
    AmountTooLargeError,
    AmountZeroError,
    CurrencyMismatchError,
    DuplicateLineError,
    EmptyCommitmentError,
    NotPreparerError,
    OverCommitmentError,
    QuantityError,
    WrongStateError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Officer, OfficerId, Role
from procure_desktop.domain.rate import USD, Rate, dollar_rate
from procure_desktop.domain.request_list import LineId

DAY = date(2026, 6, 12)
EURO = Rate("EUR", Decimal(1), Decimal("1.1565"), DAY, "test")
LINE = LineId("UA-0001")
PRICE = Money(1_000_000, USD)
PRICES = st.integers(1, 10**10).map(lambda minor: Money(minor, USD))


@given(st.integers(1, 10**5), PRICES)
def test_a_quantity_costs_quantity_times_price(quantity: int, price: Money) -> None:
    priced = price_order(Order(LINE, quantity=quantity), price, EURO)
    assert priced.line == LINE
    assert priced.usd == price.times(quantity)
    assert priced.remainder == Money(0, USD)
    assert priced.quantity == quantity
    exact = Fraction(priced.usd.minor) / Fraction(EURO.usd)
    assert abs(priced.national.minor - exact) <= Fraction(1, 2)


@given(st.integers(1, 10**14), PRICES, st.sampled_from(["EUR", USD]))
def test_an_amount_pays_for_whole_units_and_a_remainder(
    minor: int, price: Money, currency: str
) -> None:
    asked = Money(minor, currency)
    priced = price_order(Order(LINE, amount=asked), price, EURO)
    assert price.times(priced.quantity) + priced.remainder == priced.usd
    assert 0 <= priced.remainder.minor < price.minor
    if currency == USD:
        assert (priced.usd, priced.national) == (asked, EURO.from_usd(asked))
    else:
        assert (priced.national, priced.usd) == (asked, EURO.to_usd(asked))


def test_dollars_on_a_commitment_in_dollars_are_taken_as_they_stand() -> None:
    priced = price_order(Order(LINE, amount=Money(2_500_000, USD)), PRICE, dollar_rate(DAY))
    assert (priced.quantity, priced.remainder) == (2, Money(500_000, USD))
    assert priced.national == priced.usd


def test_an_amount_in_a_third_currency_is_refused() -> None:
    with pytest.raises(CurrencyMismatchError):
        price_order(Order(LINE, amount=Money(1, "NOK")), PRICE, EURO)


def test_an_amount_that_becomes_nothing_is_refused() -> None:
    yen = Rate("JPY", Decimal(300), Decimal(1), DAY, "test")
    with pytest.raises(AmountZeroError):
        price_order(Order(LINE, amount=Money(1, "JPY")), PRICE, yen)


def test_an_order_without_any_size_has_no_price() -> None:
    with pytest.raises(AmountZeroError):
        price_order(Order(LINE), PRICE, EURO)


def test_a_total_that_no_database_holds_is_refused() -> None:
    tiny = Rate("EUR", Decimal(1), Decimal("0.0000000001"), DAY, "test")
    with pytest.raises(AmountTooLargeError):
        price_order(Order(LINE, quantity=10_000), PRICE, tiny)


def test_orders_are_checked_one_by_one() -> None:
    check_orders((Order(LINE, quantity=1), Order(LineId("UA-0002"), amount=Money(1, "EUR"))))
    with pytest.raises(EmptyCommitmentError):
        check_orders(())
    with pytest.raises(DuplicateLineError):
        check_orders((Order(LINE, quantity=1), Order(LINE, amount=Money(1, "EUR"))))


@pytest.mark.parametrize("quantity", [0, -1, MOST_UNITS + 1, 10**30])
def test_a_quantity_of_nothing_or_of_too_much_is_refused(quantity: int) -> None:
    with pytest.raises(QuantityError):
        check_orders((Order(LINE, quantity=quantity),))


def test_an_order_is_by_quantity_or_by_amount() -> None:
    with pytest.raises(QuantityError):
        check_orders((Order(LINE),))
    with pytest.raises(QuantityError):
        check_orders((Order(LINE, 1, Money(1, "EUR")),))


@pytest.mark.parametrize("minor", [0, -1])
def test_an_amount_of_nothing_is_refused(minor: int) -> None:
    with pytest.raises(AmountZeroError):
        check_orders((Order(LINE, amount=Money(minor, "EUR")),))


def test_neither_quantity_nor_value_goes_below_zero() -> None:
    outstanding = Outstanding(5, Money(4_500_000, USD))
    check_outstanding(LINE, 5, Money(4_500_000, USD), outstanding)
    with pytest.raises(OverCommitmentError) as refused:
        check_outstanding(LINE, 6, Money(1, USD), outstanding)
    assert refused.value.outstanding_quantity == 5
    with pytest.raises(OverCommitmentError):
        check_outstanding(LINE, 4, Money(4_500_001, USD), outstanding)


TERMS = Terms("EUR", EURO, "6.1", 2026, MoneySource.NEW, "", "", None)


def make(state: DocumentState, *orders: Order) -> Commitment:
    return Commitment(
        id=CommitmentId(7),
        number="",
        version=0,
        state=state,
        terms=TERMS,
        lines=tuple(price_order(order, PRICE, EURO) for order in orders),
        marking=Marking.UNMARKED,
        prepared_by=OfficerId(1),
        authorised_by=None,
        drafted_at=datetime(2026, 6, 15, tzinfo=UTC),
        reason="",
    )


def test_totals_are_the_sums_of_the_rounded_lines() -> None:
    orders = (Order(LINE, quantity=1), Order(LineId("UA-0002"), quantity=1))
    made = make(DocumentState.DRAFT, *orders)
    assert made.usd == PRICE.times(2)
    assert made.national == made.lines[0].national + made.lines[1].national
    assert make(DocumentState.DRAFT).usd == Money(0, USD)


STEPS = {
    ("draft", "submitted"),
    ("draft", "withdrawn"),
    ("submitted", "returned"),
    ("submitted", "authorised"),
    ("submitted", "withdrawn"),
    ("returned", "submitted"),
    ("returned", "withdrawn"),
    ("authorised", "withdrawn"),
}


@pytest.mark.parametrize("state", list(DocumentState))
@pytest.mark.parametrize("to", list(DocumentState))
def test_only_the_field_s_steps_are_allowed(state: DocumentState, to: DocumentState) -> None:
    made = make(state)
    if (state.value, to.value) in STEPS:
        check_step(made, to)
        return
    with pytest.raises(WrongStateError) as refused:
        check_step(made, to)
    assert (refused.value.subject, refused.value.state, refused.value.to) == ("7", state, to)


def test_a_refused_step_names_the_number_where_there_is_one() -> None:
    made = replace(make(DocumentState.WITHDRAWN), number="NLD-2026-0001")
    with pytest.raises(WrongStateError) as refused:
        check_step(made, DocumentState.DRAFT)
    assert refused.value.subject == "NLD-2026-0001"


def test_only_what_is_in_review_or_authorised_holds() -> None:
    assert frozenset({DocumentState.SUBMITTED, DocumentState.AUTHORISED}) == HOLDING


def test_only_the_preparer_changes_a_draft() -> None:
    made = make(DocumentState.DRAFT)
    check_preparer(made, Officer(OfficerId(1), "A", frozenset({Role.PREPARER}), ""))
    with pytest.raises(NotPreparerError):
        check_preparer(made, Officer(OfficerId(2), "B", frozenset({Role.PREPARER}), ""))


@pytest.mark.parametrize(
    ("ordinal", "number"),
    [(1, "NLD-2026-0001"), (9999, "NLD-2026-9999"), (10000, "NLD-2026-10000")],
)
def test_numbers_have_four_digits_or_more(ordinal: int, number: str) -> None:
    assert format_number("NLD", 2026, ordinal) == number
    assert NUMBER.fullmatch(number)
