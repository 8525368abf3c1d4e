"""The rows that ask for a new officer: name, roles, a first passphrase, a certificate if there is one."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from procure_desktop.domain.officer import Role
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.certificate_field import CertificateField
from procure_desktop.gui.parts.form_dialog import FormDialog
from procure_desktop.gui.parts.twice_typed import TwiceTyped
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import marked, tr
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.services.passphrases import suggest_passphrase

_DUTIES = {
    Role.PREPARER: marked("Preparer: drafts and submits commitments, logs donations"),
    Role.AUTHORISER: marked("Authoriser: countersigns or returns what others prepared"),
    Role.AUDITOR: marked("Auditor: reads everything, changes nothing"),
    Role.ADMINISTRATOR: marked(
        "Administrator: officers and settings; never together with authoriser"
    ),
}


class OfficerForm(QObject):
    """Puts its rows into a dialog and reads the officer out of them."""

    def __init__(self, dialog: FormDialog, roles: AbstractSet[Role] = frozenset()) -> None:
        """Ask in `dialog`, with `roles` checked."""
        super().__init__(dialog)
        self._dialog = dialog
        self.name = QLineEdit()
        self.name.setObjectName("officer-name")
        self.roles = {role: _role_box(role, checked=role in roles) for role in Role}
        self.passphrase = TwiceTyped("officer-passphrase", self)
        self.suggest = PushButton("suggest-passphrase", tr("Su&ggest one"))
        self.suggest.clicked.connect(self._suggest)
        self.certificate = CertificateField("officer-certificate")
        dialog.add_row(tr("&Name"), self.name)
        dialog.add_row(tr("Roles"), self._role_list())
        dialog.add_row(tr("First &passphrase"), self._first())
        dialog.add_row(tr("The same aga&in"), self.passphrase.again)
        dialog.add_row(tr("&Certificate (optional)"), self.certificate.file)
        dialog.add_row(tr("Its passphrase (.p12)"), self.certificate.passphrase)
        self.name.setFocus()

    def agree(self) -> bool:
        """Tell whether both passphrases are the same; where they are not, say so."""
        return self.passphrase.agree(self._dialog.messages)

    @property
    def officer(self) -> NewOfficer:
        """What was typed."""
        return NewOfficer(
            self.name.text(),
            frozenset(role for role, check in self.roles.items() if check.isChecked()),
            self.passphrase.first.text(),
            self.certificate.chosen,
        )

    def _role_list(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        tight(layout, gap=GAP // 2)
        for check in self.roles.values():
            layout.addWidget(check)
        return box

    def _first(self) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        tight(layout)
        layout.addWidget(self.passphrase.first, 1)
        layout.addWidget(self.suggest)
        self.passphrase.first.setAccessibleName(tr("First passphrase"))
        box.setFocusProxy(self.passphrase.first)
        return box

    @Slot()
    def _suggest(self) -> None:
        suggested = suggest_passphrase()
        for edit in (self.passphrase.first, self.passphrase.again):
            edit.setText(suggested)
        # It has to be read once, to be told to the officer.
        self.passphrase.first.setEchoMode(QLineEdit.EchoMode.Normal)
        text = tr("Write the passphrase down for the officer now; it is not shown again.")
        self._dialog.messages.say(text)


def _role_box(role: Role, *, checked: bool) -> QCheckBox:
    box = QCheckBox(tr(_DUTIES[role]))
    box.setObjectName(f"role-{role.value}")
    box.setChecked(checked)
    return box
