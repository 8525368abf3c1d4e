"""The stored letter of a list, page by page."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.documents.preview_dialog import PreviewDialog
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr
from procure_desktop.services.attest_list import ListStanding, read_letter_of
from procure_desktop.services.document_bytes import DocumentBytes


class LetterDialog(PreviewDialog):
    """Shows the letter; nothing of it is run, its pages are drawn as pictures."""

    def __init__(self, desk: Desk, parent: QWidget, standing: ListStanding) -> None:
        """Read the letter of a list's newest version and draw it."""
        serial = standing.edition.serial
        self._standing = standing
        super().__init__(
            desk,
            parent,
            lambda _: _as_document(read_letter_of(desk.office, serial), standing),
            self.reject,
            self.reject,
        )
        self.setObjectName("letter-dialog")
        self.print.hide()
        self.export.hide()

    @override
    def _show(self, document: DocumentBytes) -> None:
        super()._show(document)
        title = tr("Letter of list {serial}").format(serial=self._standing.edition.serial)
        self.heading.setText(title)
        self.setWindowTitle(title)
        wear(self.state, Tone.INFO)
        self.state.setText(document.number)


def _as_document(pdf: bytes, standing: ListStanding) -> DocumentBytes:
    """Return the letter as the preview shows documents; `signed` keeps the DRAFT band away."""
    name = standing.attestation.letter.name if standing.attestation else ""
    return DocumentBytes(
        pdf=pdf, signed=True, number=name, version=1, sha256=standing.letter_sha256
    )
