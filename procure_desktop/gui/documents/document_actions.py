"""Preview, print and export of a commitment's document: the same on every page that shows one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.documents.preview_dialog import PreviewDialog
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.printing import ask_printer, print_document
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.language import plural, tr
from procure_desktop.services.document_bytes import DocumentBytes, document_bytes
from procure_desktop.services.export_document import export_document
from procure_desktop.wording import figures


def newest() -> None:
    """Mean the newest version of a document."""


class DocumentActions(QObject):
    """Handlers for a page; `chosen` and `version` return the commitment and version that are meant.

    `finished` says what was printed or written.
    """

    finished = Signal(str)

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        chosen: Callable[[], CommitmentId],
        version: Callable[[], int | None] = newest,
    ) -> None:
        """Act for `page` and go with it."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._chosen = chosen
        self._version = version
        self._document: DocumentBytes | None = None
        self.finished.connect(desk.messages.done)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action."""
        return {"preview": self.preview, "print": self.print, "export": self.export}

    def preview(self) -> None:
        """Show the document as it will be printed."""
        read = self._reading()
        dialog = PreviewDialog.ask(self._desk, self._page, read, self.print, self.export)
        self.finished.connect(dialog.messages.done)

    def _reading(self) -> Callable[[Progress], DocumentBytes]:
        office, chosen, version = self._desk.office, self._chosen(), self._version()
        return lambda _: document_bytes(office, chosen, version)

    def print(self) -> None:
        """Ask for the printer once the document is at hand."""
        self._desk.tasks.start(tr("Reading the document"), self._reading(), self._ask_printer)

    def _ask_printer(self, document: DocumentBytes) -> None:
        self._document = document
        parent = QApplication.activeModalWidget() or self._page
        ask_printer(parent, document.number or tr("Draft"), self._print_on)

    def _print_on(self, printer: QPrinter) -> None:
        document = self._document
        if document is None:
            return
        self._desk.tasks.start(
            tr("Printing"),
            lambda progress: print_document(document, printer, progress),
            self._printed,
        )

    def _printed(self, pages: int) -> None:
        text = plural("Printed: {n} page.", "Printed: {n} pages.", pages)
        self.finished.emit(text.format(n=figures.whole(pages)))

    def export(self) -> None:
        """Ask where the PDF goes."""
        self._desk.tasks.start(tr("Reading the document"), self._reading(), self._ask_file)

    def _ask_file(self, document: DocumentBytes) -> None:
        start = Path.home() / f"{document.number}.pdf"
        chooser = choose_file(self._page, tr("PDF file"), "*.pdf", Purpose.WRITE, start)
        chooser.fileSelected.connect(self._export_to)

    @Slot(str)
    def _export_to(self, path: str) -> None:
        office, chosen, version = self._desk.office, self._chosen(), self._version()
        self._desk.tasks.start(
            tr("Exporting the document"),
            lambda _: export_document(office, chosen, Path(path), version),
            self._exported,
        )

    def _exported(self, path: Path) -> None:
        self._desk.changes.announce({Listing.JOURNAL})
        self.finished.emit(tr("Written and verified: {path}").format(path=path))
