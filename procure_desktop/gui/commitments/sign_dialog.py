"""Signing a commitment: as preparer when it is submitted, as authoriser when it is authorised."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import Commitment
from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.language import marked, tr
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.make_demo import KEY_PASSPHRASE
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.wording import figures

DEMO_KEYS = "keys"
"""Where the officers' keys of a demo lie, beside its office."""


class Signing(Enum):
    """Which signature: (title, verb, what signing does), marked."""

    SUBMIT = (
        marked("Submit commitment"),
        marked("&Sign and submit"),
        marked(
            "Submitting freezes the document, reserves the quantities and values below, and signs as "
            "preparer. Another officer then authorises the same document."
        ),
    )
    AUTHORISE = (
        marked("Authorise commitment"),
        marked("&Sign and authorise"),
        marked(
            "Authorising countersigns the frozen document. It cannot be changed afterwards, only "
            "withdrawn by a new record."
        ),
    )


class SignDialog(FormDialog):
    """Answers with the signed Commitment."""

    def __init__(
        self, desk: Desk, parent: QWidget, commitment: Commitment, signing: Signing
    ) -> None:
        """Show what is signed and ask for the key."""
        title, verb, why = (tr(text) for text in signing.value)
        super().__init__("sign-dialog", title, verb, desk.tasks, parent)
        self._office, self._commitment, self._signing = desk.office, commitment, signing
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        number = commitment.number or tr("given on submission")
        self.add_row(tr("Number"), TextLabel(number))
        self.add_row(tr("Amount"), TextLabel(figures.amount(commitment.national)))
        self.add_row(tr("In US dollars"), TextLabel(figures.amount(commitment.usd)))
        self.add_row(tr("Budget line"), TextLabel(commitment.terms.budget_line, wrap=True))
        self.add_row(tr("Signer"), TextLabel(desk.office.officer.name))
        self.key = FileField(
            "key-file",
            tr("Key file (PKCS#12)"),
            "*.p12 *.pfx",
            start=desk.office.folder.parent,
        )
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("key-passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row(tr("&Key file (PKCS#12)"), self.key)
        self.add_row(tr("Key &passphrase"), self.passphrase)
        if desk.office.profile.demo:
            self._offer_demo_key(desk)
        (self.passphrase if self.key.path else self.key.edit).setFocus()

    def _offer_demo_key(self, desk: Desk) -> None:
        hint = tr("The passphrase of the demo's keys: {known}").format(known=KEY_PASSPHRASE)
        self.add_row("", TextLabel(hint, wrap=True).copyable())
        name = f"{desk.office.officer.name.lower()}.p12"
        key = desk.office.folder.parent / DEMO_KEYS / name
        if key.is_file():
            self.key.set_path(key)

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        commitment: Commitment,
        signing: Signing,
        answered: Callable[[Commitment], None],
    ) -> None:
        """Open the dialog; `answered` gets the signed commitment."""
        cls(desk, parent, commitment, signing).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        path = self.key.path
        if path is None:
            raise EmptyTextError(field="path of the key file")
        key = KeyFile(path, self.passphrase.text())
        office, commitment = self._office, self._commitment
        if self._signing is Signing.SUBMIT:
            return tr("Signing"), lambda _: submit_commitment(office, commitment.id, key)
        return tr("Signing"), lambda _: authorise_commitment(office, commitment.id, key)
