"""Changing the own passphrase: the present one, and the new one twice."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.parts.twice_typed import TwiceTyped, secret_field
from procure_desktop.language import tr
from procure_desktop.services.change_passphrase import change_passphrase


class PassphraseDialog(FormDialog):
    """Answers with nothing, once the passphrase is changed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask for the present and the new passphrase."""
        super().__init__(
            "passphrase-dialog",
            tr("Change passphrase"),
            tr("&Change passphrase"),
            desk.tasks,
            parent,
        )
        self._office = desk.office
        self.present = secret_field("present-passphrase")
        self.new = TwiceTyped("new-passphrase", self)
        self.add_row(tr("Officer"), TextLabel(desk.office.officer.name))
        self.add_row(tr("&Present passphrase"), self.present)
        self.add_row(tr("&New passphrase"), self.new.first)
        self.add_row(tr("The same a&gain"), self.new.again)
        self.present.setFocus()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[None], None]) -> None:
        """Open the dialog; `answered` is called when the passphrase is changed."""
        cls(desk, parent).listen(answered)

    @override
    @Slot()
    def do(self) -> None:
        """Change it once both new ones are the same."""
        if self.new.agree(self.messages):
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        office, present, new = self._office, self.present.text(), self.new.first.text()
        return (
            tr("Changing the passphrase"),
            lambda _: change_passphrase(office, present, new),
        )
