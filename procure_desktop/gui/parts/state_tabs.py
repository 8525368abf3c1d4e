"""The tabs above a list: all records, and those in each state, with their counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from procure_desktop.domain.listing import FacetCount
from procure_desktop.gui.style.phrases import escape_mnemonic, say
from procure_desktop.language import tr


class StateTabs(QTabBar):
    """`chosen` carries the values of the state facet; none means all."""

    chosen = Signal(tuple)

    def __init__(self, states: Sequence[str], parent: QWidget | None = None) -> None:
        """Make a tab for all and one for each state, in this order."""
        super().__init__(parent)
        self.setObjectName("state-tabs")
        self.setAccessibleName(tr("State"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self._states = ("", *states)
        for state in self._states:
            self.addTab(self._title(state, 0))
        self.currentChanged.connect(self._tell)

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """Write the count of each state beside its name."""
        by_state = {count.value: count.count for count in counts}
        by_state[""] = sum(by_state.values())
        for place, state in enumerate(self._states):
            self.setTabText(place, self._title(state, by_state.get(state, 0)))

    def choose(self, state: str) -> None:
        """Go to the tab of a state; an empty one, or one that has no tab, means all."""
        self.setCurrentIndex(self._states.index(state) if state in self._states else 0)

    def _title(self, state: str, count: int) -> str:
        return f"{escape_mnemonic(say(state) or tr('All'))} ({count})"

    @Slot(int)
    def _tell(self, place: int) -> None:
        state = self._states[place]
        self.chosen.emit((state,) if state else ())
