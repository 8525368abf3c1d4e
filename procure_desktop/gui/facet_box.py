"""A facet: a box with the values that the list has and how many records carry each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from procure_desktop.domain.listing import FacetCount
from procure_desktop.gui.phrases import say
from procure_desktop.language import tr


@dataclass(frozen=True, slots=True)
class Facet:
    """`column` is the key; `title` and `names`, for values that are not words of their own, are marked."""

    column: str
    title: str
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, value: str) -> str:
        """What a value is called on the screen."""
        return tr(self.names[value]) if value in self.names else say(value)


class FacetBox(QComboBox):
    """`chosen` carries (column, values); no values means all."""

    chosen = Signal(str, tuple)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        """Start with all."""
        super().__init__(parent)
        self._facet = facet
        self.setObjectName(f"facet-{facet.column}")
        self.setAccessibleName(tr(facet.title))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(tr("{title}: all").format(title=tr(facet.title)), "")
        self.activated.connect(self._tell)

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """Offer the values with their counts; the choice stays."""
        kept = self.currentData()
        del_from = range(self.count() - 1, 0, -1)
        for place in del_from:
            self.removeItem(place)
        for count in counts:
            self.addItem(f"{self._facet.name(count.value)} ({count.count})", count.value)
        if kept and self.findData(kept) < 0:
            self.addItem(f"{self._facet.name(kept)} (0)", kept)
        self.setCurrentIndex(max(self.findData(kept), 0))

    @property
    def column(self) -> str:
        """The column whose values are offered."""
        return self._facet.column

    def choose(self, values: tuple[str, ...]) -> None:
        """Go to a value, or to all, without telling."""
        self.setCurrentIndex(max(self.findData(values[0]), 0) if values else 0)

    def clear_choice(self) -> None:
        """Go back to all, without telling."""
        self.setCurrentIndex(0)

    @Slot()
    def _tell(self) -> None:
        value = self.currentData()
        self.chosen.emit(self._facet.column, (value,) if value else ())
