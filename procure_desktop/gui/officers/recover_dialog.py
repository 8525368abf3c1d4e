"""A forgotten passphrase: the recovery key from its sheet gives an officer a new one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.parts.twice_typed import TwiceTyped
from procure_desktop.language import tr
from procure_desktop.services.recovery_key import recover_office


class RecoverDialog(FormDialog):
    """Answers with the name of the officer who can sign in again."""

    def __init__(
        self, folder: Path, officers: list[str], officer: str, tasks: TaskRunner, parent: QWidget
    ) -> None:
        """Ask for the recovery key, and twice for the new passphrase of `officer` or another of `officers`."""
        super().__init__(
            "recover-dialog", tr("Forgotten passphrase"), tr("&Set passphrase"), tasks, parent
        )
        self._folder = folder
        self.body.insertWidget(0, TextLabel(_why(), wrap=True))
        self.officer = QComboBox()
        self.officer.setObjectName("recover-officer")
        self.officer.addItems(officers)
        self.officer.setCurrentText(officer)
        self.key = QLineEdit()
        self.key.setObjectName("recovery-key-text")
        self.key.setPlaceholderText("00000-00000-00000-00000-00000-00000-00000")
        self.new = TwiceTyped("recover-passphrase", self)
        self.add_row(tr("O&fficer"), self.officer)
        self.add_row(tr("Recovery &key"), self.key)
        self.add_row(tr("&New passphrase"), self.new.first)
        self.add_row(tr("The same a&gain"), self.new.again)
        self.key.setFocus()

    @classmethod
    def ask(
        cls,
        folder: Path,
        officers: list[str],
        officer: str,
        tasks: TaskRunner,
        parent: QWidget,
        answered: Callable[[str], None],
    ) -> None:
        """Open the dialog; `answered` gets the officer's name."""
        cls(folder, officers, officer, tasks, parent).listen(answered)

    @override
    @Slot()
    def do(self) -> None:
        """Set the passphrase once both are the same."""
        if self.new.agree(self.messages):
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        folder, key, name = self._folder, self.key.text(), self.officer.currentText()
        passphrase = self.new.first.text()

        def recover(_progress: object) -> str:
            recover_office(folder, key, name, passphrase)
            return name

        return tr("Setting the passphrase"), recover


def _why() -> str:
    return tr(
        "The office's recovery key stands on a printed sheet that the administrator has locked away. With it a "
        "new passphrase is set, and the journal says so. Without it a forgotten passphrase cannot be mended."
    )
