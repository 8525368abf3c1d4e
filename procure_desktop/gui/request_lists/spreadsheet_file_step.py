"""First step of a spreadsheet's import: which file, sheet and row of heads, and who sent it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.domain.spreadsheet import column_letters
from procure_desktop.exchange.csv_form import DELIMITERS, ENCODINGS, CsvForm
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.parts.text_table import TextTable
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import marked, tr
from procure_desktop.services.look_at_spreadsheet import (
    SheetLook,
    known_senders,
    look_at_spreadsheet,
)

_ROWS = 8
_MOST_HEADER = 60
_DELIMITERS = {
    ",": marked("comma"),
    ";": marked("semicolon"),
    "\t": marked("tab"),
    "|": marked("vertical bar"),
}
_ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "windows-1251": "Windows-1251",
    "windows-1252": "Windows-1252",
}


class FileStep(QWidget):
    """`looked` carries the SheetLook of what is chosen; `refused` the error of a file that cannot be read."""

    looked = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Ask for the file first; the rest appears once it is known."""
        super().__init__()
        self._desk = desk
        self._asked = 0
        self.look: SheetLook | None = None
        self._make_fields()
        self._lay_out()
        self.file.changed.connect(self._look_anew)
        self.sheet.activated.connect(self._look_at_sheet)
        self.header.valueChanged.connect(self._look_again)
        for box in (self.encoding, self.delimiter):
            box.activated.connect(self._look_at_sheet)
        self._show_choices(None)

    def _make_fields(self) -> None:
        start = self._desk.office.folder.parent
        self.file = FileField("sheet-file", tr("Spreadsheet"), "*.xlsx *.ods *.csv", start=start)
        self.sent_by = QLineEdit()
        self.sent_by.setObjectName("sheet-sender")
        self.sent_by.setPlaceholderText(tr("The body that sent the list"))
        self.sheet = _box("sheet-name")
        self.header = QSpinBox()
        self.header.setObjectName("sheet-header")
        self.header.setRange(0, _MOST_HEADER)
        self.header.setSpecialValueText(tr("None"))
        self.header.setKeyboardTracking(False)
        self.encoding, self.delimiter = _box("sheet-encoding"), _box("sheet-delimiter")
        for encoding in ENCODINGS:
            self.encoding.addItem(_ENCODINGS[encoding], encoding)
        for delimiter in DELIMITERS:
            self.delimiter.addItem(tr(_DELIMITERS[delimiter]), delimiter)
        self.rows = TextTable("sheet-rows", tr("First rows of the sheet"), _ROWS)
        senders = known_senders(self._desk.office)
        if senders:
            self.sent_by.setText(senders[0])

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (tr("&File"), self.file),
            (tr("&Sent by"), self.sent_by),
            (tr("S&heet"), self.sheet),
            (tr("&Encoding"), self.encoding),
            (tr("&Delimiter"), self.delimiter),
            (tr("&Row of the heads"), self.header),
        ):
            caption = TextLabel(label)
            caption.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(label.replace("&", ""))
            self.form.addRow(caption, field)
        self.hint = TextLabel(
            tr(
                "Choose the list as it came: XLSX, ODS or CSV. Formulas are not run, and nothing is stored "
                "before the last step."
            ),
            wrap=True,
        )
        layout = QVBoxLayout(self)
        tight(layout, gap=GAP + GAP // 2)
        layout.addLayout(self.form)
        layout.addWidget(self.hint)
        layout.addWidget(self.rows, 1)

    def chosen(self) -> tuple[Path, str, CsvForm | None, int | None]:
        """Return the file, sheet, form and row of heads that are chosen; refused while something is missing."""
        path = self.file.path
        if path is None:
            raise EmptyTextError(field="path of the spreadsheet")
        if not self.sent_by.text().strip():
            raise EmptyTextError(field="sender")
        if self.look is None or self.look.path != path:
            return path, "", None, None
        form = CsvForm(self.encoding.currentData(), self.delimiter.currentData())
        sheet = str(self.sheet.currentData())
        return path, sheet, form if self.look.is_csv else None, self.header.value()

    @Slot()
    def _look_anew(self) -> None:
        self.look = None
        self._show_choices(None)
        path = self.file.path
        if path is not None and path.is_file():
            self._start(path, "", None, None)

    @Slot()
    def _look_at_sheet(self) -> None:
        """Another sheet or form has other heads."""
        self._again(None)

    @Slot()
    def _look_again(self) -> None:
        self._again(self.header.value())

    def _again(self, header: int | None) -> None:
        if self.look is None:
            return
        form = CsvForm(self.encoding.currentData(), self.delimiter.currentData())
        sheet = str(self.sheet.currentData())
        self._start(self.look.path, sheet, form if self.look.is_csv else None, header)

    def _start(self, path: Path, sheet: str, form: CsvForm | None, header: int | None) -> None:
        self._asked += 1
        asked = self._asked
        self._desk.tasks.start(
            tr("Looking at the file"),
            lambda _: look_at_spreadsheet(path, sheet, form, header),
            lambda look: self.show_look(look, asked),
            self.refused.emit,
        )

    def show_look(self, look: SheetLook, asked: int | None = None) -> None:
        """Show what was found; an answer that another question overtook is passed over."""
        if asked in {None, self._asked} and look.path == self.file.path:
            self.look = look
            self._show_choices(look)
            self.looked.emit(look)

    def _show_choices(self, look: SheetLook | None) -> None:
        """Show the choices that the file leaves, and its first rows."""
        several = look is not None and len(look.sheets) > 1
        is_csv = look is not None and look.is_csv
        for field, shown in (
            (self.sheet, several),
            (self.encoding, is_csv),
            (self.delimiter, is_csv),
            (self.header, look is not None),
            (self.rows, look is not None),
        ):
            if field is self.rows:
                field.setVisible(shown)
            else:
                self.form.setRowVisible(field, shown)
        self.hint.setVisible(look is None)
        if look is not None:
            self._fill(look)

    def _fill(self, look: SheetLook) -> None:
        mapping = look.mapping
        self.sheet.clear()
        for name in look.sheets:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(mapping.sheet))
        self.encoding.setCurrentIndex(self.encoding.findData(mapping.encoding))
        self.delimiter.setCurrentIndex(self.delimiter.findData(mapping.delimiter))
        self.header.blockSignals(True)
        self.header.setValue(mapping.header)
        self.header.blockSignals(False)
        letters = [column_letters(place) for place in range(1, look.width + 1)]
        self.rows.show_texts(letters, look.rows)
        if mapping.header:
            self.rows.selectRow(mapping.header - 1)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box
