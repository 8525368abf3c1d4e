"""Home tells what others did since the officer last looked, and leads there."""

from dataclasses import replace

from procure_desktop.domain.commitment import Commitment
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from tests.gui.hands import Hands
from tests.office_factory import AUTHORISER, PREPARER, Place, authorise, make_list, submit


def leave_home(hands: Hands, officer: str = PREPARER) -> None:
    """Sign in, leave Home, and lock the office."""
    hands.sign_in(officer)
    hands.click("rail-journal")
    hands.menu("switch-officer")


def test_who_comes_for_the_first_time_is_told_what_there_is(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    assert hands.sees("In this office so far")
    assert hands.sees("1 list has a new version: UA-TEST")
    assert hands.sees("4 officers were added: Deputy, Auditor, Authoriser and 1 more")
    hands.click("news-officer")
    assert hands.sees("Journal")
    hands.click("rail-home")
    assert not hands.sees("officers were added")


def test_what_is_new_is_told_until_home_is_left(
    hands: Hands, place: Place, preparer: Office, authoriser: Office
) -> None:
    leave_home(hands, AUTHORISER)
    made = submit(preparer, place)
    hands.sign_in(AUTHORISER)
    assert hands.sees("Since you last looked")
    assert hands.sees(f"1 commitment was submitted: {made.number}")
    hands.menu("switch-officer")
    leave_home(hands)
    authorise(authoriser, place, made)
    hands.sign_in(PREPARER)
    assert hands.sees(f"1 commitment was authorised: {made.number}")
    hands.click("news-authorised")
    assert selected(hands) == made.id
    hands.click("rail-home")
    assert not hands.sees("was authorised")


def selected(hands: Hands) -> int:
    page = hands.window.view.page if hands.window.view else None
    assert page is not None
    (row,) = page.selected_rows()
    return int(row["id"])


def test_several_lead_to_their_state(hands: Hands, place: Place, preparer: Office) -> None:
    made: list[Commitment] = [submit(preparer, place) for _ in range(5)]
    hands.sign_in(AUTHORISER)
    names = ", ".join(one.number for one in reversed(made[-3:]))
    assert hands.sees(f"5 commitments were submitted: {names} and 2 more")
    hands.click("news-submitted")
    assert hands.sees("5 of 5 commitments")


def test_effects_wait_on_home_until_they_are_decided_on(
    hands: Hands, place: Place, preparer: Office
) -> None:
    submit(preparer, place)
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    leave_home(hands)
    hands.sign_in(PREPARER)
    assert hands.sees("1 effect of a new version waits for a decision")
    hands.click("news-effects")
    assert hands.sees("Effects on us")
    assert hands.sees("1 of 1 effect")


def test_nothing_new_takes_no_room(hands: Hands) -> None:
    leave_home(hands)
    hands.sign_in(PREPARER)
    assert not hands.sees("Since you last looked")
    assert not hands.sees("In this office so far")
