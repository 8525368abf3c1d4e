"""The look of the whole application: Fusion, the scheme that is preferred or that the system has, one font."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase, QStyleHints
from PySide6.QtWidgets import QApplication

from procure_desktop.gui.style.colours import DARK, HIGH_CONTRAST, LIGHT, Scheme
from procure_desktop.gui.style.focus_ring import FocusRings
from procure_desktop.gui.style.icons import draw_again
from procure_desktop.gui.style.measures import TEXT
from procure_desktop.gui.style.palette import put_on, worn
from procure_desktop.gui.style.preferences import Appearance, Preferences

_FAMILY = "Noto Sans"
_CHOSEN = {
    Appearance.LIGHT: LIGHT,
    Appearance.DARK: DARK,
    Appearance.HIGH_CONTRAST: HIGH_CONTRAST,
}


class Look(QObject):
    """Wears what is preferred, and follows the system where that is what is preferred."""

    def __init__(self, application: QApplication) -> None:
        """Give the application its style, colours and font, from now on until it ends."""
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow)
        FocusRings(application)
        self.wear_font()
        put_on(self._wanted(), application)

    @Slot()
    def follow(self) -> None:
        """Wear what is preferred now; nothing is made anew."""
        wanted = self._wanted()
        if wanted is not worn():
            put_on(wanted, self._application)
            draw_again(self._application)

    def wear_font(self) -> None:
        """Wear the font at the size that is preferred; what was measured by the old one is made anew."""
        font = QFont(self._application.font())
        if _FAMILY in QFontDatabase.families():
            font.setFamily(_FAMILY)
        font.setPixelSize(round(TEXT * Preferences().text_size / 100))
        self._application.setFont(font)

    def _wanted(self) -> Scheme:
        hints = self._application.styleHints()
        return _CHOSEN.get(Preferences().appearance) or scheme_of_system(hints)


def scheme_of_system(hints: QStyleHints) -> Scheme:
    """The scheme nearest to what the system tells; light where it tells nothing."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def wear_look(application: QApplication) -> Look:
    """Dress the application; once dressed, only what is preferred now is put on."""
    look = application.findChild(Look)
    if look is None:
        return Look(application)
    look.follow()
    look.wear_font()
    return look
