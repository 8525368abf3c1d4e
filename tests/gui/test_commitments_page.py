import pytest

from procure_desktop.gui.commitments.commitments_page import CommitmentsPage
from tests.gui.hands import Hands
from tests.office_factory import (
    AUTHORISER,
    DEPUTY,
    GREEN,
    KEY_PASSPHRASE,
    PREPARER,
    Place,
    authorise,
    draft,
    submit,
)


def open_commitments(hands: Hands, officer: str) -> None:
    hands.sign_in(officer)
    hands.click("rail-commitments")
    hands.select(0)


def details(hands: Hands) -> str:
    page = hands.window.view.page if hands.window.view else None
    assert isinstance(page, CommitmentsPage)
    return page.details.text()


def test_draft_is_changed(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office, GREEN, 3)
    open_commitments(hands, PREPARER)
    assert "3 EA × USD 10,000.00" in details(hands)
    hands.menu("edit-draft")
    hands.await_dialog("commit-dialog")
    hands.write("order-1-size", "101")
    hands.await_text("outstanding")
    hands.click("commit-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "commit-dialog"
    hands.write("order-1-size", "7")
    hands.await_text("Total EUR")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert hands.sees("Draft changed")
    assert "7 EA × USD 10,000.00" in details(hands)


def test_own_rate_needs_its_source(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    open_commitments(hands, PREPARER)
    hands.menu("edit-draft")
    hands.await_dialog("commit-dialog")
    hands.check("rate-own")
    hands.write("rate-figure", "1.2")
    hands.click("commit-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "commit-dialog"
    hands.write("rate-source", "Treasury circular 7")
    hands.await_text("EUR 25,000.00")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert "Treasury circular 7" in details(hands)


def test_dollars_need_no_rate(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    open_commitments(hands, PREPARER)
    hands.menu("edit-draft")
    hands.await_dialog("commit-dialog")
    hands.pick("currency", "USD")
    hands.await_text("Total USD 30,000.00")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert "USD 30,000.00" in details(hands)


def test_return_wants_a_reason_and_frees_what_was_reserved(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        submit(office, place)
    open_commitments(hands, AUTHORISER)
    hands.menu("return")
    hands.await_dialog("reason-dialog")
    hands.click("reason-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "reason-dialog"
    hands.write("reason", "The budget line is another.")
    hands.click("reason-dialog-do")
    hands.await_window()
    assert hands.sees("NLD-2026-0001 is returned")
    assert "The budget line is another." in details(hands)


def test_draft_is_withdrawn(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    open_commitments(hands, PREPARER)
    hands.menu("withdraw")
    hands.await_dialog("reason-dialog")
    hands.write("reason", "Not needed.")
    hands.click("reason-dialog-do")
    hands.await_window()
    assert hands.sees("The draft is withdrawn")


def test_nobody_is_offered_to_authorise_what_they_prepared(hands: Hands, place: Place) -> None:
    with place.signed_in(DEPUTY) as office:
        submit(office, place)
    open_commitments(hands, DEPUTY)
    assert not hands.window.actions_table["authorise"].isEnabled()
    assert not hands.window.actions_table["return"].isEnabled()


@pytest.mark.parametrize("name", ["wrong passphrase", "another's key", "no key"])
def test_key_that_will_not_do_is_refused_and_the_dialog_stays(
    hands: Hands, place: Place, name: str
) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    keys = {
        "wrong passphrase": (place.key(PREPARER).path, "wrong"),
        "another's key": (place.key(AUTHORISER).path, KEY_PASSPHRASE),
        "no key": (place.root, KEY_PASSPHRASE),
    }
    path, passphrase = keys[name]
    open_commitments(hands, PREPARER)
    hands.menu("submit")
    hands.await_dialog("sign-dialog")
    hands.write("key-file", str(path))
    hands.write("key-passphrase", passphrase)
    hands.click("sign-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "sign-dialog"
    hands.click("sign-dialog-cancel")
    hands.await_window()
    assert "Draft" in details(hands)


def test_state_tabs_narrow_and_home_leads_to_them(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer, place.signed_in(AUTHORISER) as authoriser:
        authorise(authoriser, place, submit(preparer, place))
        draft(preparer)
    hands.sign_in(PREPARER)
    assert hands.sees("1 draft of yours to submit")
    hands.click("to-do-submit")
    assert hands.sees("1 of 2 commitments")
    hands.tab("Authorised")
    hands.select(0)
    assert "Authorised · version 1" in details(hands)
