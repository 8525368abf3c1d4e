"""The tabs above a comparison: every change, the added, withdrawn and changed lines, and what touches us."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from procure_desktop.domain.comparison import ChangeKind, LineChange, VersionComparison
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures

_TABS = (
    marked("All ({n})"),
    marked("Touching us ({n})"),
    marked("Added ({n})"),
    marked("Withdrawn ({n})"),
    marked("Changed ({n})"),
)
_KINDS = (ChangeKind.ADDED, ChangeKind.WITHDRAWN, ChangeKind.CHANGED)


class ChangeTabs(QTabBar):
    """`chosen`: other changes are to be shown."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a comparison."""
        super().__init__(parent)
        self.setObjectName("state-tabs")
        self.setAccessibleName(tr("What changed"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self._groups: tuple[tuple[LineChange, ...], ...] = ((),) * len(_TABS)
        for text in _TABS:
            self.addTab(tr(text).format(n=0))
        self.currentChanged.connect(self._tell)

    @property
    def changes(self) -> tuple[LineChange, ...]:
        """The changes of the chosen tab."""
        return self._groups[self.currentIndex()]

    def show_comparison(self, found: VersionComparison | None) -> None:
        """Count the changes; the chosen tab stays."""
        self._groups = ((),) * len(_TABS)
        if found is not None:
            kinds = (found.of_kind(kind) for kind in _KINDS)
            self._groups = (found.changes, found.touching_us, *kinds)
        for place, text in enumerate(_TABS):
            count = figures.whole(len(self._groups[place]))
            self.setTabText(place, tr(text).format(n=count))

    @Slot(int)
    def _tell(self, _place: int) -> None:
        self.chosen.emit()
