"""Documents: what was frozen and signed; preview, print, export, and verify a PDF by dropping it here."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.document_details import describe_document
from procure_desktop.gui.documents.document_actions import DocumentActions
from procure_desktop.gui.documents.verify_dialog import VerifyDialog
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.action_button import ActionButton
from procure_desktop.gui.parts.file_field import dropped_path
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import forms, marked, tr
from procure_desktop.services.read_commitment import read_commitment


class DocumentsPage(ListingPage):
    """The signed documents of this office, and the check of any other."""

    place = Place.DOCUMENTS
    frame = Frame(
        title=marked("Documents"),
        listing=Listing.DOCUMENTS,
        count=forms("{shown} of {all} document", "{shown} of {all} documents"),
        states=("in review", "signed", "returned", "withdrawn"),
        empty=marked("No documents yet"),
        empty_sentence=marked(
            "A document is frozen and signed when a commitment is submitted. "
            "A PDF from elsewhere can be verified here: drop it anywhere on this page."
        ),
        empty_action="verify",
        hint=marked("Select a document to see who signed it and its SHA-256."),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take files that are dropped anywhere on the page."""
        super().__init__(desk, parent)
        self._actions = DocumentActions(desk, self, self._chosen_id, version=self._chosen_version)
        self.setAcceptDrops(True)
        # Else it would take the file's address as text to search for.
        self.search.setAcceptDrops(False)

    @override
    def _header(self) -> QHBoxLayout:
        header = super()._header()
        verify = ActionButton("verify-pdf")
        verify.stand_for(self.desk.actions["verify"])
        header.insertWidget(1, TextLabel(tr("Drop a PDF anywhere here to verify it")))
        header.insertWidget(2, verify)
        return header

    @override
    def describe(self, row: Row) -> Details:
        commitment = read_commitment(self.desk.office, CommitmentId(row["commitment"]))
        return describe_document(row, commitment)

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        return "preview" if rows else ""

    @override
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return self._actions.handlers()

    def _chosen_id(self) -> CommitmentId:
        return CommitmentId(self.selected_rows()[0]["commitment"])

    def _chosen_version(self) -> int:
        return int(self.selected_rows()[0]["version"])

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that one local file may be dropped."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Verify the file that was dropped."""
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            VerifyDialog.ask(self.desk, self, path)
