"""The colours of the window: one light palette by roles, one accent, and a few tones for what must stand out."""

from enum import Enum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

ACCENT = "#0b5cad"
LEAST_CONTRAST = 4.5

LIGHT = {
    _Role.Window: "#f3f5f7",
    _Role.WindowText: "#1a222b",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f6f8fa",
    _Role.Text: "#1a222b",
    _Role.Button: "#e8ecf0",
    _Role.ButtonText: "#1a222b",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: ACCENT,
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: ACCENT,
    _Role.Link: ACCENT,
    _Role.LinkVisited: "#6b3fa0",
    _Role.ToolTipBase: "#1a222b",
    _Role.ToolTipText: "#ffffff",
    _Role.PlaceholderText: "#5a6571",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#eef1f4",
    _Role.Mid: "#b4bdc7",
    _Role.Dark: "#8b96a2",
    _Role.Shadow: "#4a545f",
}

_FADED = {
    _Role.WindowText: "#5f6a75",
    _Role.Text: "#5f6a75",
    _Role.ButtonText: "#5f6a75",
    _Role.Highlight: "#c3ced9",
    _Role.HighlightedText: "#1a222b",
}

READABLE = (
    (_Role.WindowText, _Role.Window),
    (_Role.Text, _Role.Base),
    (_Role.Text, _Role.AlternateBase),
    (_Role.ButtonText, _Role.Button),
    (_Role.HighlightedText, _Role.Highlight),
    (_Role.ToolTipText, _Role.ToolTipBase),
    (_Role.PlaceholderText, _Role.Base),
    (_Role.PlaceholderText, _Role.Window),
    (_Role.Link, _Role.Base),
    (_Role.Link, _Role.Window),
    (_Role.LinkVisited, _Role.Base),
)
"""Which role is read upon which; a test measures every pair."""


class Tone(Enum):
    """What must stand out, as (text, background)."""

    PLAIN = ("#1a222b", "#ffffff")
    INFO = ("#0a3d73", "#e1edf9")
    DONE = ("#14532d", "#dff2e5")
    WARNING = ("#5a3c00", "#fff1cc")
    REFUSED = ("#861a13", "#fbe2e0")
    DEMO = ("#1f1600", "#f4bd1c")

    @property
    def text(self) -> QColor:
        """The colour of words and icons."""
        return QColor(self.value[0])

    @property
    def ground(self) -> QColor:
        """The colour behind them."""
        return QColor(self.value[1])


class Mark(Enum):
    """A small sign beside a word in a list: (icon, colour). The word always stands beside it."""

    GREEN = ("dot", "#1b7f3b")
    YELLOW = ("half-dot", "#8a6100")
    RED = ("ring", "#b3261e")
    URGENT = ("urgent", "#b3261e")
    DRAFT = ("pencil", "#5a6571")
    WAITING = ("clock", "#8a6100")
    DONE = ("check", "#1b7f3b")
    STOPPED = ("stop", "#b3261e")


def light_palette() -> QPalette:
    """The palette that ships with the program (the platform's colour scheme is not followed)."""
    palette = QPalette()
    for role, colour in LIGHT.items():
        palette.setColor(role, QColor(colour))
    for role, colour in _FADED.items():
        palette.setColor(_Group.Disabled, role, QColor(colour))
    return palette


def wear(widget: QWidget, tone: Tone) -> None:
    """Give a widget and its children the colours of a tone."""
    palette = widget.palette()
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(role, tone.text)
    for role in (_Role.Window, _Role.Base, _Role.Button):
        palette.setColor(role, tone.ground)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def wear_accent(widget: QWidget) -> None:
    """Colour the one button of a page that carries the work on."""
    palette = widget.palette()
    palette.setColor(_Group.Active, _Role.Button, QColor(ACCENT))
    palette.setColor(_Group.Inactive, _Role.Button, QColor(ACCENT))
    for group in (_Group.Active, _Group.Inactive):
        palette.setColor(group, _Role.ButtonText, QColor(LIGHT[_Role.HighlightedText]))
    widget.setPalette(palette)


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    knee = 0.04045
    return part / 12.92 if part <= knee else float(((part + 0.055) / 1.055) ** 2.4)
