"""Verifying a PDF: which file, whom to trust beside the enrolled officers, and the answer."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.verdict_view import VerdictView
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.style.measures import text_width
from procure_desktop.language import tr
from procure_desktop.services.verify_document import verify_document

_ROWS = 17


class VerifyDialog(FormDialog):
    """Stays open with the answer, so that another file can be verified."""

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        """Ask for the file; one that was dropped is verified at once."""
        super().__init__("verify-dialog", tr("Verify a PDF"), tr("&Verify"), desk.tasks, parent)
        self._office = desk.office
        self.file = FileField("pdf-file", tr("PDF file"), "*.pdf")
        self.trust = FileField(
            "trust-file", tr("Certificate authority (optional)"), "*.pem *.crt *.cer"
        )
        self.trust.edit.setPlaceholderText(tr("The certificate of another office's authority"))
        self.add_row(tr("&PDF file"), self.file)
        self.add_row(tr("&Trust also"), self.trust)
        self.verdict = VerdictView(
            tr(
                "The answer is one of three: valid, cannot tell, or not valid. The document is "
                "compared with what this office froze and with the certificates enrolled here."
            )
        )
        self.body.addWidget(self.verdict, 1)
        self.cancel.setText(tr("Close"))
        self.setMinimumWidth(text_width(self, 110))
        self.verdict.setMinimumHeight(_ROWS * self.file.sizeHint().height())
        self.file.changed.connect(self._start_again)
        self.trust.changed.connect(self._start_again)
        self._start_again()
        if path is not None:
            self.file.set_path(path)
            self.do()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        """Open the dialog, on a file that was dropped or on none."""
        cls(desk, parent, path).open()

    @override
    def work(self) -> tuple[str, Work]:
        path, trust, office = self.file.path, self.trust.path, self._office
        if path is None:
            raise EmptyTextError(field="path of the PDF")
        anchors = (trust,) if trust else ()
        return (
            tr("Verifying the document"),
            lambda _: verify_document(path, anchors, office),
        )

    @override
    def finish(self, result: Any) -> None:
        """Show the answer; the dialog stays."""
        path = self.file.path
        self.verdict.show_verdict(result, path.name if path is not None else "")

    @Slot()
    def _start_again(self) -> None:
        self.messages.clear()
        self.verdict.show_verdict(None, "")
        self.primary.setEnabled(self.file.path is not None)
