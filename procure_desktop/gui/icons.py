"""Icons: the program's own line drawings, recoloured from the palette when they are drawn."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from procure_desktop.gui.palette import ACCENT, LIGHT, Mark, Tone

_DRAWN = "#000"
_SIZES = (16, 20, 24, 32, 48)
_ROLE = QPalette.ColorRole


def icon(name: str) -> QIcon:
    """An icon in the colour of button text; on a checked button in the colour of highlighted text."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_draw(name, LIGHT[_ROLE.ButtonText], size), QIcon.Mode.Normal)
        made.addPixmap(_draw(name, LIGHT[_ROLE.Dark], size), QIcon.Mode.Disabled)
        made.addPixmap(_draw(name, LIGHT[_ROLE.HighlightedText], size), QIcon.Mode.Selected)
    return made


def accent_icon(name: str) -> QIcon:
    """An icon for a coloured button, which is coloured only while it can be used."""
    made = _single(name, LIGHT[_ROLE.HighlightedText])
    for size in _SIZES:
        made.addPixmap(_draw(name, LIGHT[_ROLE.Dark], size), QIcon.Mode.Disabled)
    return made


def link_icon(name: str) -> QIcon:
    """An icon in the accent colour."""
    return _single(name, ACCENT)


def tone_icon(name: str, tone: Tone) -> QIcon:
    """An icon in the text colour of a tone."""
    return _single(name, tone.text.name())


@cache
def mark_icon(mark: Mark) -> QIcon:
    """The small sign beside a word in a list."""
    name, colour = mark.value
    made = _single(name, colour)
    for size in _SIZES:
        made.addPixmap(_draw(name, LIGHT[_ROLE.HighlightedText], size), QIcon.Mode.Selected)
    return made


def _single(name: str, colour: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_draw(name, colour, size))
    return made


def _draw(name: str, colour: str, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = _source(name).replace(_DRAWN, QColor(colour).name())
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (
        files("procure_desktop.resources")
        .joinpath("icons", f"{name}.svg")
        .read_text(encoding="utf-8")
    )
