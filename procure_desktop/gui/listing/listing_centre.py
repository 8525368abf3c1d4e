"""The middle of a page with a list: the table, or a sentence where it is empty or nothing fits the filter."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from procure_desktop.domain.listing import Query
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.parts.empty_state import EmptyState
from procure_desktop.gui.tables.listing_table import ListingTable
from procure_desktop.language import tr
from procure_desktop.wording.table_columns import filter_words


class ListingCentre(QStackedWidget):
    """`cleared` asks for every record again."""

    cleared = Signal()

    def __init__(self, desk: Desk, frame: Frame, table: ListingTable) -> None:
        """Word what is said instead of the table for the officer who is signed in."""
        super().__init__()
        self._table = table
        self._empty = EmptyState("empty")
        self._nothing_found = EmptyState("nothing-found")
        for widget in (table, self._empty, self._nothing_found):
            self.addWidget(widget)
        may = bool(desk.office.officer.roles & frame.empty_roles)
        sentence = frame.empty_sentence if may else frame.empty_otherwise
        self._empty.say(tr(frame.empty), tr(sentence))
        if frame.empty_action and may:
            self._empty.action.stand_for(desk.actions[frame.empty_action])
        self._nothing_found.button.setText(tr("Clear search and filter"))
        self._nothing_found.button.show()
        self._nothing_found.button.clicked.connect(self._clear)

    def show_found(self, query: Query, found: int, every: int | None) -> None:
        """Show what fits: `every` is how many records there are, None while that is not known."""
        shown: QWidget = self._table
        if every == 0:
            shown = self._empty
        elif every and not found:
            shown = self._nothing_found
            text = tr("No record fits this filter: {filter}.")
            self._nothing_found.say(tr("Nothing matches"), text.format(filter=filter_words(query)))
        self.setCurrentWidget(shown)

    @property
    def shows_table(self) -> bool:
        """Whether there are rows to look at."""
        return self.currentWidget() is self._table

    @Slot()
    def _clear(self) -> None:
        self.cleared.emit()
