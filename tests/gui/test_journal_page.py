"""The journal page: every change, and the check of the chain."""

from pathlib import Path

import pytest

from procure_desktop.services.back_up_office import back_up_office
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, AUDITOR, PREPARER, Place, draft

# The offscreen platform's remark when a menu opens or the completer of a file name pops up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")


def test_the_newest_change_comes_first_and_says_what_was_recorded(
    hands: Hands, place: Place
) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    hands.sign_in(AUDITOR)
    hands.click("rail-journal")
    hands.select(0)
    assert hands.sees("Commitment drafted")
    assert hands.sees("EUR 25,940.34")
    hands.choose("facet-officer", "Preparer")
    assert hands.sees("1 of 8 entries")


def test_the_journal_is_verified(hands: Hands) -> None:
    hands.sign_in(AUDITOR)
    hands.click("rail-journal")
    hands.click("next-step")
    hands.rest()
    assert hands.sees("The journal is whole: 7 entries, none changed or missing.")


def test_the_journal_is_held_against_a_backup(hands: Hands, place: Place, tmp_path: Path) -> None:
    witness = tmp_path / "old.backup"
    with place.signed_in(ADMINISTRATOR) as office:
        back_up_office(office, witness)
    hands.sign_in(AUDITOR)
    against(hands, witness)
    hands.await_text("is the one that old.backup was made with: 8 entries")


def test_a_longer_past_than_the_journal_has_is_found(
    hands: Hands, made_place: Place, tmp_path: Path
) -> None:
    witness, other = tmp_path / "newer.backup", made_place.copy(tmp_path / "other")
    with other.signed_in(PREPARER) as office:
        draft(office)
        back_up_office(office, witness)
    hands.sign_in(AUDITOR)
    against(hands, witness)
    hands.await_text("is not the one that this file was made with: entry 8 is missing or another")


def test_a_file_without_a_head_is_refused(hands: Hands, place: Place) -> None:
    hands.sign_in(AUDITOR)
    against(hands, place.root)
    hands.await_text("carries no head of a journal")


def against(hands: Hands, path: Path) -> None:
    hands.menu("verify-journal-against")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(path))
    hands.press(Key.Key_Return)
    hands.await_window()
