"""The desk backs the office up once a day, says where that fails, and does it at a click."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from procure_desktop.gui.window.daily_backups import DailyBackups
from procure_desktop.services.office_settings import change_office_settings, office_settings
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, AUDITOR, Place


def keep_backups_in(place: Place, folder: Path) -> None:
    with place.signed_in(ADMINISTRATOR) as administrator:
        settings = replace(office_settings(administrator), backup_folder=str(folder))
        change_office_settings(administrator, settings)


def backups(hands: Hands) -> DailyBackups:
    actions = hands.window._office_actions
    assert actions is not None
    return actions.backups


def test_the_first_sign_in_of_a_day_backs_up_and_the_next_does_not(
    hands: Hands, place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "backups"
    keep_backups_in(place, folder)
    hands.sign_in(AUDITOR)
    qtbot.waitUntil(lambda: hands.sees("backed up"), timeout=20_000)
    assert len(list(folder.iterdir())) == 1
    assert hands.find(QToolButton, "back-up-now").accessibleName() == "Back up now"
    hands.menu("lock")
    hands.sign_in(AUDITOR)
    backups(hands).look()
    hands.rest()
    assert len(list(folder.iterdir())) == 1


def test_a_missing_disk_is_said_and_tried_again(
    hands: Hands, place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "stick" / "backups"
    keep_backups_in(place, folder)
    hands.sign_in(AUDITOR)
    hands.await_text("The folder of the daily backups cannot be used")
    button = hands.find(QToolButton, "back-up-now")
    assert button.accessibleName() == "Backup failed: try again now"
    assert str(folder) in button.toolTip()
    # Said once; the button keeps saying it.
    hands.click("message-close")
    backups(hands).look()
    qtbot.waitUntil(lambda: not hands.window.tasks._tasks)
    assert not hands.sees("The folder of the daily backups")
    folder.parent.mkdir()
    backups(hands).look()
    qtbot.waitUntil(lambda: hands.sees("backed up"), timeout=20_000)
    assert hands.find(QToolButton, "back-up-now").accessibleName() == "Back up now"
    assert len(list(folder.iterdir())) == 1


def test_a_click_backs_up_now_into_the_folder(
    hands: Hands, place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "backups"
    hands.sign_in(AUDITOR)
    hands.rest()
    keep_backups_in(place, folder)
    hands.click("back-up-now")
    qtbot.waitUntil(lambda: hands.sees("backed up"), timeout=20_000)
    assert len(list(folder.iterdir())) == 1


def test_without_a_folder_a_click_asks_where(hands: Hands) -> None:
    hands.sign_in(AUDITOR)
    hands.rest()
    hands.click("back-up-now")
    hands.await_dialog("file-chooser")
    hands.press(Key.Key_Escape)
    hands.await_window()


@pytest.mark.parametrize(("hour", "begun"), [(0, 0), (1, 1), (23, 1)])
def test_a_desk_that_is_open_over_midnight_waits_an_hour(
    hands: Hands,
    place: Place,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    hour: int,
    begun: int,
) -> None:
    hands.sign_in(AUDITOR)
    watching = backups(hands)
    qtbot.waitUntil(lambda: not watching._entered)
    qtbot.waitUntil(lambda: not hands.window.tasks._tasks)
    keep_backups_in(place, tmp_path / "backups")
    office = watching._desk.office
    at = office.now().replace(hour=hour)
    monkeypatch.setattr(
        watching, "_desk", replace(watching._desk, office=replace(office, clock=lambda: at))
    )
    watching.look()
    qtbot.waitUntil(lambda: not hands.window.tasks._tasks, timeout=20_000)
    assert len(list(tmp_path.glob("backups/*"))) == begun


def test_a_cancelled_backup_is_no_trouble(
    hands: Hands, place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.sign_in(AUDITOR)
    hands.rest()
    keep_backups_in(place, tmp_path / "backups")
    backups(hands).now()
    hands.window.tasks.cancel_all()
    hands.await_text("Cancelled. Nothing was changed.")
    assert not backups(hands).trouble
    assert list(tmp_path.glob("backups/*")) == []
