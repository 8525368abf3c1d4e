"""Making a recovery key: it is drawn, printed, read back, and only then replaces the one before."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.officers.recovery_key_panel import RecoveryKeyPanel
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.language import tr
from procure_desktop.services.recovery_key import (
    is_recoverable,
    make_recovery_key,
    new_recovery_key,
    recovery_sheet,
)


class RecoveryKeyDialog(FormDialog):
    """Answers with the RecoveryKey, once it opens the office."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Draw a key and show it."""
        super().__init__(
            "recovery-key-dialog", tr("Recovery key"), tr("&Use this key"), desk.tasks, parent
        )
        self._office, self._key = desk.office, new_recovery_key()
        self.body.insertWidget(0, TextLabel(self._why(), wrap=True))
        self.panel = RecoveryKeyPanel(self._key, self._draw, desk.tasks, self.messages)
        self.body.addWidget(self.panel)
        self.panel.print.setFocus()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[object], None]) -> None:
        """Open the dialog; `answered` is called when the key opens the office."""
        cls(desk, parent).listen(answered)

    def _why(self) -> str:
        if is_recoverable(self._office.folder):
            return tr(
                "This key will replace the office's present recovery key. It gives any officer a new passphrase, "
                "so print it, seal it and lock it away. It is shown only now and is stored nowhere."
            )
        return tr(
            "With this key any officer can be given a new passphrase when one is forgotten, so print it, seal it "
            "and lock it away. It is shown only now and is stored nowhere."
        )

    def _draw(self) -> bytes:
        return recovery_sheet(self._office, self._key)

    @override
    @Slot()
    def do(self) -> None:
        """Use the key once a group was read back from its sheet."""
        if self.panel.confirm():
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        office, key = self._office, self._key
        return tr("Changing the recovery key"), lambda _: make_recovery_key(office, key)
