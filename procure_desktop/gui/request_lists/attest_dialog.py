"""Attesting to a list that came as a spreadsheet: the letter is brought, or the stored one is looked at."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import LetterMissingError, ProcureError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.attestation_facts import standing_facts
from procure_desktop.gui.details.details import Details, DetailsPane, Section
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.request_lists.letter_dialog import LetterDialog
from procure_desktop.gui.request_lists.letter_form import LetterForm
from procure_desktop.gui.style.measures import text_height
from procure_desktop.gui.style.phrases import edition_words
from procure_desktop.language import tr
from procure_desktop.services.attest_list import ListStanding, attest_list, unapproved_lists

_LINES = 16


class AttestDialog(FormDialog):
    """Answers with the ListStanding after the attestation."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Offer the lists that wait for attestations."""
        super().__init__("attest-dialog", tr("Attest list"), tr("&Attest"), desk.tasks, parent)
        self._desk = desk
        self._waiting = unapproved_lists(desk.office)
        self.body.insertWidget(0, TextLabel(_why(), wrap=True))
        self.list = QComboBox()
        self.list.setObjectName("attest-list")
        for one in self._waiting:
            self.list.addItem(one.edition.serial)
        self.add_row(tr("&List"), self.list)
        self.facts = DetailsPane(
            tr("No list waits for an attestation. Import a spreadsheet first.")
        )
        self.facts.setMinimumHeight(_LINES * text_height())
        self.body.addWidget(self.facts)
        self.letter = LetterForm(desk, desk.office.now().date())
        self.body.addWidget(self.letter)
        self.open_letter = PushButton("open-letter", tr("&Open the letter"), "preview")
        self.body.addWidget(self.open_letter, 0, Qt.AlignmentFlag.AlignLeft)
        self.seen = QCheckBox(
            tr("I have &read the letter, and it approves the list as it was imported")
        )
        self.seen.setObjectName("letter-seen")
        self.body.addWidget(self.seen)
        self.list.currentIndexChanged.connect(self._show_list)
        self.open_letter.clicked.connect(self._open_letter)
        self.seen.toggled.connect(self._follow)
        self._show_list()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[ListStanding], None]) -> None:
        """Open the dialog; `answered` gets how the list stands then."""
        cls(desk, parent).listen(answered)

    @property
    def standing(self) -> ListStanding | None:
        """The list that is chosen."""
        place = self.list.currentIndex()
        return self._waiting[place] if 0 <= place < len(self._waiting) else None

    @override
    def work(self) -> tuple[str, Work]:
        office, standing = self._desk.office, self.standing
        assert standing is not None  # noqa: S101 (the button is off without a list)
        serial = standing.edition.serial
        given = self.letter.letter() if standing.attestation is None else None
        if given is None and standing.attestation is None:
            raise LetterMissingError(serial=serial)
        seen, version = standing.letter_sha256, standing.edition.version
        return tr("Attesting to the list"), lambda _: attest_list(
            office, serial, given, seen, version
        )

    @Slot()
    def _show_list(self) -> None:
        standing = self.standing
        stored = standing is not None and standing.attestation is not None
        self.letter.setVisible(standing is not None and not stored)
        self.open_letter.setVisible(stored)
        self.seen.setVisible(standing is not None)
        self.seen.setChecked(False)
        self.list.setEnabled(len(self._waiting) > 1)
        self.facts.show_details(_describe(standing) if standing else None)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.primary.setEnabled(self.standing is not None and self.seen.isChecked())

    @override
    def _failed(self, error: ProcureError) -> None:
        super()._failed(error)
        self._follow()

    @Slot()
    def _open_letter(self) -> None:
        if self.standing is not None:
            LetterDialog(self._desk, self, self.standing).open()


def _why() -> str:
    return tr(
        "Such a list carries no proof of its approval. Two officers, one of them an authoriser, vouch with its "
        "letter in hand; the letter is kept, its hash is journaled, and every commitment under the list names both."
    )


def _describe(standing: ListStanding) -> Details:
    facts = standing_facts(standing.edition, standing.attestation)
    return Details(
        standing.edition.serial,
        edition_words(standing.edition),
        (Section(tr("Approval of the list"), facts),),
    )
