"""The look of the whole application: Fusion, the light palette, one font at one size."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from procure_desktop.gui.measures import TEXT
from procure_desktop.gui.palette import light_palette

_FAMILY = "Noto Sans"


def wear_look(application: QApplication) -> None:
    """Give the application its style, palette and font."""
    application.setStyle("Fusion")
    application.setPalette(light_palette())
    font = QFont(application.font())
    if _FAMILY in QFontDatabase.families():
        font.setFamily(_FAMILY)
    font.setPixelSize(TEXT)
    application.setFont(font)
