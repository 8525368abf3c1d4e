"""What the person at this desk prefers, kept for the account on this machine and not in any office."""

from PySide6.QtCore import QSettings

from procure_desktop.language import ENGLISH, REGIONS, Language, language


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
    def language(self) -> Language:
        """The language and region that were chosen."""
        code = self.text("language", ENGLISH)
        return language(code if code in REGIONS else ENGLISH, self.text("region"))
