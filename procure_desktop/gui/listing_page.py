"""The frame of a page with a list: state tabs, search and facets, table, count, and details beside it.

A page of its own says what it is in a `Frame`, and overrides `describe`, `handlers` and `next_step`.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.gui.action_button import ActionButton
from procure_desktop.gui.adaptive_splitter import AdaptiveSplitter
from procure_desktop.gui.columns import Row
from procure_desktop.gui.desk import Desk
from procure_desktop.gui.details import Details, DetailsPane
from procure_desktop.gui.empty_state import EmptyState
from procure_desktop.gui.facet_box import Facet, FacetBox
from procure_desktop.gui.listing_model import ListingModel
from procure_desktop.gui.listing_table import ListingTable
from procure_desktop.gui.measures import GAP, tight
from procure_desktop.gui.page import Page
from procure_desktop.gui.search_field import SearchField
from procure_desktop.gui.state_tabs import StateTabs
from procure_desktop.gui.text_label import Heading
from procure_desktop.language import plural, tr
from procure_desktop.services.browse import Counts, count_records
from procure_desktop.wording import figures
from procure_desktop.wording.errors import sentence

_LIST_SHARE, _DETAILS_SHARE = 7, 4


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page with a list is: its marked words, its states in their order, its facets, its empty state."""

    title: str
    listing: Listing
    count: tuple[str, str]
    states: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    several: bool = False
    empty: str = ""
    empty_sentence: str = ""
    empty_action: str = ""
    hint: str = ""


