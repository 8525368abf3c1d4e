"""Commitments: what the office commits, from draft to both signatures."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import Commitment, CommitmentId
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import USD
from procure_desktop.gui.commitments.commit_dialog import CommitDialog
from procure_desktop.gui.commitments.sign_dialog import SignDialog, Signing
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.reason_dialog import Ending, ReasonDialog
from procure_desktop.gui.details.commitment_details import describe_commitment
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.documents.document_actions import DocumentActions
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.facet_box import Facet
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.tables.sums import sums_by_currency
from procure_desktop.language import forms, marked, tr
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.wording import figures

_TOUCHED = (Listing.COMMITMENTS, Listing.DOCUMENTS, Listing.LINES, Listing.EFFECTS)


class CommitmentsPage(ListingPage):
    """Draft, submit, authorise, return, withdraw; preview, print and export the document."""

    place = Place.COMMITMENTS
    frame = Frame(
        title=marked("Commitments"),
        listing=Listing.COMMITMENTS,
        count=forms("{shown} of {all} commitment", "{shown} of {all} commitments"),
        states=("draft", "submitted", "returned", "authorised", "withdrawn"),
        facets=(
            Facet("touched", marked("New version")),
            Facet("prepared_by", marked("Prepared by")),
            Facet("currency", marked("Currency")),
        ),
        empty=marked("No commitments yet"),
        empty_sentence=marked(
            "A commitment begins with the lines it funds: choose them on an approved request list."
        ),
        empty_action="new-commitment",
        empty_roles=frozenset({Role.PREPARER}),
        empty_otherwise=marked(
            "An officer who prepares begins a commitment on the request lists; it is shown here then."
        ),
        hint=marked("Select a commitment to see its money, its lines and its history."),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Let the document of the chosen commitment be previewed, printed and exported."""
        super().__init__(desk, parent)
        self._documents = DocumentActions(desk, self, self._chosen_id)

    @override
    def describe(self, row: Row) -> Details:
        commitment = read_commitment(self.desk.office, CommitmentId(row["id"]))
        return describe_commitment(self.desk.office, commitment, row)

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        if not rows:
            return "new-commitment"
        row, officer = rows[0], self.desk.office.officer.name
        own = row["prepared_by"] == officer
        if own and row["state"] in {"draft", "returned"}:
            return "submit"
        return "authorise" if row["state"] == "submitted" and not own else "preview"

    @override
    def totals(self, rows: tuple[Row, ...]) -> str:
        usd = figures.amount(Money(sum(row["usd"] for row in rows), USD))
        national = sums_by_currency(rows, "national")
        return usd if national == usd else f"{national} = {usd}"

    @override
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return {
            "edit-draft": self.edit_draft,
            "submit": self.submit,
            "authorise": self.authorise,
            "return": self.return_to_preparer,
            "withdraw": self.withdraw,
            **self._documents.handlers(),
        }

    def _chosen_id(self) -> CommitmentId:
        return CommitmentId(self.selected_rows()[0]["id"])

    def _chosen(self) -> Commitment:
        return read_commitment(self.desk.office, self._chosen_id())

    def edit_draft(self) -> None:
        """Change the quantities, amounts or terms of a draft."""
        draft = self._chosen()
        lines = tuple(line.line for line in draft.lines)
        CommitDialog.ask(self.desk, self, lines, self._revised, draft)

    def submit(self) -> None:
        """Sign as preparer."""
        SignDialog.ask(self.desk, self, self._chosen(), Signing.SUBMIT, self._submitted)

    def authorise(self) -> None:
        """Countersign."""
        SignDialog.ask(self.desk, self, self._chosen(), Signing.AUTHORISE, self._authorised)

    def return_to_preparer(self) -> None:
        """Send back with a reason."""
        ReasonDialog.ask(self.desk, self, self._chosen(), Ending.RETURN, self._returned)

    def withdraw(self) -> None:
        """Withdraw with a reason."""
        ReasonDialog.ask(self.desk, self, self._chosen(), Ending.WITHDRAW, self._withdrawn)

    @Slot(object)
    def _revised(self, commitment: Commitment) -> None:
        amount = figures.amount(commitment.national)
        self._tell(commitment, tr("Draft changed: {amount}.").format(amount=amount))

    @Slot(object)
    def _submitted(self, commitment: Commitment) -> None:
        text = tr(
            "{number} is signed and submitted; its lines are reserved. "
            "Next: another officer signs in (Office, Switch officer) and authorises it."
        )
        self._tell(commitment, text.format(number=commitment.number))

    @Slot(object)
    def _authorised(self, commitment: Commitment) -> None:
        text = tr("{number} carries both signatures. Next: Preview, Print or Export PDF.")
        self._tell(commitment, text.format(number=commitment.number))

    @Slot(object)
    def _returned(self, commitment: Commitment) -> None:
        text = tr("{number} is returned to its preparer; what it reserved is free.")
        self._tell(commitment, text.format(number=commitment.number))

    @Slot(object)
    def _withdrawn(self, commitment: Commitment) -> None:
        number = commitment.number or tr("The draft")
        text = tr("{number} is withdrawn; what it reserved is free.")
        self._tell(commitment, text.format(number=number))

    def _tell(self, commitment: Commitment, text: str) -> None:
        self.desk.changes.announce(_TOUCHED)
        self.reveal(int(commitment.id))
        self.desk.messages.done(text)
