"""Enrolling an officer's certificate: from then on only signatures made with it are accepted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.domain.officer import Officer
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.certificate_field import CertificateField
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import tr
from procure_desktop.services.enrol_officer import enrol_certificate
from procure_desktop.wording.subjects import attribute, common_name


class EnrolDialog(FormDialog):
    """Answers with the Officer."""

    def __init__(self, desk: Desk, parent: QWidget, officer: Row) -> None:
        """Ask for the certificate of the officer in that row."""
        super().__init__(
            "enrol-dialog",
            tr("Enrol certificate"),
            tr("&Enrol"),
            desk.tasks,
            parent,
        )
        self._office, self._name = desk.office, str(officer["name"])
        why = tr(
            "From now on signatures of this officer are accepted with this certificate only. "
            "Documents that were signed before stay as they are."
        )
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        who = tr("Officer: {name}\nEnrolled now: {certificate}").format(
            name=self._name, certificate=_enrolled(officer) or tr("none yet")
        )
        self.body.insertWidget(1, TextLabel(who, wrap=True).copyable())
        self.certificate = CertificateField("certificate-file")
        self.add_row(tr("&Certificate"), self.certificate.file)
        self.add_row(tr("Its passphrase (.p12)"), self.certificate.passphrase)
        self.certificate.file.edit.setFocus()

    @classmethod
    def ask(
        cls, desk: Desk, parent: QWidget, officer: Row, answered: Callable[[Officer], None]
    ) -> None:
        """Open the dialog; `answered` gets the officer."""
        cls(desk, parent, officer).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        office, name, chosen = self._office, self._name, self.certificate.chosen
        if chosen is None:
            raise EmptyTextError(field="path of the certificate")
        return tr("Enrolling"), lambda _: enrol_certificate(office, name, chosen)


def _enrolled(officer: Row) -> str:
    """The certificate's common name and organisation, apart from each other."""
    subject = str(officer["certificate"] or "")
    parts = (common_name(subject), attribute(subject, "O"))
    return " · ".join(part for part in parts if part)
