"""The ring around what the keyboard works: seen in every scheme, drawn over the widget that has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from procure_desktop.gui.style.palette import worn

_WIDTH = 2
_ROUND = 3
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class FocusRings(QObject):
    """Puts a ring around whatever gets the focus, as long as it has it."""

    def __init__(self, application: QApplication) -> None:
        """Follow the focus of the whole application."""
        super().__init__(application)
        self._ring: Ring | None = None
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            # Else it went with its widget.
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is not None and _is_ringed(now):
            self._ring = Ring(_outermost(now))


def _is_ringed(widget: QWidget) -> bool:
    """Whatever is typed into always; all else once the keyboard leads, as a mouse shows where it is."""
    window = widget.window()
    if window.windowType() == Qt.WindowType.Popup:
        return False
    by_keys = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keys or isinstance(widget, _TYPED_INTO)


def _outermost(widget: QWidget) -> QWidget:
    """The field that a part with the focus belongs to, such as the editor of a date."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, QAbstractSpinBox | QComboBox) else widget


class Ring(QFocusFrame):
    """A child of what it rings: so it moves, hides and ends with it. Screen readers pass over it."""

    def __init__(self, around: QWidget) -> None:
        """Show the ring at the inner edge of a widget."""
        super().__init__(around)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.raise_()
        self.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn().focus), _WIDTH))
        edge = _WIDTH // 2
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), _ROUND, _ROUND)
        painter.end()
