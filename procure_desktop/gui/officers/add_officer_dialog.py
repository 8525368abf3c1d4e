"""Adding an officer: name, roles, a first passphrase typed twice, and a certificate if there is one."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.officer import Officer
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.officers.officer_form import OfficerForm
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.language import tr
from procure_desktop.services.enrol_officer import add_officer


class AddOfficerDialog(FormDialog):
    """Answers with the Officer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask who it is."""
        super().__init__(
            "add-officer-dialog",
            tr("Add officer"),
            tr("&Add officer"),
            desk.tasks,
            parent,
        )
        self._office = desk.office
        self.officer = OfficerForm(self)

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[Officer], None]) -> None:
        """Open the dialog; `answered` gets the new officer."""
        cls(desk, parent).listen(answered)

    @override
    @Slot()
    def do(self) -> None:
        """Add the officer once both passphrases are the same."""
        if self.officer.agree():
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        office, new = self._office, self.officer.officer

        def add(_progress: object) -> Officer:
            return add_officer(office, new.name, new.roles, new.passphrase, new.certificate)

        return tr("Adding the officer"), add
