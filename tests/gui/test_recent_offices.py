"""The offices that were open last are offered before anyone signs in."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QCommandLinkButton
from pytestqt.qtbot import QtBot

from procure_desktop.gui.entry.recent_offices import (
    MOST,
    RecentOffice,
    forget_office,
    recent_offices,
    remember_office,
)
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.gui.window.main_window import MainWindow
from tests.gui.hands import Hands
from tests.gui.test_accessibility import check
from tests.office_factory import PREPARER, Place


def test_the_newest_stands_first_and_once(window: MainWindow) -> None:
    for number in range(MOST + 2):
        remember_office(Path(f"/{number}.office"), f"Office {number}")
    remember_office(Path("/3.office"), "Renamed")
    kept = recent_offices()
    assert len(kept) == MOST
    assert kept[0] == RecentOffice(Path("/3.office"), "Renamed")
    forget_office(Path("/3.office"))
    assert Path("/3.office") not in {one.folder for one in recent_offices()}


def test_what_cannot_be_read_is_nothing(window: MainWindow) -> None:
    for kept in ("no JSON", "{}", "[1]", '[{"folder": "/a"}]'):
        Preferences().keep("recent offices", kept)
        assert recent_offices() == []


def test_an_office_that_was_open_is_offered_again(
    hands: Hands, qtbot: QtBot, place: Place, tmp_path: Path
) -> None:
    hands.sign_in(PREPARER)
    hands.menu("switch-officer")
    hands.await_text("Test Ministry")
    assert not hands.find_all(QCommandLinkButton, "recent-1")
    other = tmp_path / "other.office"
    shutil.copytree(place.office, other)
    hands.window.show_office(other)
    hands.await_text(str(other))
    qtbot.waitUntil(lambda: bool(hands.find_all(QCommandLinkButton, "recent-1")))
    check(hands.window)
    hands.click("recent-1")
    hands.await_text(str(place.office))
    qtbot.waitUntil(lambda: hands.window.sign_in.folder == place.office)


def test_one_that_is_gone_is_taken_out(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    gone = tmp_path / "gone.office"
    remember_office(gone, "NLD & more")
    hands.window.show_office(None)
    hands.await_text(f"{gone} is not there any more.")
    check(hands.window)
    hands.click("forget-1")
    qtbot.waitUntil(lambda: not hands.sees("is not there any more"))
    assert recent_offices() == []
