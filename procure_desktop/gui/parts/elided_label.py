"""A label that gives way: what does not fit is cut with an ellipsis and said whole by its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle
from typing_extensions import override

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import text_width

_LEAST = 6


class ElidedLabel(TextLabel):
    """Shows one line of text, as much of it as there is room for; screen readers hear all of it."""

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), text_width(self, _LEAST)), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        enabled = self.isEnabled()
        style: QStyle = self.style()
        style.drawItemText(
            painter, room, int(middle), self.palette(), enabled, text, self.foregroundRole()
        )
        painter.end()
