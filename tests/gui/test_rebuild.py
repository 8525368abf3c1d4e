"""Another language is spoken at once: what was open, sought and selected stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.language import spoken
from tests.gui.hands import Hands
from tests.office_factory import PREPARER


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    QSettings().remove("language")
    speak_preferred(qapp)


def choose(window: MainWindow, code: str) -> None:
    """Choose a language in the menu."""
    action = next(
        one
        for one in window.menuBar().findChildren(QAction)
        if one.objectName() == f"language-{code}"
    )
    action.trigger()


def test_page_search_and_selection_stay(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.write("search", "UA-0002")
    hands.press(Qt.Key.Key_Return)
    hands.tab("Open")
    hands.select(0)
    choose(hands.window, "uk")
    assert spoken().code == "uk"
    assert hands.find(QLineEdit, "search").text() == "UA-0002"
    table = hands.find(QTableView, "table")
    assert table.model().rowCount() == 1
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    view = hands.window.view
    assert view is not None
    assert view.page is not None
    assert view.page.selected_rows()[0]["line"] == "UA-0002"
    choose(hands.window, "en")
    assert spoken().code == "en"


def test_every_action_is_worded_anew(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    choose(hands.window, "uk")
    hands.menu("about")
    hands.await_dialog("about-dialog")
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()


def test_a_language_is_chosen_before_anyone_signs_in(hands: Hands, qapp: QApplication) -> None:
    folder = hands.window.sign_in.folder
    choose(hands.window, "uk")
    hands.sign_in(PREPARER)
    assert hands.window.view is not None
    assert hands.window.view.desk.office.folder == folder


def test_what_runs_is_waited_for(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    view = hands.window.view
    done: list[int] = []
    hands.window.tasks.start("Working", lambda _: 1, done.append)
    hands.window.rebuild()
    assert hands.window.view is view
    qtbot.waitUntil(lambda: hands.window.view is not view)
    assert done == [1]
