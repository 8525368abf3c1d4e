"""What is worn: the palette made of a scheme, and the widgets that stand out from it.

Widgets that wear a tone or the accent remember it, so that they can be coloured anew while they are shown.
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from procure_desktop.gui.style.colours import LIGHT, Scheme, Tone

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

LEAST_CONTRAST = 4.5
"""Of text on its ground (WCAG 2.2, 1.4.3)."""

LEAST_SIGN_CONTRAST = 3.0
"""Of signs, borders, the focus ring and large text (1.4.11, 1.4.3)."""

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

_BORDERED = (
    "QAbstractSpinBox",
    "QCheckBox",
    "QComboBox",
    "QLineEdit",
    "QPlainTextEdit",
    "QPushButton",
    "QRadioButton",
    "QTableView",
    "QTextEdit",
)
_DARKENED = 140
_TONE, _ACCENT = "worn tone", "worn accent"

_WORN = [LIGHT]


def worn() -> Scheme:
    """The scheme that the application wears."""
    return _WORN[0]


def put_on(scheme: Scheme, application: QApplication) -> None:
    """Give the application another scheme; whatever stands out in it is coloured anew."""
    _WORN[:] = [scheme]
    palette = palette_of(scheme)
    application.setPalette(palette)
    QToolTip.setPalette(palette)
    for kind in _BORDERED:
        # PySide's stub asks for bytes, which it then refuses.
        application.setPalette(_with_border(palette, scheme), kind)  # type: ignore[arg-type]
    for widget in application.allWidgets():
        _wear_again(widget)


def palette_of(scheme: Scheme) -> QPalette:
    """The palette of a scheme."""
    palette = QPalette()
    for role, colour in scheme.roles.items():
        palette.setColor(role, QColor(colour))
    for role, colour in scheme.faded.items():
        palette.setColor(_Group.Disabled, role, QColor(colour))
    return palette


def _with_border(palette: QPalette, scheme: Scheme) -> QPalette:
    """Fusion draws a control's outline in its window colour, darkened."""
    bordered = QPalette(palette)
    bordered.setColor(_Role.Window, QColor(scheme.border).lighter(_DARKENED))
    return bordered


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """(text, ground) of a tone in the scheme that is worn."""
    text, ground = worn().tones[tone]
    return QColor(text), QColor(ground)


def role_colour(role: QPalette.ColorRole, *, faded: bool = False) -> QColor:
    """The colour of a role in the scheme that is worn."""
    scheme = worn()
    return QColor((scheme.faded if faded else scheme.roles)[role])


def wear(widget: QWidget, tone: Tone) -> None:
    """Give a widget and its children the colours of a tone."""
    text, ground = tone_colours(tone)
    palette = QPalette()
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(role, text)
    for role in (_Role.Window, _Role.Base, _Role.Button):
        palette.setColor(role, ground)
    widget.setProperty(_TONE, tone.name)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def wear_accent(widget: QWidget) -> None:
    """Colour the one button of a page that carries the work on."""
    palette = QPalette()
    for group in (_Group.Active, _Group.Inactive):
        palette.setColor(group, _Role.Button, role_colour(_Role.Highlight))
        palette.setColor(group, _Role.ButtonText, role_colour(_Role.HighlightedText))
    widget.setProperty(_ACCENT, True)
    widget.setPalette(palette)


def _wear_again(widget: QWidget) -> None:
    tone = widget.property(_TONE)
    if tone:
        wear(widget, Tone[tone])
    if widget.property(_ACCENT):
        wear_accent(widget)


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
