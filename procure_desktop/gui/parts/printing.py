"""Printing: the system's or Qt's print dialog, then the pages as images at 300 dots an inch."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QToolButton, QWidget

from procure_desktop.gui.parts.page_images import POINTS, draw_pages
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.language import tr
from procure_desktop.services.document_bytes import DocumentBytes

DOTS = 300


def ask_printer(parent: QWidget, title: str, accepted: Callable[[QPrinter], None]) -> QPrintDialog:
    """Open the print dialog, which also prints to a PDF file; `accepted` gets the printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setDocName(title)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    if not QPrinterInfo.availablePrinterNames():
        # Not the exported file's name: what is printed carries no signature to verify.
        printer.setOutputFileName(str(Path.home() / tr("{title} printed.pdf").format(title=title)))
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print-dialog")
    for button in dialog.findChildren(QToolButton):
        # Qt's own dialog leaves the button with three dots without a name.
        button.setAccessibleName(button.accessibleName() or tr("Browse for the output file"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: accepted(printer))
    # Its own open() hides the dialog's and wants a receiver.
    QDialog.open(dialog)
    return dialog


def print_document(document: DocumentBytes, printer: QPrinter, progress: Progress) -> int:
    """Print every page and return their number; runs in the task runner's thread."""
    painter = QPainter(printer)
    printed = 0
    try:
        for image in draw_pages(document, printer.resolution() / POINTS, progress):
            if printed:
                printer.newPage()
            painter.drawImage(painter.viewport(), image)
            printed += 1
    finally:
        painter.end()
    return printed
