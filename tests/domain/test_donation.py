from dataclasses import replace

import pytest

from procure_desktop.domain.commitment import MOST_UNITS
from procure_desktop.domain.donation import (
    Basis,
    Offer,
    Valuation,
    check_offer,
    format_donation_number,
)
from procure_desktop.domain.errors import (
    CurrencyMismatchError,
    NotUrgentError,
    QuantityError,
    QuotedValueMissingError,
    SerialCountError,
    SerialRepeatedError,
)
from procure_desktop.domain.money import Money
from tests.office_factory import TODAY, make_line, make_offer

LINE = make_line(1)
OFFER = make_offer(quantity=2)


@pytest.mark.parametrize("serials", [(), ("S1", "S2")])
def test_an_offer_has_no_serial_number_or_one_a_unit(serials: tuple[str, ...]) -> None:
    check_offer(replace(OFFER, serials=serials), LINE)


def refuse(offer: Offer, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_offer(offer, LINE)


def test_serial_numbers_that_do_not_fit_are_refused() -> None:
    refuse(replace(OFFER, serials=("S1",)), SerialCountError)
    refuse(replace(OFFER, serials=("S1", "S1")), SerialRepeatedError)


@pytest.mark.parametrize("quantity", [0, -2, MOST_UNITS + 1, 10**30])
def test_a_quantity_of_nothing_or_of_too_much_is_refused(quantity: int) -> None:
    refuse(replace(OFFER, quantity=quantity), QuantityError)


def test_only_an_urgent_line_takes_stock() -> None:
    with pytest.raises(NotUrgentError):
        check_offer(OFFER, replace(LINE, urgent=False))


def test_the_quoted_basis_must_have_a_value() -> None:
    with pytest.raises(QuotedValueMissingError):
        Valuation({Basis.NET_BOOK: Money(1, "EUR")}, Basis.ACQUISITION, TODAY)


def test_all_values_have_one_currency() -> None:
    values = {Basis.NET_BOOK: Money(1, "EUR"), Basis.ACQUISITION: Money(1, "USD")}
    with pytest.raises(CurrencyMismatchError):
        Valuation(values, Basis.NET_BOOK, TODAY)


def test_the_four_bases_may_differ_widely() -> None:
    minors = (40_350_000, 0, 19_847_900, 49_750_000)
    values = {basis: Money(minor, "USD") for basis, minor in zip(Basis, minors, strict=True)}
    assert len(Valuation(values, Basis.NET_BOOK, TODAY).values) == 4


def test_donations_have_numbers_of_their_own() -> None:
    assert format_donation_number("NLD", 2026, 12) == "NLD-D-2026-0012"
