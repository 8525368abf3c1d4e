"""Adding an officer: name, roles, a first passphrase typed twice, and a certificate if there is one."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.officer import Officer, Role
from procure_desktop.gui.certificate_field import CertificateField
from procure_desktop.gui.desk import Desk
from procure_desktop.gui.form_dialog import FormDialog, Work
from procure_desktop.gui.measures import GAP, tight
from procure_desktop.gui.twice_typed import TwiceTyped
from procure_desktop.language import marked, tr
from procure_desktop.services.enrol_officer import add_officer

_DUTIES = {
    Role.PREPARER: marked("Preparer: drafts and submits commitments, logs donations"),
    Role.AUTHORISER: marked("Authoriser: countersigns or returns what others prepared"),
    Role.AUDITOR: marked("Auditor: reads everything, changes nothing"),
    Role.ADMINISTRATOR: marked(
        "Administrator: officers and settings; never together with authoriser"
    ),
}


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
        self.name = QLineEdit()
        self.name.setObjectName("officer-name")
        self.roles = {role: _role_box(role) for role in Role}
        self.passphrase = TwiceTyped("officer-passphrase", self)
        self.certificate = CertificateField("officer-certificate")
        self.add_row(tr("&Name"), self.name)
        self.add_row(tr("Roles"), self._role_list())
        self.add_row(tr("First &passphrase"), self.passphrase.first)
        self.add_row(tr("The same a&gain"), self.passphrase.again)
        self.add_row(tr("&Certificate (optional)"), self.certificate.file)
        self.add_row(tr("Its passphrase (.p12)"), self.certificate.passphrase)
        self.name.setFocus()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[Officer], None]) -> None:
        """Open the dialog; `answered` gets the new officer."""
        cls(desk, parent).listen(answered)

    def _role_list(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        tight(layout, gap=GAP // 2)
        for check in self.roles.values():
            layout.addWidget(check)
        return box

    @override
    @Slot()
    def do(self) -> None:
        """Add the officer once both passphrases are the same."""
        if self.passphrase.agree(self.messages):
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        office, name, passphrase = self._office, self.name.text(), self.passphrase.first.text()
        roles = frozenset(role for role, check in self.roles.items() if check.isChecked())
        certificate = self.certificate.chosen
        return (
            tr("Adding the officer"),
            lambda _: add_officer(office, name, roles, passphrase, certificate),
        )


def _role_box(role: Role) -> QCheckBox:
    box = QCheckBox(tr(_DUTIES[role]))
    box.setObjectName(f"role-{role.value}")
    return box
