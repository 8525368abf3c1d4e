"""The line on the way to the target: what is announced and what of it is the office's own."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from procure_desktop.domain.money import Money
from procure_desktop.gui.style.measures import GAP, text_height

_ROUND = 4


class ProgressLine(QWidget):
    """A painted bar; its accessible name says in words what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("progress-line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announced = Fraction(0)
        self._own = Fraction(0)

    def show_progress(self, announced: Money, own: Money, target: Money, words: str) -> None:
        """Show both shares of `target`; `words` say the same."""
        self._announced = _share(announced, target)
        self._own = _share(own, target)
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * text_height(), text_height() + 2 * GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = self.palette().ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(roles.Dark))
        painter.setBrush(self.palette().color(roles.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        self._fill(painter, self._announced, self.palette().color(roles.Highlight))
        self._fill(painter, self._own, self.palette().color(roles.WindowText))
        painter.end()

    def _fill(self, painter: QPainter, share: Fraction, colour: QColor) -> None:
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        width = inside.width() * float(share)
        if share:
            # However small a share is, it is seen.
            inside.setWidth(max(width, GAP / 2))
            painter.fillRect(inside, colour)


def _share(part: Money, whole: Money) -> Fraction:
    return min(Fraction(max(part.minor, 0), whole.minor), Fraction(1))
