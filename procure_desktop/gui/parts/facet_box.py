"""A facet: a button with the values that the list has, how many records carry each, and a tick before the chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from procure_desktop.domain.listing import FacetCount
from procure_desktop.gui.parts.menu_button import MenuButton
from procure_desktop.gui.style.measures import text_width
from procure_desktop.gui.style.phrases import escape_mnemonic, say
from procure_desktop.language import plural, tr
from procure_desktop.wording import figures

_LEAST = 14
_TICKS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Facet:
    """`column` is the key; `title` and `names`, for values that are not words of their own, are marked."""

    column: str
    title: str
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, value: str) -> str:
        """What a value is called on the screen."""
        return tr(self.names[value]) if value in self.names else say(value)


class FacetBox(MenuButton):
    """`chosen` carries (column, values); no values means all, several mean any of them."""

    chosen = Signal(str, tuple)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        """Start with all."""
        self._menu = _StayingMenu()
        super().__init__(f"facet-{facet.column}", self._menu, parent)
        self._facet = facet
        self._values: tuple[str, ...] = ()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.show_counts(())

    @property
    def column(self) -> str:
        """The key of the column that is narrowed."""
        return self._facet.column

    @property
    def values(self) -> tuple[str, ...]:
        """The chosen values; none means all."""
        return self._values

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way in a narrow window: the choice is cut then, and whole in the list that pops up."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), text_width(self, _LEAST)), whole.height())

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """Offer the values with their counts; the choice stays, also of what no record has now."""
        offered = [(count.value, count.count) for count in counts]
        known = {value for value, _ in offered}
        offered += [(value, 0) for value in self._values if value not in known]
        self._menu.clear()
        self._all = self._menu.addAction(tr("All"))
        self._all.setCheckable(True)
        self._all.triggered.connect(self._choose_all)
        self._menu.addSeparator()
        for value, count in offered:
            self._offer(value, f"{self._facet.name(value)} ({figures.whole(count)})")
        self._show_choice()

    def choose(self, values: tuple[str, ...]) -> None:
        """Show these values as chosen, without telling."""
        self._values = values
        offered = {action.data() for action in self._menu.actions()}
        for value in values:
            if value not in offered:
                self._offer(value, self._facet.name(value))
        self._show_choice()

    def clear_choice(self) -> None:
        """Go back to all, without telling."""
        self.choose(())

    def _offer(self, value: str, text: str) -> None:
        action = self._menu.addAction(escape_mnemonic(text))
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(self._tick)

    def _show_choice(self) -> None:
        for action in self._menu.actions():
            action.setChecked(action.data() in self._values)
        self._all.setChecked(not self._values)
        title, said = tr(self._facet.title), self._said()
        text = tr("{title}: {choice}").format(title=title, choice=said) if self._values else title
        self.setText(escape_mnemonic(text))
        self.setAccessibleName(tr("{title}: {choice}").format(title=title, choice=said))
        names = ", ".join(self._facet.name(value) for value in self._values)
        self.setToolTip(f"{title}: {names or tr('all')}")
        font = self.font()
        font.setBold(bool(self._values))
        self.setFont(font)

    def _said(self) -> str:
        if not self._values:
            return tr("all")
        if len(self._values) == 1:
            return self._facet.name(self._values[0])
        count = len(self._values)
        return plural("{n} chosen", "{n} chosen", count).format(n=figures.whole(count))

    @Slot()
    def _choose_all(self) -> None:
        self._take(())

    @Slot()
    def _tick(self) -> None:
        actions = self._menu.actions()
        self._take(tuple(str(one.data()) for one in actions if one.data() and one.isChecked()))

    def _take(self, values: tuple[str, ...]) -> None:
        self._values = values
        self._show_choice()
        self.chosen.emit(self._facet.column, values)


class _StayingMenu(QMenu):
    """A menu that stays open while values are ticked, by mouse or keyboard."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not _trigger(self.activeAction()):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TICKS or not _trigger(self.activeAction()):
            super().keyPressEvent(event)


def _trigger(action: QAction | None) -> bool:
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.trigger()
    return True