class ListingPage(Page):
    """A list with everything around it."""

    frame: ClassVar[Frame]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay out the frame and read the list for the first time."""
        super().__init__(desk, parent)
        self._all = 0
        self._status = ""
        self.model = ListingModel(desk.office, Query(self.frame.listing), self, desk.tasks)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._count()
        self._show_selection()

    def describe(self, row: Row) -> Details:
        """Return what the pane says of a row."""
        return Details(str(row["id"]), "", ())

    def next_step(self, rows: tuple[Row, ...]) -> str:
        """Return the name of the action that carries the work on, for the coloured button."""
        del rows
        return ""

    def totals(self, rows: tuple[Row, ...]) -> str:
        """Return the sums of the selected rows, where they have any."""
        del rows
        return ""

    def _make_parts(self) -> None:
        self.tabs = StateTabs(self.frame.states)
        self.tabs.setVisible(bool(self.frame.states))
        self.search = SearchField()
        self.facets = [FacetBox(facet) for facet in self.frame.facets]
        self.table = ListingTable(self.model, several=self.frame.several)
        self.table.setAccessibleName(tr(self.frame.title))
        self.details = DetailsPane(tr(self.frame.hint))
        self.step = ActionButton("next-step", accent=True)
        self.empty = EmptyState("empty")
        self.nothing_found = EmptyState("nothing-found")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP)
        layout.addLayout(self._header())
        splitter = AdaptiveSplitter()
        splitter.setObjectName("splitter")
        splitter.setAccessibleName(tr("List and details"))
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list_side())
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, _LIST_SHARE)
        splitter.setStretchFactor(1, _DETAILS_SHARE)
        layout.addWidget(splitter, 1)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.addWidget(Heading(tr(self.frame.title), steps=2), 1)
        header.addWidget(self.step)
        return header

    def _list_side(self) -> QWidget:
        side = QWidget()
        side.setAccessibleName(tr(self.frame.title))
        layout = QVBoxLayout(side)
        tight(layout)
        layout.addWidget(self.tabs)
        layout.addLayout(self._filter_bar())
        self._centre = QStackedLayout()
        for widget in (self.table, self.empty, self.nothing_found):
            self._centre.addWidget(widget)
        layout.addLayout(self._centre, 1)
        return side

    def _filter_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        tight(bar)
        bar.addWidget(self.search, 1)
        for box in self.facets:
            bar.addWidget(box)
        return bar

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose_state)
        self.search.sought.connect(self._search)
        for box in self.facets:
            box.chosen.connect(self._choose)
        self.table.chosen.connect(self._show_selection)
        self.table.opened.connect(self._open)
        self.model.settled.connect(self._show_extent)
        self.nothing_found.button.clicked.connect(self.clear_filter)
        self.desk.changes.announced.connect(self._hear)
        self._word_empty_states()

    def _word_empty_states(self) -> None:
        self.empty.say(tr(self.frame.empty), tr(self.frame.empty_sentence))
        if self.frame.empty_action:
            self.empty.action.stand_for(self.desk.actions[self.frame.empty_action])
        found = self.nothing_found
        found.say(tr("Nothing matches"), tr("No record fits this search and filter."))
        found.button.setText(tr("Clear search and filter"))
        found.button.show()

    @override
    def selected_rows(self) -> tuple[Row, ...]:
        return self.table.selected_rows()

    @override
    def status(self) -> str:
        return self._status

    @override
    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @override
    def reveal(self, record: int | None) -> None:
        if record is None:
            return
        if self.model.place_of(record) is None:
            self.clear_filter()
        self.table.reveal(record)

    @override
    def show_state(self, state: str) -> None:
        self.clear_filter()
        self.tabs.choose(state)

    @override
    def standpoint(self) -> object:
        query = self.model.query
        return query, self.search.text(), self.table.selected_ids()

    @override
    def go_back_to(self, standpoint: object) -> None:
        if not isinstance(standpoint, tuple):
            return
        query, text, records = standpoint
        chosen = dict(query.facets)
        with QSignalBlocker(self.tabs), QSignalBlocker(self.search):
            self.tabs.choose(next(iter(chosen.get("state", ())), ""))
            self.search.setText(text)
        self._show(query)
        for box in self.facets:
            box.choose(chosen.get(box.column, ()))
        self.table.select_ids(records)

    @override
    def refresh(self) -> None:
        self.model.reload()
        self._count()

    @Slot()
    def clear_filter(self) -> None:
        """Show every record again."""
        for box in self.facets:
            box.clear_choice()
        self.search.clear()
        self.tabs.setCurrentIndex(0)
        self._show(Query(self.frame.listing, order=self.model.query.order))

    @Slot(tuple)
    def _choose_state(self, values: tuple[str, ...]) -> None:
        self._choose("state", values)

    @Slot(str, tuple)
    def _choose(self, column: str, values: tuple[str, ...]) -> None:
        self._show(self.model.query.choosing(column, values))

    @Slot(str)
    def _search(self, text: str) -> None:
        if text != self.model.query.text:
            self._show(replace(self.model.query, text=text))

    def _show(self, query: Query) -> None:
        self.model.show(query)
        self._count()

    def _count(self) -> None:
        self.model.ask(self._read_counts, self._show_counts)

    def _read_counts(self) -> Counts:
        states = ("state",) if self.frame.states else ()
        columns = (*states, *(facet.column for facet in self.frame.facets))
        return count_records(self.desk.office, self.model.query, columns)

    def _show_counts(self, counts: Counts) -> None:
        if counts.query != self.model.query:
            return
        self._all = counts.all
        if self.frame.states:
            self.tabs.show_counts(counts.facets["state"])
        for box, facet in zip(self.facets, self.frame.facets, strict=True):
            box.show_counts(counts.facets[facet.column])
        self._show_extent()

    @Slot()
    def _show_extent(self) -> None:
        self._show_count()
        self._show_centre()

    def _show_centre(self) -> None:
        shown: QWidget = self.table
        if not self.model.ids:
            shown = self.nothing_found if self._all else self.empty
        self._centre.setCurrentWidget(shown)
        self.details.setVisible(shown is self.table)

    def _show_count(self) -> None:
        rows = self.selected_rows()
        text = plural(*self.frame.count, self._all).format(
            shown=figures.whole(len(self.model.ids)), all=figures.whole(self._all)
        )
        if rows:
            chosen = tr("{n} selected").format(n=figures.whole(len(rows)))
            text = " · ".join(part for part in (text, chosen, self.totals(rows)) if part)
        self._status = text

    @Slot()
    def _show_selection(self) -> None:
        rows = self.selected_rows()
        self._show_details(rows)
        self._show_count()
        self._show_step(rows)
        self.standing_changed.emit()

    def _show_details(self, rows: tuple[Row, ...]) -> None:
        try:
            self.details.show_details(self.describe(rows[-1]) if rows else None)
        except ProcureError as error:
            self.details.show_details(Details(tr("Not readable"), sentence(error), ()))

    def _show_step(self, rows: tuple[Row, ...]) -> None:
        name = self.next_step(rows)
        action = self.desk.actions[name] if name else None
        self.step.stand_for(action)

    @Slot()
    def _open(self) -> None:
        name = self.next_step(self.selected_rows())
        if name and self.desk.actions[name].isEnabled():
            self.desk.actions[name].trigger()

    @Slot(object)
    def _hear(self, listings: frozenset[Listing]) -> None:
        if self.frame.listing in listings:
            self.refresh()
