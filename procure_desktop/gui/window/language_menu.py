"""The menu of languages: each by its own name, the spoken one checked."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.gui.style.speech import NAMES
from procure_desktop.language import spoken, tr


class LanguageMenu(QMenu):
    """`chosen` tells that another language is preferred from now on."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Offer every language that the program speaks."""
        super().__init__(tr("&Language"), parent)
        self.setObjectName("language-menu")
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._keep)
        for code, name in NAMES.items():
            self.addAction(self._offer(code, name))

    def _offer(self, code: str, name: str) -> QAction:
        action = QAction(name, self._group)
        action.setObjectName(f"language-{code}")
        action.setData(code)
        action.setCheckable(True)
        action.setChecked(code == spoken().code)
        return action

    @Slot(QAction)
    def _keep(self, action: QAction) -> None:
        if action.data() != spoken().code:
            Preferences().keep("language", action.data())
            self.chosen.emit()
