"""Fields for the letter of approval: its file, its reference and its day."""

from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.day_field import DayField
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import tight
from procure_desktop.language import tr
from procure_desktop.services.letters import LetterFile


class LetterForm(QWidget):
    """Asks for a letter; without a file there is none."""

    def __init__(self, desk: Desk, today: date) -> None:
        """Begin empty, with today as the day."""
        super().__init__()
        start = desk.office.folder.parent
        self.file = FileField("letter-file", tr("Letter of approval"), "*.pdf", start=start)
        self.reference = QLineEdit()
        self.reference.setObjectName("letter-reference")
        self.day = DayField("letter-day", today)
        form = QFormLayout(self)
        tight(form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (tr("Letter of approval"), self.file),
            (tr("Re&ference"), self.reference),
            (tr("D&ated"), self.day),
        ):
            caption = TextLabel(label)
            caption.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(label.replace("&", ""))
            form.addRow(caption, field)

    def letter(self) -> LetterFile | None:
        """Return the letter, None where no file is named; refused without a reference."""
        path = self.file.path
        if path is None:
            return None
        if not self.reference.text().strip():
            raise EmptyTextError(field="reference of the letter")
        return LetterFile(path, self.reference.text(), self.day.day)
