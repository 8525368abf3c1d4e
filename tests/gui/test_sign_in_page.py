from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from procure_desktop.domain.sign_in_delay import Tries
from procure_desktop.gui.desk.menus import WITHOUT_OFFICE
from procure_desktop.gui.parts.wait_line import WaitLine
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.services.open_office import open_office
from procure_desktop.store.folder import OfficeFolder
from procure_desktop.store.tries import save_tries
from tests.gui.hands import Hands, Key
from tests.office_factory import AUDITOR, AUTHORISER, PASSPHRASE, PREPARER, Place


def test_wrong_passphrase_is_refused(hands: Hands, place: Place) -> None:
    open_office(place.office, PREPARER, PASSPHRASE).close()
    hands.await_text("Test Ministry")
    hands.pick("officer", PREPARER)
    hands.write("passphrase", "wrong")
    hands.press(Key.Key_Return)
    hands.rest()
    assert hands.window.view is None
    assert hands.window.sign_in.messages.text
    hands.sign_in(PREPARER)
    assert hands.window.view is not None


def test_many_wrong_passphrases_are_waited_for_in_the_window_too(
    hands: Hands, place: Place, qtbot: QtBot
) -> None:
    hands.await_text("Test Ministry")
    hands.pick("officer", PREPARER)
    hands.write("passphrase", "wrong")
    hands.press(Key.Key_Return)
    hands.await_text("the next try is possible in")
    page = hands.window.sign_in
    assert not page.enter.isEnabled()
    hands.press(Key.Key_Return)
    assert not hands.window.tasks.running
    # Another officer need not wait; the first one still has to.
    hands.pick("officer", AUDITOR)
    hands.rest()
    qtbot.waitUntil(page.enter.isEnabled)
    hands.pick("officer", PREPARER)
    hands.await_text("the next try is possible in")
    # As if its time had passed: the office has the last word.
    page.wait.wait(0)
    hands.write("passphrase", PASSPHRASE)
    hands.press(Key.Key_Return)
    hands.await_text("the next try is possible in")
    assert hands.window.view is None
    save_tries(OfficeFolder(place.office).tries, PREPARER, Tries(0, datetime.now(UTC)))
    page.wait.wait(0)
    hands.sign_in(PREPARER)


def test_the_wait_is_counted_down(qtbot: QtBot) -> None:
    line = WaitLine()
    qtbot.addWidget(line)
    changes: list[int] = []
    line.changed.connect(lambda: changes.append(line.seconds))
    line.wait(2)
    assert line.text().endswith("in 2 seconds.")
    line.tick()
    assert line.text().endswith("in 1 second.")
    line.tick()
    assert line.isHidden()
    assert changes == [2, 0]


def test_lock_comes_back_to_the_same_officer_and_forgets_the_passphrase(hands: Hands) -> None:
    hands.sign_in(AUTHORISER)
    hands.press(Key.Key_L, hands.control)
    assert hands.window.view is None
    hands.await_text("Test Ministry")
    assert hands.find(QComboBox, "officer").currentText() == AUTHORISER
    assert not hands.find(QLineEdit, "passphrase").text()
    assert not hands.window.menuBar().isVisible()


def test_another_officer_signs_in(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    assert hands.sees("Preparer (preparer)")
    hands.menu("switch-officer")
    hands.sign_in(AUDITOR)
    assert hands.sees("Auditor (auditor)")


def test_folder_without_an_office_is_refused_with_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.show_office(tmp_path)
    qtbot.waitUntil(lambda: bool(window.sign_in.messages.text))
    assert window.sign_in.folder is None


def test_no_action_on_an_office_is_there_before_sign_in(window: MainWindow) -> None:
    table = window.actions_table
    there = {name for name in table.names() if table[name].isEnabled()}
    assert "quit" in there
    assert there <= WITHOUT_OFFICE


def test_demo_office_is_made_and_says_its_passphrase(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.await_text("Test Ministry")
    hands.click("make-demo")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(tmp_path / "demo"))
    hands.press(Key.Key_Return)
    hands.await_window()
    hands.await_text("Demo passphrase: demo-")
    hands.pick("officer", PREPARER)
    hands.write("passphrase", "demo-preparer")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.window.view is not None, timeout=20_000)
    assert hands.sees("DEMO")
    assert hands.sees("On the way to USD 10 billion")


def test_only_the_office_that_is_wanted_last_is_offered(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    """What was seen of another one arrives later: nobody signs in to that by mistake."""
    page, other = hands.window.sign_in, place.copy(tmp_path / "other")
    offered: list[Path | None] = []
    page.officer.currentIndexChanged.connect(lambda: offered.append(page.folder))
    page.show_office(place.office)
    page.show_office(other.office)
    hands.await_visible("passphrase")
    assert page.folder == other.office
    assert set(offered) <= {None, other.office}


def test_an_office_that_is_still_looked_at_survives_another_language(
    hands: Hands, place: Place
) -> None:
    hands.window.show_office(place.office)
    hands.window.rebuild()
    hands.await_visible("passphrase")
    assert hands.window.sign_in.folder == place.office
