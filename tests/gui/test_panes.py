from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QToolBar, QWidget

from tests.gui.hands import Hands
from tests.office_factory import PREPARER


def at(hands: Hands) -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert hands.window.isAncestorOf(focus)
    return focus


def test_f6_goes_round_the_window_and_shift_f6_back(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.rest()
    hands.select(0)
    hands.rest()
    hands._activate()
    hands.find(QTableView, "table").setFocus()
    round_trip = [at(hands)]
    while True:
        hands.press(Qt.Key.Key_F6)
        if at(hands) is round_trip[0]:
            break
        assert at(hands) not in round_trip
        round_trip.append(at(hands))
    names = [one.objectName() for one in round_trip]
    assert names[0] == "table"
    assert "details" in names
    assert "rail-request-lists" in names
    assert "search" in names
    assert any(isinstance(one.parentWidget(), QToolBar) for one in round_trip)
    back = []
    for _ in round_trip:
        hands.press(Qt.Key.Key_F6, hands.shift)
        back.append(at(hands))
    assert back == [*reversed(round_trip[1:]), round_trip[0]]


def test_f6_on_a_page_without_a_list(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-home")
    reached = []
    for _ in range(4):
        hands.press(Qt.Key.Key_F6)
        reached.append(at(hands))
    assert hands.find(QWidget, "rail-home") in reached
    assert len(set(reached)) == 4


def test_f6_before_signing_in_does_nothing(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F6)
    assert hands.window.view is None
