from datetime import timedelta

from procure_desktop.services.office import Office
from procure_desktop.services.remember_visit import recent_visits, remember_visit
from procure_desktop.store.visits import KEPT
from tests.office_factory import Clock


def test_the_newest_visit_comes_first_and_stands_once(
    preparer: Office, authoriser: Office, clock: Clock
) -> None:
    for target in ("line:UA-0001", "action:lock", "line:UA-0001"):
        clock.moment += timedelta(seconds=1)
        remember_visit(preparer, target)
    assert recent_visits(preparer) == ("line:UA-0001", "action:lock")
    assert recent_visits(authoriser) == ()


def test_the_oldest_are_forgotten(preparer: Office, clock: Clock) -> None:
    for number in range(KEPT + 3):
        clock.moment += timedelta(seconds=1)
        remember_visit(preparer, f"line:{number}")
    found = recent_visits(preparer)
    assert len(found) == KEPT
    assert found[-1] == "line:3"
