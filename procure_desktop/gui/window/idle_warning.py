"""The warning in the status bar that the office is about to be locked."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import plural


class IdleWarning(TextLabel):
    """Hidden until the last half minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent=parent)
        self.setObjectName("idle-warning")
        self.setContentsMargins(GAP, 0, GAP, 0)
        wear(self, Tone.WARNING)
        self.hide()

    @Slot(int)
    def show_left(self, seconds: int) -> None:
        """Say in how many seconds the office is locked; 0 hides it."""
        text = plural(
            "Untouched: the office is locked in {n} second.",
            "Untouched: the office is locked in {n} seconds.",
            seconds,
        )
        self.setText(text.format(n=seconds))
        self.setVisible(seconds > 0)
