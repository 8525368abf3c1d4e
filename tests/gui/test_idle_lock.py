"""A desk that lies untouched locks itself, after a warning, and what was open is closed."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu
from pytestqt.qtbot import QtBot

from procure_desktop.gui.window.idle_lock import IdleLock, both_clocks
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.services.keep_form import unfinished_form
from procure_desktop.services.office_settings import change_office_settings, office_settings
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, AUTHORISER, PREPARER, Place


@dataclass
class Clocks:
    """Both clocks stand where the test puts them."""

    steady: float = 0.0
    wall: float = 1_000_000.0

    def __call__(self) -> tuple[float, float]:
        return self.steady, self.wall

    def pass_by(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds


@dataclass
class Told:
    """What a lock told."""

    lock: IdleLock
    counted: list[int]
    expired: list[bool]


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def told(qtbot: QtBot, clocks: Clocks) -> Iterator[Told]:
    parent = QObject()
    told = Told(IdleLock(5, parent, clocks), [], [])
    told.lock.counted.connect(told.counted.append)
    told.lock.expired.connect(lambda: told.expired.append(True))
    yield told
    parent.deleteLater()


def test_it_warns_in_the_last_half_minute_and_then_asks_again_and_again(
    told: Told, clocks: Clocks
) -> None:
    for seconds in (269, 1, 10, 19.7, 0.3, 1):
        clocks.pass_by(seconds)
        told.lock.tick()
    assert told.counted == [30, 20, 1]
    assert told.expired == [True, True]


def test_another_time_holds_at_once(told: Told, clocks: Clocks) -> None:
    clocks.pass_by(70)
    told.lock.set_minutes(1)
    told.lock.tick()
    assert told.expired == [True]


@pytest.mark.parametrize("clock", ["steady", "wall"])
def test_neither_sleeping_nor_a_clock_put_back_hides_the_time(
    told: Told, clocks: Clocks, clock: str
) -> None:
    """While a computer sleeps one of its clocks stands; one that is set shows less than has passed."""
    setattr(clocks, clock, getattr(clocks, clock) + 301)
    told.lock.tick()
    assert told.expired == [True]


def test_the_clocks_are_two() -> None:
    before, after = both_clocks(), both_clocks()
    assert all(then <= now for then, now in zip(before, after, strict=True))


def lie_untouched(window: MainWindow) -> None:
    """As if the time had passed."""
    actions = window._office_actions
    assert actions is not None
    actions.idle.set_minutes(0)
    actions.idle.tick()


def count_down(window: MainWindow, seconds: int) -> IdleLock:
    actions = window._office_actions
    assert actions is not None
    steady, wall = both_clocks()
    actions.idle._touched = (steady - 300 + seconds, wall - 300 + seconds)
    actions.idle.tick()
    return actions.idle


def test_an_untouched_desk_is_warned_of_and_locked(hands: Hands) -> None:
    hands.sign_in(AUTHORISER)
    count_down(hands.window, 12)
    assert hands.sees("Untouched: the office is locked in 12 seconds.")
    count_down(hands.window, 0)
    assert hands.window.view is None
    hands.await_text("Test Ministry")
    assert hands.find(QComboBox, "officer").currentText() == AUTHORISER


def test_a_key_or_the_mouse_calls_it_off(hands: Hands) -> None:
    hands.sign_in(AUTHORISER)
    handle = hands.window.windowHandle()
    count_down(hands.window, 12)
    QTest.keyClick(handle, Key.Key_Shift)
    assert not hands.sees("Untouched")
    count_down(hands.window, 12)
    QTest.mouseMove(handle, QPoint(400, 300))
    QTest.mouseMove(handle, QPoint(410, 310))
    assert not hands.sees("Untouched")
    count_down(hands.window, 12).tick()
    assert hands.window.view is not None


def test_typing_in_a_dialog_counts_too(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(AUTHORISER)
    hands.menu("change-passphrase")
    hands.await_dialog("passphrase-dialog")
    hands.write("present-passphrase", "x")
    count_down(hands.window, 12)
    QTest.keyClick(hands.front.windowHandle(), Qt.Key.Key_Shift)
    idle = hands.window._office_actions
    assert idle is not None
    assert idle.idle._shown == 0


def test_dialogs_over_dialogs_and_menus_are_closed(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    hands.click("add-officer")
    hands.await_dialog("add-officer-dialog")
    lie_untouched(hands.window)
    hands.await_window()
    assert hands.window.view is None
    hands.sign_in(ADMINISTRATOR)
    menu = hands.window.menuBar().findChildren(QMenu)[0]
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    lie_untouched(hands.window)
    assert not menu.isVisible()
    assert hands.window.view is None


def test_work_under_way_ends_first(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    results: list[bool] = []
    release = threading.Event()
    hands.window.tasks.start("Working", lambda _: release.wait(30), results.append)
    lie_untouched(hands.window)
    assert hands.window.view is not None
    release.set()
    hands.rest()
    assert results == [True]
    lie_untouched(hands.window)
    assert hands.window.view is None


def test_the_time_is_the_office_s_setting_and_followed_at_once(hands: Hands, place: Place) -> None:
    hands.sign_in(PREPARER)
    with place.signed_in(ADMINISTRATOR) as administrator:
        settings = replace(office_settings(administrator), idle_minutes=17)
        change_office_settings(administrator, settings)
    view, actions = hands.window.view, hands.window._office_actions
    assert view is not None
    assert actions is not None
    assert actions.idle._limit == 5 * 60
    view.desk.changes.announce(())
    assert actions.idle._limit == 17 * 60


def test_what_was_being_typed_is_kept(hands: Hands, place: Place) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.select(0)
    hands.window.actions_table["commit-funds"].trigger()
    hands.await_dialog("commit-dialog")
    hands.write("budget-line", "X 12.3 of the test")
    lie_untouched(hands.window)
    assert hands.window.view is None
    with place.signed_in(PREPARER) as office:
        kept = unfinished_form(office, "commitment")
    assert kept is not None
    assert "X 12.3 of the test" in kept.typed.fields.values()
