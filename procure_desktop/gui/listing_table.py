"""The one table view: rows selected whole, sorted in the database, worked by mouse and keyboard."""

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)
from typing_extensions import override

from procure_desktop.gui.columns import APART, Row
from procure_desktop.gui.listing_model import ListingModel
from procure_desktop.gui.measures import GAP, row_height, text_width
from procure_desktop.language import tr

_Mode = QAbstractItemView.SelectionMode


class ListingTable(QTableView):
    """Shows a listing model. `chosen`: the selection changed; `opened`: Enter or a double click."""

    chosen = Signal()
    opened = Signal()

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
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        # After the indicator, which else stands at the first column and sorts by it.
        self.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSectionsMovable(True)
        header.setAccessibleName(tr("Columns"))
        self.verticalHeader().hide()
        self.verticalHeader().setHighlightSections(False)

    def _set_measures(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        apart = _ApartDelegate(self)
        for place, column in enumerate(self._listing.columns):
            self.setColumnWidth(place, self._least(place))
            if column.right:
                self.setItemDelegateForColumn(place, apart)

    def _least(self, place: int) -> int:
        return text_width(self, self._listing.columns[place].width) + 2 * GAP

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew: what is spare is shown as far as it fits, the wide one gets the rest."""
        super().resizeEvent(event)
        columns = self._listing.columns
        firm = [n for n, one in enumerate(columns) if not one.spare and not self.isColumnHidden(n)]
        room = self.viewport().width() - sum(self._taken(place) for place in firm)
        for place, column in enumerate(columns):
            if column.spare:
                fits = self._least(place) <= room
                self.setColumnHidden(place, not fits)
                room -= self._least(place) if fits else 0
        for place in firm:
            if columns[place].wide:
                self.setColumnWidth(place, self._least(place) + max(room, 0))

    def _taken(self, place: int) -> int:
        wide = self._listing.columns[place].wide
        return self._least(place) if wide else self.columnWidth(place)

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the selected rows in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._listing.row(place) for place in places)

    def reveal(self, record: int) -> None:
        """Select a record and scroll to it; nothing happens where the list does not show it."""
        place = self._listing.place_of(record)
        if place is not None:
            self.selectRow(place)
            self.scrollTo(self._listing.index(place, 0))

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
        """Return the ids of the selected rows."""
        places = (index.row() for index in self.selectionModel().selectedRows())
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


class _ApartDelegate(QStyledItemDelegate):
    """Keeps figures, which end at the right edge of their column, apart from what follows them."""

    @override
    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return f"{value}{APART}"
