"""What scrolls where the screen has no room for it, and takes all the room it needs where there is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

_SHARE = 0.94
"""Of the screen: its panels and the frame of the window take the rest."""


def room_for(window: QWidget) -> QSize:
    """The most that a window may take: its screen, or the window it belongs to where that is larger."""
    room = window.screen().availableSize()
    parent = window.parentWidget()
    return room if parent is None else room.expandedTo(parent.window().size())


def fit_screen(dialog: QWidget) -> None:
    """Make a dialog as wide as it wishes and as high as its texts need then, within the screen."""
    for area in dialog.findChildren(Scrolled):
        area.measure()
    room = room_for(dialog) * _SHARE
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(room))
    width = min(max(dialog.sizeHint().width(), dialog.minimumWidth()), room.width())
    height = dialog.heightForWidth(width)
    if height < 0:
        height = dialog.sizeHint().height()
    dialog.resize(width, min(max(height, dialog.minimumHeight()), room.height()))


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """Let a page scroll where the window is too small for it; `name` is what a screen reader calls it."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class Scrolled(QScrollArea):
    """Asks for the size of what it holds, so that a dialog grows with it up to the edge of the screen."""

    def __init__(self, layout: QLayout, name: str, *, beside: int = 0) -> None:
        """Hold a layout; `name` is what a screen reader calls it, `beside` the height of what else is there."""
        super().__init__()
        self.setObjectName("scrolled")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = layout
        self._beside = beside
        self._body = body = QWidget()
        body.setAccessibleName(name)
        body.setLayout(layout)
        self.setWidget(body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def measure(self) -> None:
        """Measure anew what was filled since the layout was last asked; it is not asked while hidden."""
        self._held.activate()
        self.updateGeometry()

    def _within(self, size: QSize) -> QSize:
        room = room_for(self.window()) * _SHARE
        return size.boundedTo(QSize(room.width(), max(room.height() - self._beside, 1)))

    @override
    def sizeHint(self) -> QSize:
        return self._within(self._body.sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._body.minimumSizeHint()
        if self.width() > least.width() and self.isVisible():
            least.setHeight(max(least.height(), self._height(self.width())))
        return self._within(least)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._within(QSize(width, self._height(width))).height()

    def _height(self, width: int) -> int:
        if self._held.hasHeightForWidth():
            return self._held.totalHeightForWidth(width)
        return self._held.totalSizeHint().height()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
