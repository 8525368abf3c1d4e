"""What narrows a list: search, facets, a button that clears them all, and the saved views."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from procure_desktop.domain.listing import Query
from procure_desktop.gui.parts.facet_box import Facet, FacetBox
from procure_desktop.gui.parts.search_field import SearchField
from procure_desktop.gui.style.icons import icon
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import tr

STATE = "state"
"""The facet that the tabs show where a page has them."""


class FilterBar(QWidget):
    """`sought` carries the text, `chosen` (column, values); `cleared` asks for every record again."""

    sought = Signal(str)
    chosen = Signal(str, tuple)
    cleared = Signal()

    def __init__(self, facets: Sequence[Facet], views: QWidget) -> None:
        """Start with every record; `views` stands at the end."""
        super().__init__()
        self.search = SearchField()
        self.facets = [FacetBox(facet) for facet in facets]
        self.clear = QToolButton()
        self.clear.setObjectName("clear-filter")
        self.clear.setIcon(icon("close"))
        self.clear.setAccessibleName(tr("Clear search and filter"))
        self.clear.setToolTip(tr("Clear search and filter"))
        self.clear.setAutoRaise(True)
        self.clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        tight(layout, gap=GAP // 2)
        layout.addWidget(self.search, 1)
        for box in self.facets:
            layout.addWidget(box)
            box.chosen.connect(self.chosen)
        layout.addWidget(self.clear)
        layout.addWidget(views)
        self.search.sought.connect(self.sought)
        self.clear.clicked.connect(self._clear)
        self.show_query_narrows(narrows=False)

    def show_query(self, query: Query) -> None:
        """Show what a query narrows to, without telling."""
        chosen = dict(query.facets)
        with QSignalBlocker(self.search):
            self.search.setText(query.text)
        for box in self.facets:
            box.choose(chosen.get(box.column, ()))
        self.show_query_narrows(narrows=narrows(query))

    def show_query_narrows(self, *, narrows: bool) -> None:
        """Offer to clear the filter while there is one; the room is kept, so that nothing jumps."""
        self.clear.setEnabled(narrows)

    @Slot()
    def _clear(self) -> None:
        self.cleared.emit()


def narrows(query: Query) -> bool:
    """Return whether a query leaves records out, by its text or its facets."""
    return bool(query.text or query.facets)
