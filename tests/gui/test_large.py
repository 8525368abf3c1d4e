"""Text at 200 %, and a screen of 683 by 384: no control lies where it can be neither seen nor scrolled to."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.gui.window.main_window import MainWindow
from tests.gui.every_window import EVERY, PAGES, SIGN_IN, Shown
from tests.gui.test_accessibility import controls, path_of

SCREEN = (1366, 768)
HALF = (683, 384)
_SLACK = 2


@pytest.fixture
def usual(qapp: QApplication) -> Iterator[None]:
    """Leave the text as it was found."""
    yield
    QSettings().remove("text size")
    wear_look(qapp)


def lost(window: QWidget, screen: tuple[int, int]) -> list[str]:
    """The controls that are outside of the window, or cut by something that does not scroll."""
    missing = []
    if window.width() > screen[0] or window.height() > screen[1]:
        missing.append(f"{window.objectName()} is {window.width()} by {window.height()}")
    return missing + [path_of(one) for one in controls(window) if is_cut(one, window)]


def is_cut(control: QWidget, window: QWidget) -> bool:
    """Whether part of a control lies outside of what is around it and cannot be scrolled there."""
    at = control
    while at is not window:
        around = at.parentWidget()
        if around is None:
            return False
        room = around.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not scrolls(around) and not room.contains(at.geometry()):
            return True
        at = around
    return False


def scrolls(viewport: QWidget) -> bool:
    area = viewport.parentWidget()
    return isinstance(area, QAbstractScrollArea) and viewport is area.viewport()


@pytest.mark.usefixtures("usual")
@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_text_twice_as_large(
    qapp: QApplication,
    window: MainWindow,
    show: Callable[[Shown], QWidget],
    shown: Shown,
) -> None:
    Preferences().keep("text size", "200")
    wear_look(qapp)
    window.rebuild()
    window.resize(*SCREEN)
    front = show(shown)
    assert lost(front, SCREEN) == []


@pytest.mark.parametrize("shown", [*SIGN_IN, *PAGES], ids=str)
def test_half_the_screen(
    window: MainWindow, show: Callable[[Shown], QWidget], shown: Shown
) -> None:
    window.resize(*HALF)
    front = show(shown)
    assert lost(front, HALF) == []


def test_the_measure_finds_what_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 100)
    inside, outside = QPushButton("in", window), QPushButton("out", window)
    inside.setGeometry(10, 10, 50, 20)
    outside.setGeometry(80, 10, 50, 20)
    window.show()
    assert [is_cut(one, window) for one in (inside, outside)] == [False, True]
