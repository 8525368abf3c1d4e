import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from procure_desktop.domain.request_list import LineId
from procure_desktop.services.attest_list import read_standing
from procure_desktop.services.read_line import read_line
from tests.gui.hands import Hands, Key
from tests.office_factory import (
    ADMINISTRATOR,
    AUDITOR,
    AUTHORISER,
    KEY_PASSPHRASE,
    PREPARER,
    Place,
)
from tests.sheets import ROW, ROWS, write_csv, write_letter, write_xlsx

LINE = LineId("UA-SHEET-0001")
BAD = (4, *ROW[1:7], "багато", *ROW[8:])


def look(hands: Hands, name: str) -> None:
    """Keep a picture of what is in front, for people who look at what was built."""
    folder = os.environ.get("PROCURE_PICTURES")
    if folder:
        hands.rest()
        hands.front.grab().save(str(Path(folder) / f"{name}.png"))


def next_step(hands: Hands, said: str) -> None:
    hands.click("spreadsheet-dialog-do")
    hands.await_text(said)
    hands.rest()


def fill(hands: Hands, path: Path, letter: Path | None = None) -> None:
    """From the open wizard to its last step."""
    hands.await_dialog("spreadsheet-dialog")
    hands.write("sheet-file", str(path))
    hands.rest()
    hands.write("sheet-sender", "Test sender")
    look(hands, "1-file")
    next_step(hands, "Step 2 of 4")
    look(hands, "2-columns")
    next_step(hands, "Step 3 of 4")
    hands.write("list-serial", "UA-SHEET")
    if letter:
        hands.write("letter-file", str(letter))
        hands.write("letter-reference", "NSATU/123")
    look(hands, "3-list")
    next_step(hands, "Step 4 of 4")
    look(hands, "4-lines")


def attest(hands: Hands, officer: str) -> None:
    hands.press(Key.Key_L, hands.control)
    hands.sign_in(officer)
    hands.menu("attest-list")
    hands.await_dialog("attest-dialog")


def test_from_a_spreadsheet_with_ukrainian_heads_to_an_authorised_commitment(
    hands: Hands, place: Place, qtbot: QtBot
) -> None:
    path = write_xlsx(place.folder / "list.xlsx")
    letter = write_letter(place.folder / "letter.pdf")
    hands.sign_in(ADMINISTRATOR)
    hands.press(Key.Key_I, hands.control | hands.shift)
    fill(hands, path)
    hands.click("spreadsheet-dialog-do")
    hands.await_window()
    assert hands.sees("UA-SHEET version 1 is imported, unapproved: 3 lines")
    assert hands.sees("UNAPPROVED")
    look(hands, "5-imported")
    hands.tab("Unapproved")
    hands.select(0)
    assert hands.sees("nothing can be committed until two officers attest")
    assert not hands.window.actions_table["commit-funds"].isEnabled()
    assert not hands.window.actions_table["attest-list"].isEnabled()

    attest(hands, PREPARER)
    hands.write("letter-file", str(letter))
    hands.write("letter-reference", "NSATU/123")
    hands.check("letter-seen")
    look(hands, "6-attest-first")
    hands.click("attest-dialog-do")
    hands.await_window()
    assert hands.sees("Another officer attests next")

    attest(hands, AUTHORISER)
    assert hands.sees("NSATU/123")
    assert hands.sees("Preparer")
    look(hands, "7-attest-second")
    hands.click("open-letter")
    hands.await_dialog("letter-dialog")
    assert hands.sees("Letter of list UA-SHEET")
    look(hands, "8-letter")
    hands.click("preview-close")
    hands.await_dialog("attest-dialog")
    hands.check("letter-seen")
    hands.click("attest-dialog-do")
    hands.await_window()
    assert hands.sees("Two officers have attested")

    commit(hands, place)
    with place.signed_in(AUTHORISER) as office:
        assert read_line(office, LINE).outstanding.quantity == 22


def commit(hands: Hands, place: Place) -> None:
    """As the preparer and the authoriser, 3 units of the first line, with the mouse alone but for figures."""
    hands.press(Key.Key_L, hands.control)
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.press(Key.Key_F, hands.control)
    hands.keys("Missile")
    hands._qtbot.waitUntil(lambda: hands.find(QTableView, "table").model().rowCount() == 1)
    hands.select(0)
    look(hands, "9-attested-line")
    hands.press(Key.Key_M, hands.control)
    hands.await_dialog("commit-dialog")
    hands.write("order-1-size", "3")
    hands.write("budget-line", "Test budget line")
    look(hands, "10-commit")
    hands.click("commit-dialog-do")
    hands.await_window()
    hands.press(Key.Key_S, hands.control | hands.shift)
    hands.sign_with(place.key(PREPARER).path, KEY_PASSPHRASE)
    assert hands.sees("NSATU/123")
    look(hands, "11-submitted")
    hands.press(Key.Key_L, hands.control)
    hands.sign_in(AUTHORISER)
    hands.click("rail-commitments")
    hands.select(0)
    hands.press(Key.Key_A, hands.control | hands.shift)
    hands.sign_with(place.key(AUTHORISER).path, KEY_PASSPHRASE)


