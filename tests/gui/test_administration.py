"""Backing up, and what the program says of itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from procure_desktop.services.back_up_office import restore_office
from procure_desktop.services.open_office import open_office
from tests.gui.hands import Hands, Key
from tests.office_factory import AUDITOR, PASSPHRASE, Place

# The offscreen platform's remark when a menu opens or the completer of a file name pops up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")


def back_up(hands: Hands, path: Path) -> None:
    hands.press(Key.Key_B, hands.control)
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(path))
    hands.press(Key.Key_Return)
    hands.await_window()


def test_a_backup_is_written_and_can_be_restored(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    hands.sign_in(AUDITOR)
    back_up(hands, tmp_path / "a.backup")
    hands.await_text("Backed up, opened and checked")
    hands.await_text("up to entry 7")
    restored = restore_office(tmp_path / "a.backup", tmp_path / "b.office", AUDITOR, PASSPHRASE)
    assert restored.is_dir()


def test_a_file_that_is_there_is_not_overwritten(hands: Hands, tmp_path: Path) -> None:
    there = tmp_path / "there.backup"
    there.write_bytes(b"kept")
    hands.sign_in(AUDITOR)
    back_up(hands, there)
    hands.await_text("nothing is overwritten unasked")
    assert there.read_bytes() == b"kept"


def test_the_program_says_what_it_is_in_plain_text(hands: Hands) -> None:
    hands.sign_in(AUDITOR)
    hands.menu("about")
    hands.await_dialog("about-dialog")
    assert hands.sees("It is not accredited by any authority.")
    licence = hands.find(QPlainTextEdit, "font-licence").toPlainText()
    assert "SIL OPEN FONT LICENSE" in licence
    for label in hands.front.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    hands.click("about-close")
    hands.await_window()


def test_an_officer_changes_the_own_passphrase(hands: Hands, place: Place) -> None:
    hands.sign_in(AUDITOR)
    hands.menu("change-passphrase")
    hands.await_dialog("passphrase-dialog")
    hands.write("present-passphrase", PASSPHRASE)
    hands.write("new-passphrase", "another long passphrase")
    hands.write("new-passphrase-again", "another long passphrasf")
    hands.click("passphrase-dialog-do")
    hands.await_text("The two passphrases differ")
    hands.write("new-passphrase-again", "another long passphrase")
    hands.click("passphrase-dialog-do")
    hands.await_window()
    hands.await_text("Your passphrase is changed")
    open_office(place.office, AUDITOR, "another long passphrase").close()
