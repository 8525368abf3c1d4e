"""The one table view: rows selected whole, sorted in the database, worked by mouse and keyboard."""

from itertools import chain, islice

from PySide6.QtCore import QItemSelectionModel, QKeyCombination, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)
from typing_extensions import override

from procure_desktop.gui.style.measures import row_height
from procure_desktop.gui.style.phrases import escape_mnemonic
from procure_desktop.gui.tables.cell_delegate import ApartDelegate, CellDelegate
from procure_desktop.gui.tables.column_arrangement import ColumnArrangement
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.tables.listing_model import ListingModel
from procure_desktop.language import tr

_Mode = QAbstractItemView.SelectionMode
_COPY_HEADED = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)

MOST_SELECTED = 1_000
"""More rows than these are counted and copied, and no action applies to them."""


class ListingTable(QTableView):
    """Shows a listing model.

    `chosen`: the selection changed; `opened`: Enter or a double click; `copied` carries whether the
    headings go along; `columns_asked`: the officer wants to arrange the columns.
    """

    chosen = Signal()
    opened = Signal()
    copied = Signal(bool)
    columns_asked = Signal()

    def __init__(
        self, model: ListingModel, *, several: bool, parent: QWidget | None = None
    ) -> None:
        """Show `model`; `several` allows more than one selected row."""
        super().__init__(parent)
        self._listing = model
        self.setObjectName("table")
        self.setModel(model)
        self._set_manner(several=several)
        self._set_header()
        self._set_measures()
        self.arrangement = ColumnArrangement(self, model.columns)
        self._make_menus()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(self._open)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self._kept: tuple[int, ...] = ()

    def _set_manner(self, *, several: bool) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(_Mode.ExtendedSelection if several else _Mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        # Else every click on a header scans all rows in Python.
        header.setHighlightSections(False)
        self.show_order()
        # After the indicator, which else stands at the first column and sorts by it.
        self.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSectionsMovable(True)
        header.setAccessibleName(tr("Columns"))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        # A header asks of every row whether the whole column is selected, each time it is painted.
        for one in (header, self.verticalHeader()):
            one.setSelectionModel(QItemSelectionModel(self._listing, one))
        self.verticalHeader().hide()
        self.verticalHeader().setHighlightSections(False)

    def _set_measures(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        self.setItemDelegate(CellDelegate(self))
        apart = ApartDelegate(self)
        for place, column in enumerate(self._listing.columns):
            if column.right:
                self.setItemDelegateForColumn(place, apart)

    def _make_menus(self) -> None:
        self._copy = QAction(tr("&Copy rows"), self)
        self._copy.triggered.connect(self._copy_rows)
        self._copy_headed = QAction(tr("Copy rows with &headings"), self)
        self._copy_headed.triggered.connect(self._copy_with_headings)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_row_menu)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.arrangement.share_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows, not the one cell that Qt would copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(False)
        elif event.keyCombination().toCombined() == _COPY_HEADED.toCombined():
            self.copied.emit(True)
        else:
            super().keyPressEvent(event)

    @property
    def selected_count(self) -> int:
        """How many rows are selected, without going through them."""
        return sum(len(span) for span in self._spans())

    def selected_places(self) -> tuple[int, ...]:
        """Return the places of the selected rows in their order."""
        return tuple(chain.from_iterable(self._spans()))

    def _spans(self) -> list[range]:
        selection = self.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.size())]
        return sorted((range(span.top(), span.bottom() + 1) for span in spans), key=_start)

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the selected rows in their order; none where they are more than MOST_SELECTED."""
        if self.selected_count > MOST_SELECTED:
            return ()
        return tuple(self._listing.row(place) for place in self.selected_places())

    def reveal(self, record: int) -> None:
        """Select a record and scroll to it; nothing happens where the list does not show it."""
        place = self._listing.place_of(record)
        if place is not None:
            self.selectRow(place)
            self.scrollTo(self._listing.index(place, 0))

    def show_order(self) -> None:
        """Mark the column that the model is ordered by."""
        order = self._listing.query.order
        keys = [column.key for column in self._listing.columns]
        place = keys.index(order.column) if order is not None and order.column in keys else -1
        down = order is not None and order.descending
        way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, way)

    @Slot(QPoint)
    def _show_column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("columns-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self.arrangement.all_places():
            column = next(one for one in self._listing.columns if one.key == place.key)
            action = menu.addAction(escape_mnemonic(tr(column.title)))
            action.setData(place.key)
            action.setCheckable(True)
            action.setChecked(place.shown)
            action.toggled.connect(self._show_column)
        menu.addSeparator()
        menu.addAction(tr("&Arrange columns…")).triggered.connect(self._ask_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    @Slot(QPoint)
    def _show_row_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("rows-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy, self._copy_headed])
        menu.popup(self.viewport().mapToGlobal(at))

    @Slot(bool)
    def _show_column(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.arrangement.show_column(str(action.data()), shown=shown)

    @Slot()
    def _ask_columns(self) -> None:
        self.columns_asked.emit()

    @Slot()
    def _copy_rows(self) -> None:
        self.copied.emit(False)

    @Slot()
    def _copy_with_headings(self) -> None:
        self.copied.emit(True)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()

    @Slot()
    def _open(self) -> None:
        self.opened.emit()

    @Slot()
    def _remember(self) -> None:
        self._kept = self.selected_ids()

    @Slot()
    def _restore(self) -> None:
        self.select_ids(self._kept)

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the selected rows, of MOST_SELECTED at most."""
        places = islice(chain.from_iterable(self._spans()), MOST_SELECTED)
        return tuple(self._listing.ids[place] for place in places)

    def select_ids(self, records: tuple[int, ...]) -> None:
        """Select the records of these ids as well, where the list shows them."""
        places = [self._listing.place_of(record) for record in records]
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for place in places:
            if place is not None:
                selection.select(self._listing.index(place, 0), flags)
        self.chosen.emit()


def _start(span: range) -> int:
    return span.start
