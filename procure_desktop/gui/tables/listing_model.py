"""The one table model: the ids of a list in their order, and a small cache of pages of rows."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from procure_desktop.domain.errors import CancelledError, ProcureError
from procure_desktop.domain.listing import Order, Query
from procure_desktop.gui.parts.tasks import Task, TaskRunner
from procure_desktop.gui.style.icons import mark_icon
from procure_desktop.gui.tables.columns import APART, COLUMNS, Column, Row
from procure_desktop.language import tr
from procure_desktop.services.browse import Found, count_all, find, find_first, read_rows
from procure_desktop.services.office import Office

PAGE = 128
"""Rows read at once."""

FEW = 5_000
"""Up to so many records are read on the spot: it takes less than the window needs to paint them."""

KEPT = 16
"""Pages kept; a screen shows a few dozen rows."""

# Compared as integers: Qt asks for roles thousands of times a screen, and enums compare slowly.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

T = TypeVar("T")

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ListingModel(QAbstractTableModel):
    """Shows the records that a query finds. Filter, search and order are the database's work.

    With a task runner, a list of many records is read beside the window: its first rows come at once, the
    others as soon as their order is known, when `settled` tells.
    """

    settled = Signal()

    def __init__(
        self,
        office: Office,
        query: Query,
        parent: QObject | None = None,
        tasks: TaskRunner | None = None,
    ) -> None:
        """Read the ids of `query`; rows are read when they are first seen."""
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._looks: list[Task] = []
        self._begun = False
        self._query = query
        self._columns = COLUMNS[query.listing]
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._ids: array[int] = array("q")
        self.show(query)

    @property
    def query(self) -> Query:
        """The filter and order that is shown."""
        return self._query

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return self._columns

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows in their order."""
        return self._ids

    def show(self, query: Query) -> None:
        """Show another filter or order of the same listing."""
        self._query = query
        self._begun = False
        self._give_up()
        if self._tasks is not None and not self._at_once():
            self._looks.append(self._tasks.look(self._find_first, self._begin, self._fail))
        self.ask(self._find, self._take)

    def reload(self) -> None:
        """Read the ids again, as records changed."""
        self._begun = False
        self._give_up()
        self.ask(self._find, self._take)

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Call `done` with what `work` reads of the office: now, or later where the list has many records."""
        if self._tasks is None or self._at_once():
            done(work())
        else:
            self._looks.append(self._tasks.look(work, done, self._fail))

    def _at_once(self) -> bool:
        return count_all(self._office, self._query.listing) <= FEW

    def _find_first(self) -> Found:
        return find_first(self._office, self._query, PAGE)

    def _find(self) -> Found:
        return find(self._office, self._query)

    def _give_up(self) -> None:
        for look in self._looks:
            look.cancel()
        self._looks.clear()

    def _fail(self, error: ProcureError) -> None:
        if self._tasks is not None and not isinstance(error, CancelledError):
            self._tasks.refused.emit(error)

    def _begin(self, found: Found) -> None:
        """Show the first rows; the others are still on their way."""
        if found.query == self._query:
            self._reset(found)
            self._begun = True

    def _take(self, found: Found) -> None:
        if found.query != self._query:
            return
        known, count = len(self._ids), len(found.ids)
        if self._begun and found.ids[:known] == self._ids:
            if count > known:
                self.beginInsertRows(_NOWHERE, known, count - 1)
                self._ids = found.ids
                self.endInsertRows()
        else:
            self._reset(found)
        self.settled.emit()

    def _reset(self, found: Found) -> None:
        self.beginResetModel()
        self._ids = found.ids
        self._pages.clear()
        if found.rows:
            self._pages[0] = found.rows
        self.endResetModel()

    def row(self, place: int) -> Row:
        """Return the row at a place, reading its page where it is not at hand."""
        number, offset = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        else:
            self._pages.move_to_end(number)
        return page[offset]

    def place_of(self, record: int) -> int | None:
        """Return the place of a record's id, or None where the query does not find it."""
        try:
            return self._ids.index(record)
        except ValueError:
            return None

    def _read_page(self, number: int) -> list[Row]:
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        page = read_rows(self._office, self._query.listing, ids)
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == _DISPLAY:
            return column.text(self.row(index.row()))
        if role == _ALIGNMENT:
            return _RIGHT if column.right else _LEFT
        if role == _DECORATION and column.mark is not None:
            mark = column.mark(self.row(index.row()))
            return None if mark is None else mark_icon(mark)
        if role == _SPOKEN:
            return column.spoken(self.row(index.row()))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == _DISPLAY:
            return f"{tr(column.title)}{APART}" if column.right else tr(column.title)
        if role == _SPOKEN:
            return tr(column.title)
        return (_RIGHT if column.right else _LEFT) if role == _ALIGNMENT else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column in the database; a column below zero means the list's own order."""
        wanted = None
        if column >= 0:
            descending = order == Qt.SortOrder.DescendingOrder
            wanted = Order(self._columns[column].key, descending)
        if wanted != self._query.order:
            self.show(_reordered(self._query, wanted))


def _reordered(query: Query, order: Order | None) -> Query:
    return Query(query.listing, query.text, query.facets, order)
