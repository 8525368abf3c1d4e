"""The main job by mouse and keyboard alone: from an empty page to an authorised, printed PDF."""

from pathlib import Path

from PySide6.QtWidgets import QTableView

from procure_desktop.domain.verdict import Answer
from procure_desktop.services.document_bytes import page_count
from procure_desktop.services.verify_document import verify_document
from tests.gui.hands import Hands, Key, Modifier
from tests.office_factory import AUTHORISER, KEY_PASSPHRASE, PREPARER, Place


def test_from_an_empty_page_to_an_authorised_and_printed_document(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    hands.sign_in(PREPARER)
    commit_funds(hands)
    submit(hands, place)
    hands.press(Key.Key_L, Modifier.ControlModifier)
    hands.sign_in(AUTHORISER)
    authorise(hands, place)
    printed = print_document(hands, tmp_path / "printed.pdf")
    exported = export_document(hands, tmp_path / "exported.pdf")

    assert printed.startswith(b"%PDF-")
    assert page_count(printed) == page_count(exported.read_bytes())
    verdict = verify_document(exported, (place.authority,))
    assert verdict.answer != Answer.NOT_VALID
    assert [one.signer for one in verdict.signatures] != []
    with place.signed_in(PREPARER) as office:
        assert verify_document(exported, (place.authority,), office).answer == Answer.VALID


def commit_funds(hands: Hands) -> None:
    hands.click("rail-commitments")
    assert hands.sees("No commitments yet")
    hands.click("empty-action")
    assert hands.sees("Request lists")
    hands.select(0)
    hands.select(1, Modifier.ControlModifier)
    hands.click("next-step")
    hands.await_dialog("commit-dialog")
    hands.write("order-1-size", "3")
    hands.write("order-2-size", "1000000")
    hands.pick("order-2-how", "EUR")
    hands.write("budget-line", "Test budget line")
    hands.write("conditions", "Subject to US availability.")
    hands.await_text("Total EUR")
    hands.click("commit-dialog-do")
    hands.await_window()
    assert hands.sees("Draft saved")


def submit(hands: Hands, place: Place) -> None:
    assert hands.find(QTableView, "table").selectionModel().hasSelection()
    hands.click("next-step")
    hands.await_dialog("sign-dialog")
    hands.click("sign-dialog-do")
    assert hands.sees("key file")
    hands.sign_with(place.key(PREPARER).path, KEY_PASSPHRASE)
    assert hands.sees("NLD-2026-0001 is signed and submitted")


def authorise(hands: Hands, place: Place) -> None:
    assert hands.sees("1 commitment to authorise")
    hands.click("to-do-authorise")
    hands.select(0)
    hands.press(Key.Key_A, Modifier.ControlModifier | Modifier.ShiftModifier)
    hands.await_dialog("sign-dialog")
    hands.write("key-file", str(place.key(AUTHORISER).path))
    hands.write("key-passphrase", "a wrong one")
    hands.click("sign-dialog-do")
    hands.rest()
    assert hands.front.objectName() == "sign-dialog"
    hands.sign_with(place.key(AUTHORISER).path, KEY_PASSPHRASE)
    assert hands.sees("carries both signatures")


def print_document(hands: Hands, path: Path) -> bytes:
    hands.click("next-step")
    hands.await_dialog("preview-dialog")
    hands.await_text("Signed by both officers")
    hands.rest()
    hands.click("preview-print")
    hands.await_dialog("print-dialog")
    hands.write("filename", str(path))
    hands.press(Key.Key_Return)
    hands.await_dialog("preview-dialog")
    hands.press(Key.Key_Escape)
    hands.await_window()
    assert hands.sees("Printed: ")
    return path.read_bytes()


def export_document(hands: Hands, path: Path) -> Path:
    hands.press(Key.Key_E, Modifier.ControlModifier | Modifier.ShiftModifier)
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(path))
    hands.press(Key.Key_Return)
    hands.await_window()
    hands.await_text("Written and verified")
    return path
