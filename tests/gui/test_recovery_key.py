"""The recovery key in the window: drawn, saved or printed, read back; and used on the sign-in page."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QLineEdit

from procure_desktop.services.open_office import open_office
from procure_desktop.services.recovery_key import is_recoverable, make_recovery_key
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, PREPARER, Place

NEW = "a passphrase made anew"
# The offscreen platform's remark when the completer of a file name pops up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")


def open_dialog(hands: Hands) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("recovery-key")
    hands.await_dialog("recovery-key-dialog")


def save(hands: Hands, path: Path) -> str:
    """Save the sheet and read it, as the printer would."""
    hands.click("recovery-save")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(path))
    hands.press(Key.Key_Return)
    hands.await_dialog("recovery-key-dialog")
    hands.await_text("Saved:")
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return str(text)


def read_back(hands: Hands, groups: list[str]) -> None:
    """Type the group that the dialog asks for."""
    asked = hands.find(QLineEdit, "recovery-group").accessibleName()
    found = re.search(r"\d", asked)
    assert found is not None
    hands.write("recovery-group", groups[int(found[0]) - 1].lower())


def test_a_key_is_made_on_paper_and_used_on_the_sign_in_page(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    open_dialog(hands)
    words = save(hands, tmp_path / "key.pdf").split()
    groups = [word for word in words if re.fullmatch("[0-9A-Z]{5}", word)]
    assert len(groups) == 7
    assert all(hands.sees(group) for group in groups)
    read_back(hands, groups)
    hands.click("recovery-key-dialog-do")
    hands.await_window()
    hands.await_text("The recovery key opens this office from now on")
    hands.menu("lock")
    hands.await_text("Test Ministry")
    recover(hands, PREPARER, " ".join(groups))
    hands.await_window()
    hands.await_text("Preparer has a new passphrase: sign in with it.")
    open_office(place.office, PREPARER, NEW).close()


def recover(hands: Hands, officer: str, key: str) -> None:
    hands.click("forgotten-passphrase")
    hands.await_dialog("recover-dialog")
    hands.pick("recover-officer", officer)
    hands.write("recovery-key-text", key)
    hands.write("recover-passphrase", NEW)
    hands.write("recover-passphrase-again", NEW)
    hands.click("recover-dialog-do")
    hands.rest()


def test_a_key_that_was_not_read_back_does_not_replace_the_old(hands: Hands, place: Place) -> None:
    open_dialog(hands)
    hands.write("recovery-group", "ILOU0")
    hands.click("recovery-key-dialog-do")
    hands.await_text("is not what the sheet says")
    hands.click("recovery-key-dialog-cancel")
    hands.await_window()
    assert not is_recoverable(place.office)


def test_a_file_that_is_there_is_not_overwritten(hands: Hands, tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_bytes(b"kept")
    open_dialog(hands)
    hands.click("recovery-save")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(there))
    hands.press(Key.Key_Return)
    hands.await_dialog("recovery-key-dialog")
    hands.await_text("nothing is overwritten unasked")
    assert there.read_bytes() == b"kept"


def test_a_key_that_would_replace_one_says_so(hands: Hands, place: Place) -> None:
    with place.signed_in(ADMINISTRATOR) as administrator:
        make_recovery_key(administrator)
    open_dialog(hands)
    assert hands.sees("This key will replace the office's present recovery key.")


def test_the_sheet_is_printed(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_dialog(hands)
    hands.click("recovery-print")
    hands.await_dialog("print-dialog")
    hands.press(Key.Key_Return)
    hands.await_dialog("recovery-key-dialog")
    hands.await_text("Printed. Compare one group")
    assert (tmp_path / "Recovery key printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_mistyped_group_is_named_and_an_office_without_a_key_says_so(hands: Hands) -> None:
    hands.await_text("Test Ministry")
    recover(hands, PREPARER, "00000 00012 0014I 00142 00165 YGJ07 000Z0")
    hands.await_text("Group 6 is mistyped (“YGJ07”)")
    hands.write("recovery-key-text", "00000 00012 00141 00142 00165 YGJ06 000Z0")
    hands.click("recover-dialog-do")
    hands.rest()
    hands.await_text("This office has no recovery key")
