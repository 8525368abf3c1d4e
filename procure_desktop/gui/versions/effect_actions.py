"""The next steps of an effect: the same on every page that shows effects."""

from PySide6.QtCore import QObject

from procure_desktop.domain.commitment import Commitment, CommitmentId
from procure_desktop.domain.errors import NothingLeftError
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.settling import ListEffect, Remedy, is_draft, may_take
from procure_desktop.gui.commitments.commit_dialog import CommitDialog
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.desk.reason_dialog import Ending, ReasonDialog
from procure_desktop.gui.versions.accept_dialog import AcceptDialog
from procure_desktop.gui.versions.question_dialog import QuestionDialog
from procure_desktop.language import tr
from procure_desktop.services.amend_commitment import prepare_amendment
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.wording.effects import record_name

TOUCHED = frozenset({Listing.EFFECTS, Listing.COMMITMENTS, Listing.DOCUMENTS, Listing.LINES})


class EffectActions(QObject):
    """Takes a step for an effect and tells the page's officer what comes next."""

    def __init__(self, desk: Desk, page: Page) -> None:
        """Act for `page` and go with it."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._amended_from: Commitment | None = None

    def allowed(self, remedy: Remedy, found: ListEffect) -> bool:
        """Whether the signed-in officer may take this step."""
        officer = self._desk.office.officer
        own = found.prepared_by == officer.id
        return may_take(remedy, found.record_state, officer.roles, own=own)

    def take(self, remedy: Remedy, found: ListEffect) -> None:
        """Begin a step."""
        steps = {
            Remedy.AMEND: self.amend,
            Remedy.WITHDRAW: self.withdraw,
            Remedy.ASK: self.ask_issuer,
            Remedy.ACCEPT: self.accept,
        }
        steps[remedy](found)

    def amend(self, found: ListEffect) -> None:
        """Draft what the list leaves; a draft is changed itself."""
        try:
            amendment = prepare_amendment(self._desk.office, _commitment_id(found))
        except NothingLeftError as error:
            self._desk.refuse(error)
            return
        self._amended_from = amendment.commitment
        CommitDialog.amend(self._desk, self._page, amendment, self._amended)

    def withdraw(self, found: ListEffect) -> None:
        """Withdraw the commitment with a reason."""
        self._ask_to_withdraw(read_commitment(self._desk.office, _commitment_id(found)))

    def ask_issuer(self, found: ListEffect) -> None:
        """Word the question."""
        QuestionDialog.ask(self._desk, self._page, found, self._asked)

    def accept(self, found: ListEffect) -> None:
        """Ask for the reason."""
        AcceptDialog.ask(self._desk, self._page, found, self._accepted)

    def _ask_to_withdraw(self, commitment: Commitment) -> None:
        ReasonDialog.ask(self._desk, self._page, commitment, Ending.WITHDRAW, self._withdrawn)

    def _amended(self, draft: Commitment) -> None:
        before = self._amended_from
        if before is None or is_draft(before.state):
            self._tell(tr("The draft is changed to what the list leaves. Next: Submit it."))
            return
        officer = self._desk.office.officer
        own = before.prepared_by == officer.id
        if may_take(Remedy.WITHDRAW, before.state, officer.roles, own=own):
            text = tr("Draft {draft} is saved. Withdraw {number} now, then submit the draft.")
            self._tell(text.format(draft=draft.id, number=before.number))
            self._ask_to_withdraw(before)
            return
        text = tr(
            "Draft {draft} is saved. Next: an authoriser who did not prepare {number} withdraws it, "
            "then the draft can be submitted."
        )
        self._tell(text.format(draft=draft.id, number=before.number))

    def _withdrawn(self, commitment: Commitment) -> None:
        number = commitment.number or tr("The draft")
        text = tr("{number} is withdrawn; what it reserved is free.")
        self._tell(text.format(number=number))

    def _asked(self, found: ListEffect) -> None:
        text = tr("Noted as asked about {number}. The effect stays open until it is decided on.")
        self._tell(text.format(number=record_name(found.effect.stake.record)))

    def _accepted(self, found: ListEffect) -> None:
        text = tr("Accepted: {number} stands as it is.")
        self._tell(text.format(number=record_name(found.effect.stake.record)))

    def _tell(self, text: str) -> None:
        self._desk.changes.announce(TOUCHED)
        self._desk.messages.done(text)


def _commitment_id(found: ListEffect) -> CommitmentId:
    return CommitmentId(found.effect.stake.record.id)
