from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.gui.documents.preview_dialog import PageView
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, PREPARER, Place, draft, submit


def test_pinned_authority_is_shown_for_reading_aloud(hands: Hands, place: Place) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("pin-trust")
    hands.await_dialog("trust-dialog")
    hands.click("trust-dialog-do")
    assert hands.sees("root file")
    hands.write("root-file", str(place.root))
    hands.click("trust-dialog-do")
    hands.await_window()
    assert hands.sees("Read it aloud with the release authority")


def test_file_that_is_no_root_is_refused(hands: Hands, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    hands.sign_in(ADMINISTRATOR)
    hands.menu("pin-trust")
    hands.await_dialog("trust-dialog")
    hands.write("root-file", str(other))
    hands.press(Key.Key_Return)
    hands.rest()
    assert hands.front.objectName() == "trust-dialog"


def test_draft_is_previewed_larger_and_smaller(hands: Hands, place: Place, qtbot: QtBot) -> None:
    with place.signed_in(PREPARER) as office:
        draft(office)
    hands.sign_in(PREPARER)
    hands.click("rail-commitments")
    hands.select(0)
    hands.press(Key.Key_P, hands.control | hands.shift)
    hands.await_dialog("preview-dialog")
    hands.await_text("DRAFT: not signed by both officers")
    hands.rest()
    before = hands.find(PageView, "page-1").width()
    hands.click("zoom-in")
    hands.rest()
    assert hands.find(PageView, "page-1").width() > before
    for _ in range(4):
        if hands.find(QWidget, "zoom-out").isEnabled():
            hands.click("zoom-out")
            hands.rest()
    assert hands.find(PageView, "page-1").width() < before
    assert not hands.find(QWidget, "preview-export").isEnabled()
    painted: QImage = hands.find(PageView, "page-1").grab().toImage()
    assert not painted.isNull()
    hands.click("preview-close")
    hands.await_window()


def test_preview_says_where_its_document_was_written(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    with place.signed_in(PREPARER) as office:
        submit(office, place)
    hands.sign_in(PREPARER)
    hands.click("rail-commitments")
    hands.select(0)
    hands.press(Key.Key_P, hands.control | hands.shift)
    hands.await_dialog("preview-dialog")
    hands.click("preview-export")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(tmp_path / "document.pdf"))
    hands.press(Key.Key_Return)
    hands.await_dialog("preview-dialog")
    hands.await_text("Written and verified")
    assert (tmp_path / "document.pdf").is_file()
