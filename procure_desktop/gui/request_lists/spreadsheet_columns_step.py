"""Second step of a spreadsheet's import: which column says what, and how its figures and days are written."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from procure_desktop.domain.request_list import Capability
from procure_desktop.domain.spreadsheet import (
    STATABLE,
    ColumnMapping,
    DayOrder,
    Decimals,
    ListField,
    Notation,
    Thousands,
    check_mapping,
    column_letters,
)
from procure_desktop.gui.parts.elided_label import ElidedLabel
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, text_height, text_width, tight
from procure_desktop.gui.style.scrolled import scrolling
from procure_desktop.language import marked, tr
from procure_desktop.services.look_at_spreadsheet import SheetLook
from procure_desktop.wording.spreadsheets import field_word
from procure_desktop.wording.terms import heading

_FIRST = (
    ListField.IDENTITY,
    ListField.NUMBER,
    ListField.NAME,
    ListField.NAME_UK,
    ListField.UNIT,
    ListField.REQUIRED,
    ListField.VALIDATED,
    ListField.OUTSTANDING,
    ListField.UNIT_PRICE,
    ListField.CAPABILITY,
    ListField.PRIORITY,
)
"""What lines cannot be without stands first."""

_HEADS = (marked("Field"), marked("Column"), "", marked("First row"), marked("Where empty"))
_COLUMN, _EXAMPLE, _STATED = 16, 20, 18
_LINES = 18
_HEAD = 28
_DECIMALS = {Decimals.POINT: marked("1234.50"), Decimals.COMMA: marked("1234,50")}
_THOUSANDS = {
    Thousands.NONE: marked("none"),
    Thousands.SPACE: marked("space: 1 234"),
    Thousands.COMMA: marked("comma: 1,234"),
    Thousands.POINT: marked("point: 1.234"),
    Thousands.APOSTROPHE: marked("apostrophe: 1'234"),
}
_DAYS = {
    DayOrder.DAY_MONTH_YEAR: marked("day, month, year: 31.03.2027"),
    DayOrder.MONTH_DAY_YEAR: marked("month, day, year: 03/31/2027"),
    DayOrder.YEAR_MONTH_DAY: marked("year, month, day: 2027-03-31"),
    DayOrder.SERIAL: marked("serial number: 46477"),
}
_PRIORITIES = 15


class ColumnsStep(QWidget):
    """Holds one row for each field that a list can have."""

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__()
        self._look: SheetLook | None = None
        self.columns: dict[ListField, QComboBox] = {}
        self.stated: dict[ListField, QComboBox | QLineEdit] = {}
        self._examples: dict[ListField, ElidedLabel] = {}
        self._guesses: dict[ListField, TextLabel] = {}
        self.decimals = _choice("sheet-decimals", tr("Decimals"))
        self.thousands = _choice("sheet-thousands", tr("Thousands"))
        self.days = _choice("sheet-days", tr("Days"))
        for box, texts in (
            (self.decimals, _DECIMALS),
            (self.thousands, _THOUSANDS),
            (self.days, _DAYS),
        ):
            for value, text in texts.items():
                box.addItem(tr(text), value)
        layout = QVBoxLayout(self)
        tight(layout, gap=GAP + GAP // 2)
        layout.addWidget(
            TextLabel(
                tr(
                    "Guessed from the words at the heads: look through them. A line needs an identity or a number, a "
                    "name, a unit, a quantity, a price, a capability and a priority."
                ),
                wrap=True,
            )
        )
        layout.addLayout(self._notation())
        area = scrolling(self._grid(), tr("Columns"))
        area.setMinimumHeight(_LINES * text_height())
        layout.addWidget(area, 1)

    def _notation(self) -> QHBoxLayout:
        row = QHBoxLayout()
        tight(row)
        for label, box in (
            (tr("&Decimals"), self.decimals),
            (tr("&Thousands"), self.thousands),
            (tr("Da&ys"), self.days),
        ):
            caption = TextLabel(label)
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
            row.addSpacing(GAP)
        row.addStretch(1)
        return row

    def _grid(self) -> QWidget:
        body = QWidget()
        body.setAccessibleName(tr("Columns"))
        grid = QGridLayout(body)
        tight(grid, gap=GAP // 2)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setColumnStretch(3, 1)
        for place, head in enumerate(_HEADS):
            if head:
                grid.addWidget(Heading(tr(head), steps=0), 0, place)
        others = tuple(one for one in ListField if one not in _FIRST)
        for row, one in enumerate((*_FIRST, *others), start=1):
            self._add(grid, row, one)
        return body

    def _add(self, grid: QGridLayout, row: int, one: ListField) -> None:
        word = field_word(one)
        box = _choice(f"column-{_name(one)}", word)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumContentsLength(_COLUMN)
        # Qt keeps the least width of an empty box: what it holds later would be cut.
        box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        box.currentIndexChanged.connect(self._show_examples)
        caption = TextLabel(word[:1].upper() + word[1:])
        caption.setBuddy(box)
        example = ElidedLabel()
        example.setMinimumWidth(text_width(example, _EXAMPLE))
        example.setForegroundRole(example.palette().ColorRole.PlaceholderText)
        self.columns[one], self._examples[one] = box, example
        guess = TextLabel()
        guess.setForegroundRole(guess.palette().ColorRole.PlaceholderText)
        guess.setMinimumWidth(guess.fontMetrics().horizontalAdvance(tr("guessed")))
        self._guesses[one] = guess
        for place, widget in enumerate((caption, box, guess, example)):
            grid.addWidget(widget, row, place)
        if one in STATABLE:
            field = _stated(one)
            field.setAccessibleName(tr("{field}, where empty").format(field=word))
            field.setMinimumWidth(text_width(field, _STATED))
            self.stated[one] = field
            grid.addWidget(field, row, len(_HEADS) - 1)

    def show_look(self, look: SheetLook) -> None:
        """Offer the columns of a sheet, with what is guessed of them chosen."""
        self._look = look
        heads = look.heads or ("",) * look.width
        for one, box in self.columns.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(tr("not in the file"), 0)
            for place, head in enumerate(heads, start=1):
                box.addItem(_column_text(place, head), place)
                box.setItemData(place, head, Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(max(box.findData(look.mapping.column(one)), 0))
            box.blockSignals(False)
        for one, text in look.mapping.stated.items():
            _state(self.stated[one], text)
        notation = look.mapping.notation
        for chooser, value in (
            (self.decimals, notation.decimals),
            (self.thousands, notation.thousands),
            (self.days, notation.days),
        ):
            chooser.setCurrentIndex(chooser.findData(value))
        self._show_examples()

    def mapping(self) -> ColumnMapping:
        """Return the mapping as chosen; MappingIncompleteError while something is missing."""
        assert self._look is not None  # noqa: S101 (the step comes after the file's)
        before = self._look.mapping
        columns = {one: int(box.currentData()) for one, box in self.columns.items()}
        texts = {one: _text(field) for one, field in self.stated.items()}
        chosen = ColumnMapping(
            before.sheet,
            before.header,
            {one: place for one, place in columns.items() if place},
            {one: text for one, text in texts.items() if text},
            Notation(
                Decimals(self.decimals.currentData()),
                Thousands(self.thousands.currentData()),
                DayOrder(self.days.currentData()),
            ),
            before.encoding,
            before.delimiter,
        )
        check_mapping(chosen)
        return chosen

    @Slot()
    def _show_examples(self) -> None:
        if self._look is None:
            return
        rows = self._look.rows[self._look.mapping.header :]
        first = next((row for row in rows if any(row)), ())
        guessed = self._look.mapping
        for one, box in self.columns.items():
            place = int(box.currentData() or 0)
            is_guess = place > 0 and place == guessed.column(one)
            self._guesses[one].setText(tr("guessed") if is_guess else "")
            self._examples[one].setText(first[place - 1] if 0 < place <= len(first) else "")


def _column_text(place: int, head: str) -> str:
    """Return the column's letter and as much of its head as stands in a box; the tool tip has all of it."""
    letters = column_letters(place)
    short = head if len(head) <= _HEAD else f"{head[: _HEAD - 1]}…"
    return f"{letters}: {short}" if head else letters


def _name(one: ListField) -> str:
    return one.name.lower().replace("_", "-")


def _choice(name: str, title: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    return box


def _stated(one: ListField) -> QComboBox | QLineEdit:
    name = f"stated-{_name(one)}"
    choices: list[tuple[str, str]] = []
    if one is ListField.CAPABILITY:
        choices = [(heading(member), member.value) for member in Capability]
    elif one is ListField.PRIORITY:
        choices = [(f"{number:02d}", str(number)) for number in range(1, _PRIORITIES + 1)]
    elif one is ListField.URGENT:
        choices = [(tr("Yes"), "yes"), (tr("No"), "no")]
    if not choices:
        edit = QLineEdit()
        edit.setObjectName(name)
        return edit
    box = _choice(name, "")
    box.addItem("", "")
    for text, value in choices:
        box.addItem(text, value)
    return box


def _state(field: QComboBox | QLineEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setCurrentIndex(max(field.findData(text), 0))


def _text(field: QComboBox | QLineEdit) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else str(field.currentData())
