"""The button of the status bar that backs up now, and says when the last daily backup went wrong."""

from PySide6.QtWidgets import QToolButton, QWidget

from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.icons import icon, tone_icon
from procure_desktop.language import tr


class BackupButton(QToolButton):
    """A sign beside the time of the last backup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without trouble."""
        super().__init__(parent)
        self.setObjectName("back-up-now")
        self.setAutoRaise(True)
        self.show_trouble("")

    def show_trouble(self, trouble: str) -> None:
        """Show what went wrong with the last daily backup; empty for nothing."""
        self.setIcon(tone_icon("warning", Tone.WARNING) if trouble else icon("backup"))
        name = tr("Backup failed: try again now") if trouble else tr("Back up now")
        self.setAccessibleName(name)
        self.setToolTip(trouble or name)
