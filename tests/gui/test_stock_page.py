"""Logging a donation by mouse and keyboard."""

import pytest

from procure_desktop.domain.donation import Basis, Condition, DonationId, Origin
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.services.browse import list_ids
from procure_desktop.services.log_donation import log_donation, read_donation
from procure_desktop.services.read_line import read_line
from tests.gui.hands import Hands, Key
from tests.office_factory import AUTHORISER, PAIRED, PREPARER, SCARCE, Place, make_offer


def test_a_donation_is_logged_from_an_empty_page(hands: Hands, place: Place) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-stock-and-donations")
    assert hands.sees("No donations yet")
    hands.click("empty-action")
    choose_line(hands, "spare")
    assert hands.sees("Outstanding now: 30 EA, USD 150,000.00")
    fill(hands)
    assert hands.sees("Still outstanding afterwards: 28 EA, USD 140,000.00")
    hands.click("donation-dialog-do")
    hands.await_window()
    assert hands.sees("is logged. Line 6 now has 28 EA outstanding")
    assert hands.sees("EUR 9,000.50 (quoted)")

    with place.signed_in(PREPARER) as office:
        donation = read_donation(office, DonationId(list_ids(office, Query(Listing.DONATIONS))[0]))
        assert read_line(office, SCARCE).outstanding.quantity == 28
    offer = donation.offer
    assert (offer.line, offer.quantity, offer.depot) == (SCARCE, 2, "Test depot")
    assert (offer.serials, offer.remarks) == (("S-1", "S-2"), "Two crates")
    assert (offer.condition, offer.origin) == (Condition.NEW, Origin.OTHER)
    assert offer.valuation.quoted is Basis.NEW_REPLACEMENT
    assert offer.valuation.values == {
        Basis.NET_BOOK: Money(40_000, "EUR"),
        Basis.NEW_REPLACEMENT: Money(900_050, "EUR"),
    }


def choose_line(hands: Hands, text: str) -> None:
    hands.await_dialog("line-choice-dialog")
    hands.write("search", text)
    hands.press(Key.Key_Return)
    hands.select(0)
    hands.click("line-choice-dialog-do")
    hands.await_dialog("donation-dialog")


def fill(hands: Hands) -> None:
    hands.write("donation-quantity", "2")
    hands.write("donation-depot", "Test depot")
    hands.pick("donation-condition", "New")
    assert hands.sees("must authorise the third-party transfer")
    hands.pick("donation-origin", "Other")
    assert not hands.sees("must authorise the third-party transfer")
    hands.write("donation-serials", "S-1")
    hands.press(Key.Key_Return)
    hands.keys("S-2")
    hands.write("donation-remarks", "Two crates")
    hands.write("value-new-replacement", "9000.5")
    hands.write("value-net-book", "400")


def test_the_selected_urgent_line_is_the_one_that_is_served(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.select(1)
    hands.press(Key.Key_D, hands.control)
    hands.await_dialog("donation-dialog")
    assert hands.sees("Line 2 · Projectile, 155 mm")


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("donation-quantity", "31", "USD 150,000.00 and a quantity of 30 are outstanding"),
        ("donation-quantity", "two", "must be a whole number"),
        ("donation-serials", "S-1", "1 serial numbers for 2 units"),
        ("value-new-replacement", "1e3", "1e3"),
        ("value-new-replacement", "", "has no value"),
        ("donation-depot", "", "depot"),
    ],
)
def test_a_refusal_keeps_what_was_typed(hands: Hands, field: str, text: str, why: str) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-stock-and-donations")
    hands.click("empty-action")
    choose_line(hands, "spare")
    hands.write("donation-quantity", "2")
    hands.write("donation-depot", "Test depot")
    hands.write("value-new-replacement", "9000")
    hands.write(field, text)
    hands.click("donation-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "donation-dialog"
    assert hands.sees(why)


def test_donations_are_found_by_condition_and_their_values_are_added(
    hands: Hands, place: Place
) -> None:
    with place.signed_in(PREPARER) as office:
        log_donation(office, make_offer())
        log_donation(office, make_offer(PAIRED, 5))
    hands.sign_in(PREPARER)
    hands.click("rail-stock-and-donations")
    hands.select(0)
    hands.select(1, hands.control)
    assert hands.sees("2 of 2 donations · 2 selected · 7 EA · EUR 18,000.00 quoted")
    hands.choose("facet-origin", "US")
    assert hands.sees("2 of 2 donations")


def test_an_authoriser_logs_no_donation(hands: Hands) -> None:
    hands.sign_in(AUTHORISER)
    hands.click("rail-stock-and-donations")
    assert not hands.window.actions_table["log-donation"].isEnabled()
