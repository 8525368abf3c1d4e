from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.app import load_fonts
from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.language import UKRAINIAN
from tests.gui.every_window import Shown, keep_records
from tests.gui.hands import Hands
from tests.office_factory import Place


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with its look, made once."""
    load_fonts()
    wear_look(qapp)
    return qapp


@pytest.fixture
def window(qtbot: QtBot, place: Place) -> Iterator[MainWindow]:
    """The real window before the made office, nobody signed in."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_office(place.office)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    # What one test prefers or opened is nothing that the next one knows.
    QSettings().clear()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


@pytest.fixture(scope="session")
def made_records(made_place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The made place with commitments and a donation in its office; never to be changed."""
    place = made_place.copy(tmp_path_factory.mktemp("records") / "place")
    keep_records(place)
    return place


@pytest.fixture
def show(
    hands: Hands, made_records: Place, place: Place, tmp_path: Path
) -> Callable[[Shown], QWidget]:
    """Open a page or dialog of `every_window` and return it."""

    def opened(shown: Shown) -> QWidget:
        where = place if shown.blank else made_records.copy(tmp_path / "records")
        return shown.open(hands, where)

    return opened


@pytest.fixture
def in_ukrainian(qapp: QApplication) -> Iterator[None]:
    """The window speaks Ukrainian; asked for before the window is made."""
    QSettings().setValue("language", UKRAINIAN)
    speak_preferred(qapp)
    yield
    QSettings().remove("language")
    speak_preferred(qapp)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has its remark on every menu and completer that pops up."""
    remark = "^This plugin does not support grabbing the (keyboard|mouse)"
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(remark))
