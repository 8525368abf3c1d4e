"""The one table view: rows selected whole, sorted in the database, worked by mouse and keyboard."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from procure_desktop.gui.columns import Row
from procure_desktop.gui.listing_model import ListingModel
from procure_desktop.gui.measures import GAP, row_height, text_width

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
        header.setAccessibleName(self.tr("Columns"))
        self.verticalHeader().hide()
        self.verticalHeader().setHighlightSections(False)

    def _set_measures(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        for place, column in enumerate(self._listing.columns):
            self.setColumnWidth(place, text_width(self, column.width) + 2 * GAP)

    def stretch(self, key: str) -> None:
        """Let one column take the room that the others leave."""
        place = [column.key for column in self._listing.columns].index(key)
        self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

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
        places = (index.row() for index in self.selectionModel().selectedRows())
        self._kept = tuple(self._listing.ids[place] for place in places)

    @Slot()
    def _restore(self) -> None:
        places = [self._listing.place_of(record) for record in self._kept]
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for place in places:
            if place is not None:
                selection.select(self._listing.index(place, 0), flags)
        self.chosen.emit()
