"""A button that opens a menu beneath it, by click, Space or Down, and goes on working while it is open."""

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from procure_desktop.gui.style.measures import GAP


class MenuButton(QToolButton):
    """Named for tests and screen readers; Qt's own way to open a button's menu would stand still in it."""

    def __init__(self, name: str, menu: QMenu, parent: QWidget | None = None) -> None:
        """Make a button called `name` that opens `menu`."""
        super().__init__(parent)
        self.setObjectName(name)
        menu.setParent(self, menu.windowFlags())
        menu.setObjectName(f"{name}-menu")
        self.setMenu(menu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu at the button's lower edge."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    @override
    def sizeHint(self) -> QSize:
        """Leave room for the arrow, which else stands on the last letter."""
        hint = super().sizeHint()
        return QSize(hint.width() + GAP, hint.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)
