"""What is typed into a form outlives Escape, a lock and a kill; undo goes back across its fields."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from procure_desktop.domain.unfinished_form import Fields, Typed
from procure_desktop.gui.commitments.commit_dialog import CommitDialog
from procure_desktop.services.keep_form import keep_form, unfinished_form, unfinished_forms
from procure_desktop.services.office import Office
from tests.gui.hands import Hands
from tests.office_factory import PREPARER, Place


def open_commit(hands: Hands, *rows: int) -> None:
    hands.click("rail-request-lists")
    hands.rest()
    for place, row in enumerate(rows):
        hands.select(row, hands.control if place else Qt.KeyboardModifier.NoModifier)
    hands.press(Qt.Key.Key_M, hands.control)
    hands.await_dialog("commit-dialog")


def kept(hands: Hands) -> Typed | None:
    office = hands.window.view.desk.office if hands.window.view else None
    assert office is not None
    found = unfinished_form(office, "commitment")
    return found.typed if found else None


def text_of(hands: Hands, name: str) -> str:
    return hands.find(QLineEdit, name).text()


def test_escape_keeps_and_the_next_time_asks(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("order-1-size", "7")
    hands.write("budget-line", "Budget 6.1")
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
    open_commit(hands, 0)
    hands.await_text("You typed here at")
    assert text_of(hands, "budget-line") == ""
    hands.click("go-on")
    assert (text_of(hands, "order-1-size"), text_of(hands, "budget-line")) == ("7", "Budget 6.1")
    assert not hands.sees("You typed here at")


def test_begin_anew_forgets(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("order-1-size", "7")
    qtbot.waitUntil(lambda: kept(hands) is not None)
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
    open_commit(hands, 0)
    hands.click("begin-anew")
    hands.rest()
    assert kept(hands) is None
    assert text_of(hands, "order-1-size") == ""


def test_an_open_question_keeps_what_it_asks_about(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("order-1-size", "7")
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
    open_commit(hands, 0)
    hands.write("order-1-size", "9")
    qtbot.wait(500)
    hands.rest()
    found = kept(hands)
    assert found is not None
    assert found.fields["order-1-size"] == "7"


def test_what_was_typed_for_other_lines_is_gone_on_with(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0, 1)
    hands.write("order-2-size", "5")
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
    open_commit(hands, 3)
    hands.await_text("It is for 2 other lines.")
    hands.click("go-on")
    hands.rest()
    dialog = hands.front
    assert isinstance(dialog, CommitDialog)
    assert len(dialog.rows) == 2
    assert text_of(hands, "order-2-size") == "5"


def test_what_is_emptied_again_is_forgotten(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("budget-line", "x")
    qtbot.waitUntil(lambda: kept(hands) is not None)
    hands.write("budget-line", "")
    qtbot.waitUntil(lambda: kept(hands) is None)


def test_saving_forgets(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("order-1-size", "7")
    hands.write("budget-line", "Budget 6.1")
    hands.write("legal-basis", "Act")
    qtbot.waitUntil(lambda: kept(hands) is not None)
    hands.click("commit-dialog-do")
    hands.await_window()
    assert kept(hands) is None


def test_a_donation_is_gone_on_with(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.rest()
    for again in (False, True):
        hands.select(0)
        hands.press(Qt.Key.Key_D, hands.control)
        hands.await_dialog("donation-dialog")
        if not again:
            hands.write("donation-quantity", "3")
            hands.write("value-net-book", "400")
            hands.find(QComboBox, "donation-origin").setCurrentIndex(1)
            hands.find(QPlainTextEdit, "donation-remarks").setPlainText("Two\nlines")
            hands.press(Qt.Key.Key_Escape)
            hands.await_window()
    hands.click("go-on")
    assert text_of(hands, "donation-quantity") == "3"
    assert text_of(hands, "value-net-book") == "400"
    assert hands.find(QComboBox, "donation-origin").currentIndex() == 1
    assert hands.find(QPlainTextEdit, "donation-remarks").toPlainText() == "Two\nlines"


def test_undo_goes_back_across_fields_and_redo_forth(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0, 1)
    hands.write("order-1-size", "7")
    hands.write("budget-line", "Budget")
    hands.click("order-2-removed")
    dialog = hands.front
    assert isinstance(dialog, CommitDialog)
    assert len(dialog.asked) == 1
    assert not dialog.rows[0].removed.isEnabled()
    hands.press(Qt.Key.Key_Z, hands.control)
    assert len(dialog.asked) == 2
    hands.press(Qt.Key.Key_Z, hands.control)
    assert (text_of(hands, "order-1-size"), text_of(hands, "budget-line")) == ("7", "")
    hands.press(Qt.Key.Key_Z, hands.control)
    assert text_of(hands, "order-1-size") == ""
    for _ in range(3):
        hands.press(Qt.Key.Key_Z, hands.control | hands.shift)
    assert (text_of(hands, "order-1-size"), text_of(hands, "budget-line")) == ("7", "Budget")
    assert len(dialog.asked) == 1


def test_undo_in_the_middle_of_text_goes_back_by_words(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.write("budget-line", "one two")
    hands.press(Qt.Key.Key_Z, hands.control)
    assert text_of(hands, "budget-line") == "one "


def test_a_form_of_another_shape_is_put_as_far_as_it_fits(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        line = "UA-0001"
        fields: Fields = {"order-1-size": 3, "budget-line": "Kept", "gone": "x", "order-1-how": 99}
        keep_form(preparer, "commitment", Typed((line,), fields))
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.click("go-on")
    assert (text_of(hands, "order-1-size"), text_of(hands, "budget-line")) == ("", "Kept")


def test_lines_that_are_gone_are_said_to_be(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        keep_form(preparer, "commitment", Typed(("UA-9999",), {}))
    hands.sign_in(PREPARER)
    open_commit(hands, 0)
    hands.click("go-on")
    hands.await_window()
    hands.await_text("No line UA-9999 is in this office")


def test_whoever_signs_in_is_told_of_what_was_not_saved(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        keep_form(preparer, "commitment", Typed(("UA-0001",), {}))
    hands.sign_in(PREPARER)
    assert hands.sees("What you typed at 15 Jun 2026 09:00 UTC was not saved.")
    assert hands.sees("It is offered when you choose Commit funds again.")


def test_a_form_that_is_not_known_is_not_spoken_of(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        keep_form(preparer, "something else", Typed(("UA-0001",), {}))
    hands.sign_in(PREPARER)
    assert not hands.sees("was not saved")


_TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from procure_desktop.gui.desk.action_rules import Place as Page
from procure_desktop.gui.window.main_window import MainWindow
from tests.office_factory import Place

application = QApplication([])
place = Place(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
window = MainWindow()
window.show()
window.enter(place.sign_in("Preparer"))
page = window.view.open(Page.LINES)
page.table.selectRow(0)
page.commit_funds()
QTest.qWait(200)
dialog = QApplication.activeModalWidget()
edit = dialog.findChild(QLineEdit, "budget-line")
print("typing", flush=True)
for number in range(10_000):
    QTest.keyClick(edit, Qt.Key(Qt.Key.Key_A + number % 26))
    if number % 20 == 0:
        while dialog.keeper._pause.isActive() or not window.tasks.idle:
            QTest.qWait(20)
        print(edit.text(), flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed here")
def test_what_was_typed_outlives_a_kill(place: Place) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _TYPING, str(place.folder), place.data_key.hex()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == "typing\n"
        for _ in range(3):
            typed = typing.stdout.readline().strip()
        typing.kill()
    with place.signed_in(PREPARER) as preparer:
        (form,) = unfinished_forms(preparer)
        found = str(form.typed.fields["budget-line"])
        assert len(typed) > 20
        # What was typed up to a pause is there; a little more may be.
        assert found.startswith(typed)
        assert is_whole(preparer)


def is_whole(office: Office) -> bool:
    with office.database.reading() as tx:
        return tx.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
