from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from procure_desktop.gui.main_window import MainWindow
from tests.gui.hands import Hands, Key
from tests.office_factory import AUDITOR, AUTHORISER, PREPARER


def test_wrong_passphrase_is_refused(hands: Hands) -> None:
    hands.await_text("Test Ministry")
    hands.pick("officer", PREPARER)
    hands.write("passphrase", "wrong")
    hands.press(Key.Key_Return)
    hands.rest()
    assert hands.window.view is None
    assert hands.window.sign_in.messages.text
    hands.sign_in(PREPARER)
    assert hands.window.view is not None


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


def test_no_action_but_quit_is_there_before_sign_in(window: MainWindow) -> None:
    table = window.actions_table
    assert [name for name in table.names() if table[name].isEnabled()] == ["quit"]


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
