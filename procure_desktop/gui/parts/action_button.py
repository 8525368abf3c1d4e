"""Buttons: plain, one that stands for an action, and the coloured one that carries the work on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from procure_desktop.gui.style.icons import accent_icon, icon
from procure_desktop.gui.style.measures import small_sign_size
from procure_desktop.gui.style.palette import role_colour, wear_accent

_FILL = QPalette.ColorRole.Highlight
_ROUND = 3
_RING = 3
_LIGHTER, _DARKER = 112, 125


class PushButton(QPushButton):
    """A push button named for tests and screen readers; `accent` colours it."""

    def __init__(
        self,
        name: str,
        text: str,
        sign: str = "",
        parent: QWidget | None = None,
        *,
        accent: bool = False,
    ) -> None:
        """Make a button called `name` that reads `text` (with its mnemonic)."""
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setIconSize(small_sign_size())
        self._accent = accent
        if accent:
            wear_accent(self)
        if sign:
            self.show_sign(sign)

    def show_sign(self, sign: str) -> None:
        """Show the icon of that name in the button's colour."""
        self.setIcon(accent_icon(sign) if self._accent else icon(sign))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the coloured button evenly: the style's own gradient is too pale for white text."""
        if not self._accent or not self.isEnabled():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(role_colour(_FILL).darker(_DARKER), 1))
        painter.setBrush(self._ground())
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        if self.hasFocus():
            painter.setPen(QPen(option.palette.buttonText().color(), 1))
            painter.setBrush(QColor(0, 0, 0, 0))
            inner = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
            painter.drawRoundedRect(inner, _ROUND, _ROUND)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        painter.end()

    def _ground(self) -> QColor:
        fill = role_colour(_FILL)
        if self.isDown():
            return fill.darker(_DARKER)
        return fill.lighter(_LIGHTER) if self.underMouse() else fill


class ActionButton(PushButton):
    """A push button that follows an action: its text, whether it can be used, and what it does."""

    def __init__(self, name: str, parent: QWidget | None = None, *, accent: bool = False) -> None:
        """Make a button called `name`; it stays hidden until it is given an action."""
        super().__init__(name, "", "", parent, accent=accent)
        self._action: QAction | None = None
        self.hide()

    def stand_for(self, action: QAction | None) -> None:
        """Follow `action`; None hides the button."""
        if action is self._action:
            return
        if self._action is not None:
            self._action.changed.disconnect(self._follow)
            self.clicked.disconnect(self._action.trigger)
        self._action = action
        self.setVisible(action is not None)
        self.setIcon(QIcon())
        if action is None:
            return
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self.show_sign(str(action.data()))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._action is None:
            return
        self.setText(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
