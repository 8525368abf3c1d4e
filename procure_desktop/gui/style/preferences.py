"""What the person at this desk prefers, kept for the account on this machine and not in any office."""

from enum import Enum

from PySide6.QtCore import QLocale, QSettings

from procure_desktop.language import ENGLISH, REGIONS, Language, language

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Text sizes to choose from, in percent of the usual one."""

COMPACT, COMFORTABLE = "compact", "comfortable"


class Appearance(Enum):
    """Whose colours the window wears: the system's choice, or one that was made here."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Preferences:
    """Reads and writes the account's settings; each has a usual value until it is chosen."""

    def __init__(self) -> None:
        """Open the settings of the application that runs."""
        self._settings = QSettings()

    def text(self, name: str, usual: str = "") -> str:
        """Return a setting as text."""
        return str(self._settings.value(name, usual))

    def keep(self, name: str, value: str) -> None:
        """Keep a setting from now on."""
        self._settings.setValue(name, value)

    @property
    def appearance(self) -> Appearance:
        """Which colours were chosen."""
        kept = self.text("appearance")
        return next((one for one in Appearance if one.value == kept), Appearance.SYSTEM)

    @property
    def text_size(self) -> int:
        """The text size in percent, one of `TEXT_SIZES`."""
        kept = self.text("text size")
        return next((size for size in TEXT_SIZES if str(size) == kept), TEXT_SIZES[0])

    @property
    def compact(self) -> bool:
        """Whether table rows are low rather than comfortable."""
        return self.text("rows") == COMPACT

    @property
    def language(self) -> Language:
        """The language and region that were chosen, else the system's language where it is spoken here."""
        kept = self.text("language", QLocale.system().name()[:2])
        return language(kept if kept in REGIONS else ENGLISH, self.text("region"))
