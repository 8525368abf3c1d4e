"""Buttons: one that stands for an action, and the coloured one that carries a page's work on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from procure_desktop.gui.icons import accent_icon, icon
from procure_desktop.gui.palette import wear_accent


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
        if accent:
            wear_accent(self)
        if sign:
            self.setIcon(accent_icon(sign) if accent else icon(sign))


class ActionButton(QPushButton):
    """A push button that follows an action: its text, whether it can be used, and what it does."""

    def __init__(self, name: str, parent: QWidget | None = None, *, accent: bool = False) -> None:
        """Make a button called `name`; it stays hidden until it is given an action."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self._accent = accent
        self._action: QAction | None = None
        if accent:
            wear_accent(self)
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
        if action is None:
            return
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        sign = str(action.data())
        self.setIcon(accent_icon(sign) if self._accent else icon(sign))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._action is None:
            return
        self.setText(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
