"""Third step of a spreadsheet's import: which list it is, and the letter that came with it."""

from datetime import date, timedelta

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.spreadsheet import ListCover
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.day_field import DayField
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.request_lists.letter_form import LetterForm
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import tr
from procure_desktop.services.letters import LetterFile
from procure_desktop.wording.terms import heading

_DAYS_OPEN = 180


class ListStep(QWidget):
    """Asks for what stands on the list's cover."""

    def __init__(self, desk: Desk) -> None:
        """Begin with today, open for half a year, unmarked."""
        super().__init__()
        profile, today = desk.office.profile, desk.office.now().date()
        self.serial = QLineEdit()
        self.serial.setObjectName("list-serial")
        self.serial.setPlaceholderText(
            tr("Such as PURL-7: it names the list and its later versions")
        )
        self.issued = DayField("list-issued", today)
        self.limited = QCheckBox(tr("Only until"))
        self.limited.setObjectName("list-limited")
        self.limited.setChecked(True)
        self.expires = DayField("list-expires", today + timedelta(days=_DAYS_OPEN))
        self.expires.setAccessibleName(tr("Last day to commit to it"))
        self.limited.toggled.connect(self.expires.setEnabled)
        self.marking = QComboBox()
        self.marking.setObjectName("list-marking")
        for marking in Marking:
            if marking.level <= profile.highest_marking.level:
                self.marking.addItem(heading(marking), marking)
        self.illustrative = QCheckBox(tr("Illustrative, for demonstration only"))
        self.illustrative.setObjectName("list-illustrative")
        self.illustrative.setChecked(profile.demo)
        self.letter_form = LetterForm(desk, today)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (tr("&List"), self.serial),
            (tr("&Issued"), self.issued),
            (tr("Last day"), self._last_day()),
            (tr("&Marking"), self.marking),
            (tr("Data"), self.illustrative),
        ):
            caption = TextLabel(label)
            caption.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(label.replace("&", ""))
            form.addRow(caption, field)
        layout = QVBoxLayout(self)
        tight(layout, gap=GAP + GAP // 2)
        layout.addLayout(form)
        layout.addSpacing(GAP)
        layout.addWidget(Heading(tr("The letter of approval"), steps=0))
        layout.addWidget(
            TextLabel(
                tr(
                    "A spreadsheet proves nothing by itself: until two officers attest that its letter approves it, "
                    "the list is unapproved, and nothing can be committed to it. The letter can also follow later."
                ),
                wrap=True,
            )
        )
        layout.addWidget(self.letter_form)
        layout.addStretch(1)

    def _last_day(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        tight(row)
        row.addWidget(self.limited)
        row.addWidget(self.expires)
        row.addStretch(1)
        both.setFocusProxy(self.limited)
        return both

    def cover(self, sender: str) -> ListCover:
        """Return what was stated of the list; the service checks it."""
        expires: date | None = self.expires.day if self.limited.isChecked() else None
        return ListCover(
            serial=self.serial.text().strip(),
            issuer=sender,
            issued=self.issued.day,
            expires=expires,
            marking=Marking(self.marking.currentData()),
            illustrative=self.illustrative.isChecked(),
        )

    def letter(self) -> LetterFile | None:
        """Return the letter, None where it follows later."""
        return self.letter_form.letter()
