"""Returning or withdrawing a commitment: both want a reason that others will read."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import Commitment
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP
from procure_desktop.language import marked, tr
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.wording import figures

_LINES_OF_TEXT = 4


class Ending(Enum):
    """What is done with the commitment: (title, verb, what it does), marked."""

    RETURN = (
        marked("Return commitment"),
        marked("&Return"),
        marked(
            "The preparer reads the reason, may change the commitment and submit it again. What it "
            "reserved is free at once."
        ),
    )
    WITHDRAW = (
        marked("Withdraw commitment"),
        marked("&Withdraw"),
        marked(
            "This cannot be undone. What it reserved is free at once; its number is never used again."
        ),
    )


class ReasonDialog(FormDialog):
    """Answers with the Commitment as it then stands."""

    def __init__(self, desk: Desk, parent: QWidget, commitment: Commitment, ending: Ending) -> None:
        """Ask for the reason."""
        title, verb, what = (tr(text) for text in ending.value)
        super().__init__("reason-dialog", title, verb, desk.tasks, parent)
        self._office, self._commitment, self._ending = desk.office, commitment, ending
        self.body.insertWidget(0, TextLabel(what, wrap=True))
        self.add_row(tr("Number"), TextLabel(commitment.number or tr("Draft")))
        self.add_row(tr("Amount"), TextLabel(figures.amount(commitment.national)))
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("reason")
        self.reason.setTabChangesFocus(True)
        height = self.reason.fontMetrics().lineSpacing() * _LINES_OF_TEXT + 2 * GAP
        self.reason.setFixedHeight(height)
        self.add_row(tr("R&eason"), self.reason)
        self.reason.setFocus()

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        commitment: Commitment,
        ending: Ending,
        answered: Callable[[Commitment], None],
    ) -> None:
        """Open the dialog; `answered` gets the commitment."""
        cls(desk, parent, commitment, ending).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        office, commitment = self._office, self._commitment
        reason = self.reason.toPlainText()
        if self._ending is Ending.RETURN:
            return tr("Returning"), lambda _: return_commitment(office, commitment.id, reason)
        return tr("Withdrawing"), lambda _: withdraw_commitment(office, commitment.id, reason)
