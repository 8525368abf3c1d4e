"""The rail: one checkable button with words for each page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from procure_desktop.gui.actions import Place
from procure_desktop.gui.icons import icon
from procure_desktop.gui.measures import GAP, rail_width, sign_size, tight
from procure_desktop.language import tr


class Rail(QFrame):
    """`chosen` carries the Place."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a button and a shortcut, Ctrl and its number, for each page."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(rail_width(self))
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._tell)
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP, gap=GAP // 2)
        self.actions_of = {place: self._action(place, n) for n, place in enumerate(Place, 1)}
        for action in self.actions_of.values():
            layout.addWidget(_button(action))
        layout.addStretch(1)

    def check(self, place: Place) -> None:
        """Show which page is open."""
        self.actions_of[place].setChecked(True)

    def _action(self, place: Place, number: int) -> QAction:
        name, text, sign = place.value[0], tr(place.value[1]), place.value[2]
        action = QAction(icon(sign), text, self._group)
        action.setObjectName(f"go-{name}")
        action.setCheckable(True)
        action.setData(place)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setToolTip(f"{text.replace('&&', '&')} (Ctrl+{number})")
        return action

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"rail-{action.objectName().removeprefix('go-')}")
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&&", "&"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAutoRaise(True)
    button.setIconSize(sign_size())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(sign_size().height() + 2 * GAP)
    return button
