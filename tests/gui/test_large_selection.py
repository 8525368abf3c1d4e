"""More rows than actions take: they are counted and copied, and nothing applies to them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from procure_desktop.gui.listing import listing_output, listing_page
from procure_desktop.gui.tables import listing_table
from tests.gui.hands import Hands
from tests.office_factory import PREPARER


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (listing_table, listing_page):
        monkeypatch.setattr(module, "MOST_SELECTED", 3)


def select_all(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.rest()
    hands.select(0)
    hands.press(Qt.Key.Key_A, hands.control)


def test_they_are_counted_and_no_action_applies(hands: Hands) -> None:
    select_all(hands)
    assert hands.sees("6 of 6 lines · 6 selected; actions and totals take 3 at most")
    assert not hands.window.actions_table["commit-funds"].isEnabled()
    hands.select(0)
    assert hands.window.actions_table["commit-funds"].isEnabled()


def test_they_are_copied_in_their_order(hands: Hands, qtbot: QtBot) -> None:
    select_all(hands)
    QGuiApplication.clipboard().setText("")
    hands.press(Qt.Key.Key_C, hands.control)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["1", "2", "3", "4", "5", "6"]


def test_too_many_are_not_copied_but_exported(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_output, "MOST_COPIED", 5)
    select_all(hands)
    hands.press(Qt.Key.Key_C, hands.control)
    assert hands.sees("At most 5 rows can be copied. Export what is shown to a file instead.")
