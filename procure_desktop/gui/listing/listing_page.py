"""The frame of a page with a list: state tabs, search and facets, table, count, and details beside it.

A page of its own says what it is in a frame, and overrides `describe`, `handlers` and `next_step`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.saved_view import Arrangement, SavedView
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.details.details import Details, DetailsPane
from procure_desktop.gui.listing.arrangement_keeper import ArrangementKeeper
from procure_desktop.gui.listing.columns_dialog import ColumnsDialog
from procure_desktop.gui.listing.filter_bar import STATE, FilterBar
from procure_desktop.gui.listing.listing_centre import ListingCentre
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_output import ListingOutput
from procure_desktop.gui.listing.view_menu import ViewMenu
from procure_desktop.gui.parts.action_button import ActionButton
from procure_desktop.gui.parts.adaptive_splitter import AdaptiveSplitter
from procure_desktop.gui.parts.state_tabs import StateTabs
from procure_desktop.gui.parts.text_label import Heading
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.tables.listing_model import ListingModel
from procure_desktop.gui.tables.listing_table import MOST_SELECTED, ListingTable
from procure_desktop.language import plural, tr
from procure_desktop.services.browse import Counts, count_records
from procure_desktop.services.save_view import last_arrangement
from procure_desktop.wording import figures
from procure_desktop.wording.errors import sentence

_LIST_SHARE, _DETAILS_SHARE = 7, 4


class ListingPage(Page):
    """A list with everything around it."""

    frame: ClassVar[Frame]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay out the frame and read the list as the officer saw it last."""
        super().__init__(desk, parent)
        self._every: int | None = None
        self._counted: Query | None = None
        self._status = ""
        listing = self.frame.listing
        kept = last_arrangement(desk.office, listing) or Arrangement(Query(listing))
        self.model = ListingModel(desk.office, kept.query, self, desk.tasks)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_around(kept)
        self.model.ask(self._read_counts, self._show_counts)
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
        self.views = ViewMenu(self.desk, self.frame.listing, self)
        self.filters = FilterBar(self.frame.facets, self.views)
        self.search, self.facets = self.filters.search, self.filters.facets
        self.table = ListingTable(self.model, several=True)
        self.table.setAccessibleName(tr(self.frame.title))
        self.details = DetailsPane(tr(self.frame.hint))
        self.step = ActionButton("next-step", accent=True)
        self.centre = ListingCentre(self.desk, self.frame, self.table)
        self._output = ListingOutput(self.desk, self)
        self._keeper = ArrangementKeeper(self.desk, lambda: self.arrangement, self)

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
        layout.addWidget(self.filters)
        layout.addWidget(self.centre, 1)
        return side

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose_state)
        self.filters.sought.connect(self._search)
        self.filters.chosen.connect(self._choose)
        self.filters.cleared.connect(self.clear_filter)
        self.views.chosen.connect(self.show_arrangement)
        self.views.columns_asked.connect(self._ask_columns)
        self.views.export_asked.connect(self.export_list)
        self.table.chosen.connect(self._show_selection)
        self.table.opened.connect(self._open)
        self.table.copied.connect(self._copy)
        self.table.columns_asked.connect(self._ask_columns)
        self.table.arrangement.changed.connect(self._rearranged)
        self.model.modelReset.connect(self._rearranged)
        self.model.settled.connect(self._follow_model)
        self.centre.cleared.connect(self.clear_filter)
        self.desk.changes.announced.connect(self._hear)

    @property
    def arrangement(self) -> Arrangement:
        """How the list is seen: filter, order and columns."""
        return Arrangement(self.model.query, self.table.arrangement.places())

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
    def panes(self) -> Sequence[QWidget]:
        return (self.filters, self.centre, self.details, self.step)

    @override
    def reveal(self, record: int | None) -> None:
        if record is None:
            return
        if self.model.place_of(record) is None:
            self.clear_filter()
        self.table.reveal(record)

    @override
    def show_state(self, state: str) -> None:
        query = Query(self.frame.listing, order=self.model.query.order)
        self._show(query.choosing(STATE, (state,) if state else ()))

    @override
    def show_view(self, view: SavedView) -> None:
        self.views.show_view(view)

    @override
    def standpoint(self) -> object:
        return self.arrangement, self.table.selected_ids()

    @override
    def go_back_to(self, standpoint: object) -> None:
        match standpoint:
            case (Arrangement() as arrangement, tuple(records)):
                self.show_arrangement(arrangement)
                self.table.select_ids(records)

    @override
    def refresh(self) -> None:
        self._counted = None
        self.model.reload()

    @override
    def settle(self) -> None:
        self._keeper.settle()

    @override
    @Slot()
    def export_list(self) -> None:
        self._output.export(self.model.query, self.table.arrangement.shown())

    @Slot(object)
    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show the list as a view has it."""
        self.table.arrangement.arrange(arrangement.columns)
        self._show(arrangement.query)

    @Slot()
    def clear_filter(self) -> None:
        """Show every record again."""
        self._show(Query(self.frame.listing, order=self.model.query.order))

    @Slot(tuple)
    def _choose_state(self, values: tuple[str, ...]) -> None:
        self._choose(STATE, values)

    @Slot(str, tuple)
    def _choose(self, column: str, values: tuple[str, ...]) -> None:
        self._show(self.model.query.choosing(column, values))

    @Slot(str)
    def _search(self, text: str) -> None:
        if text != self.model.query.text:
            self._show(replace(self.model.query, text=text))

    def _show(self, query: Query) -> None:
        self.model.show(query)
        self._show_around(self.arrangement)

    def _show_around(self, arrangement: Arrangement) -> None:
        query = arrangement.query
        with QSignalBlocker(self.tabs):
            self.tabs.choose(next(iter(dict(query.facets).get(STATE, ())), ""))
        self.filters.show_query(query)
        if arrangement.columns != self.table.arrangement.places():
            self.table.arrangement.arrange(arrangement.columns)
        self.table.show_order()
        self.views.show_arrangement(arrangement)

    @Slot()
    def _rearranged(self) -> None:
        self.views.show_arrangement(self.arrangement)
        self._keeper.wait()

    @Slot()
    def _follow_model(self) -> None:
        """Show how much was found, and count around it where another filter is shown."""
        query = self.model.query
        if query == Query(query.listing, order=query.order):
            self._every = len(self.model.ids)
        self._show_extent()
        if replace(query, order=None) != self._counted:
            self.model.ask(self._read_counts, self._show_counts)

    def _read_counts(self) -> Counts:
        states = (STATE,) if self.frame.states else ()
        columns = (*states, *(facet.column for facet in self.frame.facets))
        return count_records(self.desk.office, self.model.query, columns)

    def _show_counts(self, counts: Counts) -> None:
        if replace(counts.query, order=None) != replace(self.model.query, order=None):
            return
        self._counted = replace(counts.query, order=None)
        self._every = counts.all
        if self.frame.states:
            self.tabs.show_counts(counts.facets[STATE])
        for box in self.facets:
            box.show_counts(counts.facets[box.column])
        self._show_extent()

    def _show_extent(self) -> None:
        self._show_count()
        self._show_centre()
        self.standing_changed.emit()

    def _show_centre(self) -> None:
        self.centre.show_found(self.model.query, len(self.model.ids), self._every)
        self.details.setVisible(self.centre.shows_table)

    def _show_count(self) -> None:
        found = len(self.model.ids)
        every = found if self._every is None else self._every
        text = plural(*self.frame.count, every).format(
            shown=figures.whole(found), all=figures.whole(every)
        )
        self._status = " · ".join(part for part in (text, self._selection_words()) if part)

    def _selection_words(self) -> str:
        count = self.table.selected_count
        if not count:
            return ""
        chosen = tr("{n} selected").format(n=figures.whole(count))
        if count > MOST_SELECTED:
            text = tr("{chosen}; actions and totals take {most} at most")
            return text.format(chosen=chosen, most=figures.whole(MOST_SELECTED))
        return " · ".join(part for part in (chosen, self.totals(self.selected_rows())) if part)

    @Slot()
    def _ask_columns(self) -> None:
        arrangement = self.table.arrangement
        places = arrangement.all_places()
        ColumnsDialog.ask(self.desk, self, self.model.columns, places, arrangement.rearrange)

    @Slot(bool)
    def _copy(self, headed: bool) -> None:
        ids = [self.model.ids[place] for place in self.table.selected_places()]
        columns = self.table.arrangement.shown()
        self._output.copy(self.frame.listing, ids, columns, headed=headed)

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
