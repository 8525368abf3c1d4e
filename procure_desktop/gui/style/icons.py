"""Icons: the program's own line drawings, in the colours of the scheme that is worn.

Every icon is known again by its key, so that those which are shown can be drawn anew in another scheme.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from procure_desktop.gui.style.colours import PAINTS, Mark, Scheme, Tone
from procure_desktop.gui.style.palette import worn

_DRAWN = "#000"
_SIZES = (16, 20, 24, 32, 48)
_ROLE = QPalette.ColorRole
_MODE = QIcon.Mode
_MAKERS: dict[int, Callable[[], QIcon]] = {}


def icon(name: str) -> QIcon:
    """An icon in the colour of button text; on a checked button in the colour of highlighted text."""
    return _plain(worn(), name)


def accent_icon(name: str) -> QIcon:
    """An icon for a coloured button, which is coloured only while it can be used."""
    return _accent(worn(), name)


def link_icon(name: str) -> QIcon:
    """An icon in the colour of links."""
    return _link(worn(), name)


def tone_icon(name: str, tone: Tone) -> QIcon:
    """An icon in the text colour of a tone."""
    return _toned(worn(), name, tone)


def mark_icon(mark: Mark) -> QIcon:
    """The small sign beside a word in a list."""
    return _marked(worn(), mark)


def draw_again(application: QApplication) -> None:
    """Draw the icons that actions and buttons show in the scheme that is worn now."""
    for window in application.topLevelWidgets():
        for action in window.findChildren(QAction):
            _renew(action)
    for widget in application.allWidgets():
        if isinstance(widget, QAbstractButton):
            _renew(widget)


def _renew(shown: QAction | QAbstractButton) -> None:
    make = _MAKERS.get(shown.icon().cacheKey())
    if make is not None:
        shown.setIcon(make())


@cache
def _plain(scheme: Scheme, name: str) -> QIcon:
    modes = {
        _MODE.Normal: scheme.roles[_ROLE.ButtonText],
        _MODE.Disabled: scheme.faded[_ROLE.ButtonText],
        _MODE.Selected: scheme.roles[_ROLE.HighlightedText],
    }
    return _make(name, modes, partial(icon, name))


@cache
def _accent(scheme: Scheme, name: str) -> QIcon:
    modes = {
        _MODE.Normal: scheme.roles[_ROLE.HighlightedText],
        _MODE.Disabled: scheme.faded[_ROLE.ButtonText],
    }
    return _make(name, modes, partial(accent_icon, name))


@cache
def _link(scheme: Scheme, name: str) -> QIcon:
    return _make(name, {_MODE.Normal: scheme.roles[_ROLE.Link]}, partial(link_icon, name))


@cache
def _toned(scheme: Scheme, name: str, tone: Tone) -> QIcon:
    text, _ground = scheme.tones[tone]
    return _make(name, {_MODE.Normal: text}, partial(tone_icon, name, tone))


@cache
def _marked(scheme: Scheme, mark: Mark) -> QIcon:
    modes = {
        _MODE.Normal: scheme.paints[PAINTS[mark]],
        _MODE.Selected: scheme.roles[_ROLE.HighlightedText],
    }
    return _make(mark.value, modes, partial(mark_icon, mark))


def _make(name: str, modes: dict[QIcon.Mode, str], again: Callable[[], QIcon]) -> QIcon:
    made = QIcon()
    for mode, colour in modes.items():
        for size in _SIZES:
            made.addPixmap(_draw(name, colour, size), mode)
    _MAKERS[made.cacheKey()] = again
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
