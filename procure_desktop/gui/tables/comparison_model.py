"""Two versions of a list as a table: one row for each field that differs, lines one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from procure_desktop.domain.comparison import ChangeKind, FieldChange, LineChange
from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.icons import mark_icon
from procure_desktop.gui.style.phrases import say
from procure_desktop.gui.tables.columns import APART
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.changes import content_words, difference_words, field_name
from procure_desktop.wording.items import item_name

COLUMNS = (
    (marked("Line"), 8),
    (marked("Item"), 24),
    (marked("Field"), 16),
    (marked("Before"), 18),
    (marked("After"), 18),
    (marked("Difference"), 16),
)
"""The titles, and the widths in characters."""

ITEM, DIFFERENCE = 1, 5
_MARKS = {ChangeKind.ADDED: Mark.DONE, ChangeKind.WITHDRAWN: Mark.STOPPED}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
# A cell that is too narrow for its text says it when it is pointed at.
_TEXT = frozenset({_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)})

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: a line's change and one of its fields (None for a line that came or went); `first` of its line."""

    change: LineChange
    field: FieldChange | None
    first: bool


class ComparisonModel(QAbstractTableModel):
    """Shows changes; those that touch this office carry a sign."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._rows: list[_Line] = []
        self._touching: frozenset[LineId] = frozenset()

    def show(self, changes: Iterable[LineChange], touching: frozenset[LineId]) -> None:
        """Show these changes, in their order."""
        self.beginResetModel()
        self._touching = touching
        self._rows = [row for change in changes for row in _rows_of(change)]
        self.endResetModel()

    def change(self, place: int) -> LineChange:
        """Return the line's change that the row at a place belongs to."""
        return self._rows[place].change

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in _TEXT:
            return _cell(row, column) or None
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row, column)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _RIGHT if column == DIFFERENCE else _LEFT
        if role == int(Qt.ItemDataRole.DecorationRole):
            return self._sign(row, column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = tr(COLUMNS[section][0])
        if role == _DISPLAY:
            return f"{title}{APART}" if section == DIFFERENCE else title
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _RIGHT if section == DIFFERENCE else _LEFT
        return None

    def _spoken(self, row: _Line, column: int) -> str:
        """What a screen reader says: the line's name on every row, and whether it touches this office."""
        title = tr(COLUMNS[column][0])
        if column == ITEM and row.change.line in self._touching:
            text = tr("{title}: {item}, touches this office")
            return text.format(title=title, item=item_name(row.change.shown))
        text = item_name(row.change.shown) if column == ITEM else _cell(row, column)
        return f"{title}: {text or tr('none')}"

    def _sign(self, row: _Line, column: int) -> Any:
        if column == ITEM and row.first and row.change.line in self._touching:
            return mark_icon(Mark.URGENT)
        if column == ITEM + 1 and row.field is None:
            return mark_icon(_MARKS[row.change.kind])
        return None


def _rows_of(change: LineChange) -> list[_Line]:
    if not change.fields:
        return [_Line(change, None, first=True)]
    return [_Line(change, field, place == 0) for place, field in enumerate(change.fields)]


def _cell(row: _Line, column: int) -> str:
    line = row.change.shown
    if column <= ITEM:
        return (str(line.number), item_name(line))[column] if row.first else ""
    if row.field is None:
        return _whole_line(row.change, column)
    field = row.field
    texts = (
        field_name(field.field),
        _one_line(content_words(field.field, field.before, line.unit)),
        _one_line(content_words(field.field, field.after, line.unit)),
        difference_words(field) + (APART if difference_words(field) else ""),
    )
    return texts[column - ITEM - 1]


def _whole_line(change: LineChange, column: int) -> str:
    line = change.shown
    said = f"{figures.units(line.quantities.outstanding, line.unit)} × {figures.amount(line.unit_price)}"
    before = "" if change.kind is ChangeKind.ADDED else said
    after = "" if change.kind is ChangeKind.WITHDRAWN else said
    return (say(change.kind), before, after, "")[column - ITEM - 1]


def _one_line(text: str) -> str:
    return text.replace("\n", "; ")
