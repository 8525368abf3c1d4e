"""The measures of the window: all that depends on the text's size is asked of the font that is worn."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from procure_desktop.gui.style.preferences import TEXT_SIZES, Preferences

TEXT = 13
"""Usual text height in device-independent pixels."""

GAP = 8
"""Between neighbours; half of it within a pair, twice of it between groups."""

WINDOW = (1366, 768)
"""The smallest screen that everything must fit on."""

WORDY = 120
"""From so many characters of width on, the rail and the toolbar have words beside their drawings."""

_RAIL = 25
_COMPACT, _COMFORTABLE = 1.34, 1.6
_STEP = 0.23
_SIGN = 1.55
_SMALL_SIGN = 1.24


def text_height() -> int:
    """Height of the application's text in device-independent pixels."""
    return max(QApplication.font().pixelSize(), TEXT)


def text_percent() -> int:
    """The application's text size in percent of the usual one."""
    return min(TEXT_SIZES, key=lambda size: abs(size - 100 * text_height() / TEXT))


def sign_size() -> QSize:
    """Size of the drawings on buttons and in the toolbar."""
    side = round(text_height() * _SIGN)
    return QSize(side, side)


def small_sign_size() -> QSize:
    """Size of the drawings on push buttons and in lists."""
    side = round(text_height() * _SMALL_SIGN)
    return QSize(side, side)


def rail_width(widget: QWidget) -> int:
    """Width of the rail of pages with its words."""
    return text_width(widget, _RAIL)


def is_wordy(window: QWidget) -> bool:
    """Whether a window has room for words beside the drawings of rail and toolbar."""
    return window.width() >= text_width(window, WORDY)


def row_height(widget: QWidget) -> int:
    """Height of a table row: the text, and as much around it as is preferred."""
    share = _COMPACT if Preferences().compact else _COMFORTABLE
    return round(QFontMetrics(widget.font()).height() * share)


def text_width(widget: QWidget, characters: int) -> int:
    """Room for so many average characters in the widget's font."""
    return QFontMetrics(widget.font()).averageCharWidth() * characters


def larger(font: QFont, steps: int = 1, *, bold: bool = True) -> QFont:
    """A heading's font, a little less than a quarter a step above `font`."""
    heading = QFont(font)
    heading.setPixelSize(round(max(font.pixelSize(), TEXT) * (1 + _STEP * steps)))
    heading.setBold(bold)
    return heading


def tight(layout: QLayout, *, margin: int = 0, gap: int = GAP) -> None:
    """Set the margins and the gap of a layout."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
