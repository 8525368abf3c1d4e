"""The documents page: what was signed, and the three answers about any PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTableView

from procure_desktop.services.export_document import export_document
from procure_desktop.services.return_commitment import return_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from tests.gui.hands import Hands, Key
from tests.office_factory import AUTHORISER, PREPARER, Place, authorise, submit

# The offscreen platform's remark when a menu opens or the completer of a file name pops up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def signed(place: Place, tmp_path: Path) -> Path:
    """The PDF of this office's first commitment with both signatures."""
    return signed_pdf(place, tmp_path / "signed.pdf", 1)


def signed_pdf(place: Place, path: Path, times: int) -> Path:
    with place.signed_in(PREPARER) as office:
        submitted = [submit(office, place) for _ in range(times)][-1]
    with place.signed_in(AUTHORISER) as office:
        return export_document(office, authorise(office, place, submitted).id, path)


def verify(hands: Hands, path: Path) -> None:
    hands.click("verify-pdf")
    hands.await_dialog("verify-dialog")
    hands.write("pdf-file", str(path))
    hands.click("verify-dialog-do")
    hands.rest()


def test_a_genuine_document_is_valid(hands: Hands, signed: Path) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    verify(hands, signed)
    assert hands.sees("Valid: signed by both officers and unchanged.")
    assert hands.sees("NLD-2026-0001")
    assert hands.sees("Preparer's signature")
    assert hands.sees("Authoriser's signature")


def test_of_another_offices_document_it_cannot_tell(
    hands: Hands, made_place: Place, place: Place, tmp_path: Path
) -> None:
    foreign = signed_pdf(made_place.copy(tmp_path / "other"), tmp_path / "foreign.pdf", 2)
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    hands.click("verify-pdf")
    hands.await_dialog("verify-dialog")
    hands.write("trust-file", str(place.authority))
    hands.write("pdf-file", str(foreign))
    hands.press(Key.Key_Return)
    hands.rest()
    assert hands.sees("Cannot tell: nothing wrong was found")
    assert hands.sees("This office has no document with its number and record")
    hands.write("pdf-file", "/nowhere/at/all.pdf")
    assert not hands.sees("Cannot tell")
    hands.click("verify-dialog-do")
    hands.rest()
    assert hands.sees("cannot be read")


def test_a_changed_document_is_not_valid(hands: Hands, signed: Path, tmp_path: Path) -> None:
    pdf = bytearray(signed.read_bytes())
    pdf[pdf.index(b"stream") + 50] ^= 1
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(pdf)
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    verify(hands, broken)
    assert hands.sees("Not valid: do not rely on this document.")
    assert hands.sees("Does not fit the bytes")
    hands.press(Key.Key_Escape)
    hands.await_window()


def test_a_pdf_that_is_dropped_on_the_list_is_verified(hands: Hands, signed: Path) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    drop(hands.find(QTableView, "table"), QUrl.fromLocalFile(str(signed)))
    hands.await_dialog("verify-dialog")
    assert hands.sees("Valid: signed by both officers and unchanged.")


def test_what_is_no_local_file_is_not_taken(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    drop(hands.window, QUrl("https://example.org/a.pdf"))
    assert hands.front is hands.window


def drop(target: QTableView | object, url: QUrl) -> None:
    data = QMimeData()
    data.setUrls([url])
    viewport = target.viewport() if isinstance(target, QTableView) else target
    place, action = QPoint(20, 20), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, action, data, LEFT, NO_KEY)
    QApplication.sendEvent(viewport, enter)  # type: ignore[arg-type]
    if enter.isAccepted():
        event = QDropEvent(QPointF(place), action, data, LEFT, NO_KEY)
        QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]


def test_without_documents_a_pdf_can_still_be_verified(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    assert hands.sees("No documents yet")
    hands.click("empty-action")
    hands.await_dialog("verify-dialog")


def test_each_version_that_was_signed_stays_readable(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        first = submit(office, place)
    with place.signed_in(AUTHORISER) as office:
        return_commitment(office, first.id, "Test reason")
    with place.signed_in(PREPARER) as office:
        submit_commitment(office, first.id, place.key(PREPARER))
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    hands.select(1)
    assert hands.sees("Returned · version 1")
    assert hands.sees("Version 2 is the newest.")
    hands.click("next-step")
    hands.await_dialog("preview-dialog")
    hands.await_text("DRAFT: not signed by both officers")


def test_a_document_is_exported_and_its_export_journaled(
    hands: Hands, signed: Path, tmp_path: Path
) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-documents")
    hands.select(0)
    assert hands.sees("Signed · version 1")
    hands.press(Key.Key_E, hands.control | hands.shift)
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(tmp_path / "again.pdf"))
    hands.press(Key.Key_Return)
    hands.await_window()
    hands.await_text("Written and verified")
    assert (tmp_path / "again.pdf").read_bytes() == signed.read_bytes()
