"""A list and its details: side by side where there is room, one above the other where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from procure_desktop.gui.style.measures import text_width

_SIDE_BY_SIDE = 100
"""Below so many characters the details go under the list."""


class AdaptiveSplitter(QSplitter):
    """Turns with its width; the widgets in it stay as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start side by side."""
        super().__init__(Qt.Orientation.Horizontal, parent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < text_width(self, _SIDE_BY_SIDE)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
        super().resizeEvent(event)
