"""Versions: two versions of a list side by side, and what the newer does to this office."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.domain.comparison import LineChange, VersionComparison
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.parts.change_tabs import ChangeTabs
from procure_desktop.gui.parts.empty_state import EmptyState
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, row_height, text_width, tight
from procure_desktop.gui.tables.comparison_model import COLUMNS, ITEM, ComparisonModel
from procure_desktop.gui.versions.effect_actions import TOUCHED, EffectActions
from procure_desktop.gui.versions.effect_card import EffectCard
from procure_desktop.gui.versions.version_choice import VersionChoice
from procure_desktop.language import plural, tr
from procure_desktop.services.compare_versions import compare_versions
from procure_desktop.services.list_effects import effects_through
from procure_desktop.wording import figures

_LIST_SHARE, _PANE_SHARE = 7, 4
_PANE_LEAST = 42
_HEARD = TOUCHED | {Listing.RELEASES, Listing.DONATIONS}


class VersionsPage(Page):
    """Choose a list and two of its versions; read what differs, and decide on what it does to us."""

    place = Place.VERSIONS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Compare the two newest versions."""
        super().__init__(desk, parent)
        self._found: VersionComparison | None = None
        self._actions = EffectActions(desk, self)
        self.choice = VersionChoice(desk.office)
        self.tabs = ChangeTabs()
        self.model = ComparisonModel(self)
        self.table = _table(self.model)
        self.pane = QScrollArea()
        self.empty = EmptyState("empty")
        self.nothing = EmptyState("nothing-found")
        self._lay_out()
        self.choice.changed.connect(self.compare)
        self.tabs.chosen.connect(self._show_changes)
        self.table.selectionModel().selectionChanged.connect(self._show_line)
        desk.changes.announced.connect(self._hear)
        self.compare()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP)
        header = QHBoxLayout()
        header.addWidget(Heading(tr("Versions"), steps=2))
        header.addSpacing(2 * GAP)
        header.addWidget(self.choice, 1)
        layout.addLayout(header)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("splitter")
        splitter.setAccessibleName(tr("Changes and what they do to us"))
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list_side())
        splitter.addWidget(self._prepare_pane())
        splitter.setStretchFactor(0, _LIST_SHARE)
        splitter.setStretchFactor(1, _PANE_SHARE)
        layout.addWidget(splitter, 1)

    def _list_side(self) -> QWidget:
        side = QWidget()
        side.setAccessibleName(tr("What changed"))
        layout = QVBoxLayout(side)
        tight(layout)
        layout.addWidget(self.tabs)
        self._centre = QStackedLayout()
        for widget in (self.table, self.empty, self.nothing):
            self._centre.addWidget(widget)
        layout.addLayout(self._centre, 1)
        self.empty.say(
            tr("No two versions yet"),
            tr(
                "Every import keeps its version. When the next version of a list comes in, it is compared "
                "here with the one before, and you read what it does to your commitments."
            ),
        )
        self.empty.action.stand_for(self.desk.actions["import-release"])
        self.nothing.say(tr("Nothing here"), tr("The two versions do not differ in this way."))
        return side

    def _prepare_pane(self) -> QScrollArea:
        self.pane.setObjectName("details")
        self.pane.setAccessibleName(tr("What it does to us"))
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setMinimumWidth(text_width(self.pane, _PANE_LEAST))
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self.pane

    @override
    def status(self) -> str:
        if self._found is None:
            return ""
        count = len(self._found.changes)
        text = plural("{n} line differs", "{n} lines differ", count)
        return text.format(n=figures.whole(count))

    @override
    def standpoint(self) -> object:
        return self.choice.chosen, self.tabs.currentIndex()

    @override
    def go_back_to(self, standpoint: object) -> None:
        if isinstance(standpoint, tuple) and standpoint[0] is not None:
            self.choice.choose(*standpoint[0])
            self.tabs.setCurrentIndex(standpoint[1])
            self.compare()

    @override
    def refresh(self) -> None:
        self.choice.read()
        self.compare()

    @Slot()
    def compare(self) -> None:
        """Compare the chosen versions, in the task runner's thread."""
        chosen, office = self.choice.chosen, self.desk.office
        if chosen is None or chosen[1] == chosen[2]:
            self._show_comparison(None)
            return
        serial, older, newer = chosen

        def work(progress: Progress) -> VersionComparison:
            return compare_versions(office, serial, older, newer, progress)

        self.desk.tasks.start(tr("Comparing versions"), work, self._show_if_chosen)

    def _show_if_chosen(self, found: VersionComparison) -> None:
        """Other versions may have been chosen while these were compared."""
        if (found.serial, found.older, found.newer) == self.choice.chosen:
            self._show_comparison(found)

    def _show_comparison(self, found: VersionComparison | None) -> None:
        self._found = found
        self.tabs.show_comparison(found)
        self._show_changes()
        self.standing_changed.emit()

    @Slot()
    def _show_changes(self) -> None:
        changes = self.tabs.changes
        touching = self._found.touching if self._found else frozenset()
        self.model.show(changes, touching)
        shown: QWidget = self.table if changes else self.nothing
        self._centre.setCurrentWidget(self.empty if self._found is None else shown)
        self._show_line()

    @Slot()
    def _show_line(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        body = QWidget()
        body.setAccessibleName(tr("What it does to us"))
        layout = QVBoxLayout(body)
        tight(layout, margin=GAP)
        if rows:
            self._fill(layout, self.model.change(rows[0].row()))
        elif self._found is not None:
            hint = tr(
                "Select a line to see what its change does to your commitments and donations."
            )
            layout.addWidget(TextLabel(hint, wrap=True))
        layout.addStretch(1)
        self.pane.setWidget(body)

    def _fill(self, layout: QVBoxLayout, change: LineChange) -> None:
        line = change.shown
        layout.addWidget(Heading(line.name, wrap=True).copyable())
        where = tr("Line {number} · {id}").format(number=line.number, id=line.id)
        layout.addWidget(TextLabel(where, wrap=True).copyable())
        effects = effects_through(self.desk.office, change.line)
        if not effects:
            none = tr(
                "No version has touched a commitment or donation of this office on this line."
            )
            layout.addWidget(TextLabel(none, wrap=True))
        for one in effects:
            layout.addWidget(EffectCard(one, self._actions))

    @Slot(object)
    def _hear(self, listings: frozenset[Listing]) -> None:
        if Listing.RELEASES in listings:
            self.refresh()
        elif listings & _HEARD:
            self._show_line()


def _table(model: ComparisonModel) -> QTableView:
    table = QTableView()
    table.setObjectName("table")
    table.setAccessibleName(tr("What changed"))
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height(table))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for place, (_, width) in enumerate(COLUMNS):
        table.setColumnWidth(place, text_width(table, width))
    header.setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
    return table
