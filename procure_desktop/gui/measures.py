"""The measures of the window: text size, row height and gaps, all from one place and one font."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLayout, QWidget

TEXT = 13
"""Text height in device-independent pixels."""

GAP = 8
"""Between neighbours; half of it within a pair, twice of it between groups."""

RAIL = 168
"""Width of the rail of pages."""

WINDOW = (1366, 768)
"""The smallest screen that everything must fit on."""


def row_height(widget: QWidget) -> int:
    """Height of a table row: the text and a little more than half of it around."""
    return round(QFontMetrics(widget.font()).height() * 1.6)


def text_width(widget: QWidget, characters: int) -> int:
    """Room for so many average characters in the widget's font."""
    return QFontMetrics(widget.font()).averageCharWidth() * characters


def larger(font: QFont, steps: int = 1, *, bold: bool = True) -> QFont:
    """A heading's font, three pixels a step above `font`."""
    heading = QFont(font)
    heading.setPixelSize(TEXT + 3 * steps)
    heading.setBold(bold)
    return heading


def tight(layout: QLayout, *, margin: int = 0, gap: int = GAP) -> None:
    """Set the margins and the gap of a layout."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
