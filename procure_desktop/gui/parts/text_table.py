"""A small table of texts that is only looked at: rows of a file, lines to come, problems."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from procure_desktop.gui.style.measures import row_height, text_width

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_NOWHERE = QModelIndex()
_MOST = 40
_LEAST = 6


class TextModel(QAbstractTableModel):
    """Rows of texts under heads; rows are named too."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._heads: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._names: Sequence[str] = ()

    def show_texts(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        names: Sequence[str] | None = None,
    ) -> None:
        """Replace everything; `names` stand beside the rows, their numbers unless given."""
        self.beginResetModel()
        self._heads, self._rows = heads, rows
        self._names = names or [str(number) for number in range(1, len(rows) + 1)]
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role not in {_DISPLAY, _TIP} or not index.isValid():
            return None
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else ""

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role != _DISPLAY:
            return None
        texts = self._heads if orientation is Qt.Orientation.Horizontal else self._names
        return texts[section] if 0 <= section < len(texts) else None


class TextTable(QTableView):
    """Shows a TextModel, its columns as wide as their texts: up to a limit, but for the last."""

    def __init__(self, name: str, title: str, lines: int, parent: QWidget | None = None) -> None:
        """Make a table called `name` with room for so many rows; `title` is what a screen reader says."""
        super().__init__(parent)
        self.texts = TextModel()
        self._wanted = 0
        self.setModel(self.texts)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        height = row_height(self)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (rows, heads):
            header.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(height * (lines + 1))
        self.setCornerButtonEnabled(False)

    def show_texts(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        names: Sequence[str] | None = None,
    ) -> None:
        """Replace what is shown and fit the columns to it."""
        self.texts.show_texts(heads, rows, names)
        self.horizontalHeader().setStretchLastSection(False)
        self.resizeColumnsToContents()
        least, most = text_width(self, _LEAST), text_width(self, _MOST)
        header = self.horizontalHeader()
        for column in range(len(heads) - 1):
            width = min(max(self.columnWidth(column), least), most)
            self.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        self._wanted = header.length()
        self._stretch()

    def _stretch(self) -> None:
        """Let the last column take what is left, unless all of them need more than there is."""
        room = self.viewport().width()
        self.horizontalHeader().setStretchLastSection(0 < self._wanted < room)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
