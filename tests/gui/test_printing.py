from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.draft_band import draw_draft_band
from procure_desktop.gui.parts.page_images import draw_page
from procure_desktop.gui.parts.printing import DOTS, print_document
from procure_desktop.services.document_bytes import DocumentBytes, document_bytes, page_count
from procure_desktop.services.office import Office
from tests.office_factory import Place, authorise, draft, submit


def signed(place: Place, preparer: Office, authoriser: Office) -> DocumentBytes:
    made = authorise(authoriser, place, submit(preparer, place))
    return document_bytes(preparer, made.id)


def test_band_is_seen_and_what_is_beneath_can_still_be_read(qtbot: QtBot) -> None:
    page = QImage(595, 842, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    page.setPixelColor(297, 380, QColor("black"))
    draw_draft_band(page)
    middle = page.pixelColor(297, 421)
    assert middle != QColor("white")
    assert page.pixelColor(5, 5) == QColor("white")
    assert page.pixelColor(590, 835) == QColor("white")


def test_only_what_both_signed_is_drawn_without_the_band(
    qtbot: QtBot, place: Place, preparer: Office, authoriser: Office
) -> None:
    drafted = document_bytes(preparer, draft(preparer).id)
    assert not drafted.signed
    done = signed(place, preparer, authoriser)
    assert done.signed
    as_draft = DocumentBytes(done.pdf, False, done.number, done.version, done.sha256)
    assert draw_page(as_draft, 0, 1.0) != draw_page(done, 0, 1.0)
    # The bytes are the same: the band is on the image alone.
    assert as_draft.pdf == done.pdf


def test_document_is_printed_to_a_file_on_whole_pages(
    qtbot: QtBot, place: Place, preparer: Office, authoriser: Office, tmp_path: Path
) -> None:
    document = signed(place, preparer, authoriser)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    out = tmp_path / "paper.pdf"
    printer.setOutputFileName(str(out))
    told: list[tuple[int, int]] = []
    printed = print_document(document, printer, lambda done, total: told.append((done, total)))
    assert printed == page_count(document.pdf) == page_count(out.read_bytes())
    assert told[-1] == (printed, printed)