def test_problems_are_shown_and_the_good_rows_are_taken(hands: Hands, place: Place) -> None:
    path = write_xlsx(place.folder / "list.xlsx", [*ROWS, BAD])
    hands.sign_in(PREPARER)
    hands.menu("import-spreadsheet")
    fill(hands, path, write_letter(place.folder / "letter.pdf"))
    problems = hands.find(QTableView, "sheet-problems").model()
    assert problems.index(0, 0).data() == "Потреби!H7"
    assert "“багато” is not a number" in problems.index(0, 1).data()
    with pytest.raises(AssertionError, match="cannot be used"):
        hands.click("spreadsheet-dialog-do")
    look(hands, "12-problems")
    hands.check("take-good")
    hands.click("spreadsheet-dialog-do")
    hands.await_window()
    with place.signed_in(PREPARER) as office:
        standing = read_standing(office, "UA-SHEET")
        assert standing.attestation is not None
        assert standing.attestation.attestors == ()


def test_back_and_what_is_refused_at_each_step(hands: Hands, place: Place) -> None:
    hands.sign_in(PREPARER)
    hands.menu("import-spreadsheet")
    hands.await_dialog("spreadsheet-dialog")
    hands.click("spreadsheet-dialog-do")
    assert hands.sees("path of the spreadsheet")
    hands.write("sheet-file", str(place.root))
    hands.rest()
    hands.click("spreadsheet-dialog-do")
    assert hands.sees("The sender is empty")
    old = place.folder / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0" * 8)
    hands.write("sheet-file", str(old))
    hands.await_text("save it anew as XLSX, ODS or CSV")
    path = write_csv(place.folder / "l.csv", ROWS, heads=("Ref", *("?" * 11)))
    hands.write("sheet-file", str(path))
    hands.rest()
    hands.write("sheet-sender", "Other")
    next_step(hands, "Step 2 of 4")
    hands.click("spreadsheet-dialog-do")
    assert hands.sees("Every line needs: identity or line number")
    hands.click("spreadsheet-dialog-back")
    assert hands.sees("Step 1 of 4")
    hands.pick("sheet-delimiter", "comma")
    hands.rest()
    assert hands.find(QTableView, "sheet-rows").model().columnCount() < 12


def test_columns_are_mapped_by_hand(hands: Hands, place: Place) -> None:
    heads = tuple("abcdefghijkl")
    path = write_csv(place.folder / "l.csv", ROWS, heads=heads)
    hands.sign_in(PREPARER)
    hands.menu("import-spreadsheet")
    hands.await_dialog("spreadsheet-dialog")
    hands.write("sheet-file", str(path))
    hands.rest()
    hands.write("sheet-sender", "Other")
    hands.write("sheet-header", "1")
    hands.press(Key.Key_Tab)
    hands.rest()
    next_step(hands, "Step 2 of 4")
    for column, begins in (
        ("number", "A"),
        ("name-uk", "B"),
        ("outstanding", "G"),
        ("unit-price", "H"),
    ):
        hands.pick(f"column-{column}", begins)
    hands.pick("stated-capability", "Med")
    hands.pick("stated-priority", "05")
    hands.write("stated-unit", "EA")
    next_step(hands, "Step 3 of 4")
    hands.write("list-serial", "small letters")
    hands.click("spreadsheet-dialog-do")
    hands.await_text("is not a serial")
    hands.write("list-serial", "UA-7")
    next_step(hands, "Step 4 of 4")
    hands.click("spreadsheet-dialog-do")
    hands.await_window()
    with place.signed_in(PREPARER) as office:
        line = read_line(office, LineId("UA-7-0001")).line
    assert (line.unit, line.capability, line.priority) == ("EA", "medical", 5)


def test_an_auditor_neither_imports_nor_attests(hands: Hands) -> None:
    hands.sign_in(AUDITOR)
    for action in ("import-spreadsheet", "attest-list"):
        assert not hands.window.actions_table[action].isEnabled()


def test_without_a_list_to_attest_to_it_says_what_to_do(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.menu("attest-list")
    hands.await_dialog("attest-dialog")
    assert hands.sees("No list waits for an attestation. Import a spreadsheet first.")
    with pytest.raises(AssertionError, match="cannot be used"):
        hands.click("attest-dialog-do")
