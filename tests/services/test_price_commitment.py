from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from procure_desktop.domain.commitment import Order, Terms
from procure_desktop.domain.errors import (
    AmountTooLargeError,
    CurrencyMismatchError,
    EmptyTextError,
    HiddenCharacterError,
    LineUnknownError,
    LineWithdrawnError,
    ListExpiredError,
    MarkingTooHighError,
    MissingReleaseError,
    MixedListsError,
    OverCommitmentError,
    RateDayAheadError,
    Refusal,
    TextTooLongError,
    ValidityPassedError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import LineId
from procure_desktop.services.change_settings import set_highest_marking
from procure_desktop.services.draft_commitment import draft_commitment
from procure_desktop.services.find_rate import own_rate
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import checked_terms, price_commitment
from tests.office_factory import (
    EURO,
    GREEN,
    PAIRED,
    RELEASED,
    ROUTINE,
    SCARCE,
    TODAY,
    YELLOW,
    Clock,
    Place,
    make_line,
    make_list,
    make_terms,
)
from tests.services.conftest import Unchanged


def test_lines_are_priced_by_quantity_and_by_amount(preparer: Office, unchanged: Unchanged) -> None:
    orders = (
        Order(GREEN, quantity=3),
        Order(PAIRED, amount=Money(1_000_000, "EUR")),
        Order(ROUTINE, amount=Money(5_000_000, "USD")),
    )
    with unchanged(preparer):
        priced = price_commitment(preparer, orders, make_terms())
    assert [line.usd.minor for line in priced.lines] == [3_000_000, 1_156_500, 5_000_000]
    assert [line.quantity for line in priced.lines] == [3, 3, 1]
    assert [line.remainder.minor for line in priced.lines] == [0, 196_335, 750_000]
    assert priced.usd == Money(9_156_500, "USD")
    assert priced.national == Money(2_594_034 + 1_000_000 + 4_323_390, "EUR")


def test_the_most_careful_marking_counts(preparer: Office) -> None:
    def marking(*lines: LineId) -> Marking:
        orders = tuple(Order(line, quantity=1) for line in lines)
        return price_commitment(preparer, orders, make_terms()).marking

    assert marking(ROUTINE) == Marking.UNMARKED
    assert marking(ROUTINE, GREEN) == Marking.NATO_UNCLASSIFIED


@pytest.mark.parametrize(
    ("order", "error"),
    [
        (Order(LineId("UA-9999"), quantity=1), LineUnknownError),
        (Order(YELLOW, quantity=1), MissingReleaseError),
        (Order(SCARCE, quantity=31), OverCommitmentError),
        (Order(SCARCE, amount=Money(15_000_001, "USD")), OverCommitmentError),
        (Order(GREEN, amount=Money(1, "NOK")), CurrencyMismatchError),
    ],
)
def test_what_cannot_be_committed_to(preparer: Office, order: Order, error: type[Refusal]) -> None:
    with pytest.raises(error):
        price_commitment(preparer, (order,), make_terms())


def test_yellow_with_the_us_release_and_the_whole_line_are_fine(preparer: Office) -> None:
    price_commitment(preparer, (Order(RELEASED, quantity=100),), make_terms())
    price_commitment(preparer, (Order(SCARCE, amount=Money(15_000_000, "USD")),), make_terms())


def test_the_rate_is_the_currency_s(preparer: Office) -> None:
    with pytest.raises(CurrencyMismatchError):
        price_commitment(preparer, (Order(GREEN, quantity=1),), make_terms("NOK"))


def test_an_absurd_rate_is_refused(preparer: Office) -> None:
    rate = own_rate("EUR", EURO.usd / 10**10, TODAY, "test")
    with pytest.raises(AmountTooLargeError):
        price_commitment(preparer, (Order(GREEN, quantity=100),), make_terms(rate=rate))


def test_the_day_after_the_last_nothing_can_be_committed(preparer: Office, clock: Clock) -> None:
    clock.moment = datetime(2035, 12, 31, 23, 59, tzinfo=UTC)
    terms = replace(make_terms(), validity=None)
    price_commitment(preparer, (Order(GREEN, quantity=1),), terms)
    clock.moment = datetime(2036, 1, 1, tzinfo=UTC)
    with pytest.raises(ListExpiredError):
        price_commitment(preparer, (Order(GREEN, quantity=1),), terms)


def test_a_withdrawn_line_takes_nothing(place: Place, preparer: Office) -> None:
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    with pytest.raises(LineWithdrawnError):
        price_commitment(preparer, (Order(GREEN, quantity=1),), make_terms())


def test_one_commitment_is_on_one_list(place: Place, preparer: Office) -> None:
    other = replace(make_list(), serial="OTHER", lines=(make_line(99),))
    import_release(preparer, place.publish(other))
    orders = (Order(GREEN, quantity=1), Order(LineId("UA-0099"), quantity=1))
    with pytest.raises(MixedListsError) as refused:
        price_commitment(preparer, orders, make_terms())
    assert (refused.value.first, refused.value.second) == ("UA-TEST", "OTHER")
    price_commitment(preparer, orders[1:], make_terms())


def test_terms_come_back_stripped() -> None:
    padded = replace(
        make_terms(), budget_line=" 6.1 ", legal_basis=" act ", conditions=" one\ntwo "
    )
    checked = checked_terms(padded, TODAY)
    assert (checked.budget_line, checked.legal_basis, checked.conditions) == (
        "6.1", "act", "one\ntwo",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "error"),
    [
        (replace(make_terms(), budget_line=" "), EmptyTextError),
        (replace(make_terms(), budget_line="x" * 201), TextTooLongError),
        (replace(make_terms(), legal_basis="a\nb"), HiddenCharacterError),
        (replace(make_terms(), conditions="a\u200bb"), HiddenCharacterError),
        (replace(make_terms(), rate=replace(EURO, source=" ")), EmptyTextError),
        (replace(make_terms(), validity=date(2026, 6, 14)), ValidityPassedError),
    ],
)
def test_terms_that_will_not_do(terms: Terms, error: type[Refusal]) -> None:
    with pytest.raises(error):
        checked_terms(terms, TODAY)


def test_validity_may_be_today_or_left_open() -> None:
    for validity in (TODAY, None):
        terms = replace(make_terms(), validity=validity)
        assert checked_terms(terms, TODAY) == terms


def test_a_rate_of_tomorrow_is_refused(preparer: Office) -> None:
    tomorrow = replace(EURO, day=TODAY + timedelta(days=1))
    with pytest.raises(RateDayAheadError):
        draft_commitment(preparer, (Order(GREEN, quantity=1),), make_terms(rate=tomorrow))


def test_a_lowered_marking_holds_for_what_is_there_already(
    preparer: Office, administrator: Office
) -> None:
    set_highest_marking(administrator, Marking.UNMARKED)
    with pytest.raises(MarkingTooHighError):
        draft_commitment(preparer, (Order(GREEN, quantity=1),), make_terms())
