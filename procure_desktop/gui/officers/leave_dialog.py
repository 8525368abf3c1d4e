"""An officer leaves: what that means, and who takes over what is not finished."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from procure_desktop.domain.officer import Officer
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.language import plural, tr
from procure_desktop.services.officer_leaves import let_officer_leave, unfinished
from procure_desktop.wording import figures


class LeaveDialog(FormDialog):
    """Answers with the Officer, who has left."""

    def __init__(self, desk: Desk, parent: QWidget, name: str) -> None:
        """Say what happens when the officer of that name leaves."""
        super().__init__("leave-dialog", tr("Officer leaves"), tr("&Let go"), desk.tasks, parent)
        self._office, self._name = desk.office, name
        left = unfinished(desk.office, name)
        self.body.insertWidget(0, TextLabel(_what(), wrap=True))
        self.add_row(tr("Officer"), TextLabel(name))
        drafts = plural("{n} commitment", "{n} commitments", left.drafts)
        drafts = drafts.format(n=figures.whole(left.drafts))
        self.add_row(tr("Drafted or returned"), TextLabel(drafts))
        self.successor = QComboBox()
        self.successor.setObjectName("successor")
        self.successor.addItem(tr("Nobody: withdraw them"), "")
        for other in left.preparers:
            self.successor.addItem(other, other)
        if left.preparers:
            self.successor.setCurrentIndex(1)
        self.successor.setEnabled(left.drafts > 0)
        self.add_row(tr("&Hand over to"), self.successor)

    @classmethod
    def ask(
        cls, desk: Desk, parent: QWidget, name: str, answered: Callable[[Officer], None]
    ) -> None:
        """Open the dialog; `answered` gets the officer, once they have left."""
        cls(desk, parent, name).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        office, name = self._office, self._name
        successor = str(self.successor.currentData()) if self.successor.isEnabled() else ""
        return tr("Letting the officer go"), lambda _: let_officer_leave(office, name, successor)


def _what() -> str:
    return tr(
        "The officer can no longer sign in and has no roles, for good: the name is not used again. What was "
        "submitted stays in review, what was signed stays valid. A copy of the office that the officer may have "
        "made before can still be opened with the old passphrase."
    )
