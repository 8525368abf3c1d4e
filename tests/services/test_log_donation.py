from dataclasses import replace
from datetime import timedelta

import pytest

from procure_desktop.domain.donation import Basis, Offer, Valuation
from procure_desktop.domain.errors import (
    EmptyTextError,
    HiddenCharacterError,
    LineUnknownError,
    LineWithdrawnError,
    NotUrgentError,
    OverCommitmentError,
    QuantityError,
    Refusal,
    RoleMissingError,
    SerialCountError,
    ValuationAheadError,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import LineId
from procure_desktop.services.import_release import import_release
from procure_desktop.services.log_donation import log_donation, read_donation
from procure_desktop.services.office import Office
from procure_desktop.services.read_line import read_line
from tests.office_factory import (
    GREEN,
    ROUTINE,
    SCARCE,
    TODAY,
    YELLOW,
    Place,
    make_list,
    make_offer,
    submit,
)
from tests.services.conftest import Unchanged


def test_a_donation_takes_quantity_and_list_value_off_the_line(preparer: Office) -> None:
    offer = replace(make_offer(quantity=2), serials=(" S1 ", "S2"), depot=" Test depot ")
    made = log_donation(preparer, offer)
    assert (made.number, made.logged_on) == ("NLD-D-2026-0001", TODAY)
    assert made.offer.serials == ("S1", "S2")
    assert made.offer.depot == "Test depot"
    outstanding = read_line(preparer, GREEN).outstanding
    assert (outstanding.quantity, outstanding.usd.minor) == (98, 98_000_000)
    assert read_donation(preparer, made.id) == made


@pytest.mark.parametrize("quoted", list(Basis))
def test_all_four_bases_are_kept(preparer: Office, quoted: Basis) -> None:
    values = {basis: Money(number, "USD") for number, basis in enumerate(Basis, start=1)}
    offer = replace(make_offer(), valuation=Valuation(values, quoted, TODAY))
    made = log_donation(preparer, offer)
    assert read_donation(preparer, made.id).offer == offer


def test_yellow_lines_take_stock_too(preparer: Office) -> None:
    """What the donor gives is not sold by the United States."""
    log_donation(preparer, make_offer(YELLOW))


@pytest.mark.parametrize(
    ("offer", "error"),
    [
        (make_offer(ROUTINE), NotUrgentError),
        (make_offer(LineId("UA-9999")), LineUnknownError),
        (make_offer(quantity=0), QuantityError),
        (make_offer(SCARCE, 31), OverCommitmentError),
        (replace(make_offer(), serials=("S1",)), SerialCountError),
        (replace(make_offer(), serials=("S1", " ")), EmptyTextError),
        (replace(make_offer(), depot=""), EmptyTextError),
        (replace(make_offer(), remarks="a\u202eb"), HiddenCharacterError),
    ],
)
def test_what_is_refused_changes_nothing(
    preparer: Office, unchanged: Unchanged, offer: Offer, error: type[Refusal]
) -> None:
    with unchanged(preparer), pytest.raises(error):
        log_donation(preparer, offer)
    assert log_donation(preparer, make_offer()).number == "NLD-D-2026-0001"


def test_a_withdrawn_line_takes_no_stock(place: Place, preparer: Office) -> None:
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    with pytest.raises(LineWithdrawnError):
        log_donation(preparer, make_offer())


def test_only_a_preparer_logs(authoriser: Office, auditor: Office, administrator: Office) -> None:
    for office in (authoriser, auditor, administrator):
        with pytest.raises(RoleMissingError):
            log_donation(office, make_offer())


def test_commitments_and_donations_share_what_is_outstanding(
    place: Place, preparer: Office
) -> None:
    submit(preparer, place, SCARCE, 20)
    log_donation(preparer, make_offer(SCARCE, 10))
    with pytest.raises(OverCommitmentError):
        log_donation(preparer, make_offer(SCARCE, 1))
    with pytest.raises(OverCommitmentError):
        submit(preparer, place, SCARCE, 1)


def test_a_valuation_of_tomorrow_is_refused(preparer: Office) -> None:
    offer = make_offer()
    later = replace(offer.valuation, day=TODAY + timedelta(days=1))
    with pytest.raises(ValuationAheadError):
        log_donation(preparer, replace(offer, valuation=later))
