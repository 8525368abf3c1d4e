"""The line that counts down to the next try of a passphrase."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.language import plural

_SECOND = 1000


class WaitLine(TextLabel):
    """Hidden while nothing is waited for; `changed` tells that a wait began or ended."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent=parent, wrap=True)
        self.setObjectName("sign-in-wait")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.seconds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def wait(self, seconds: int) -> None:
        """Count down from `seconds`; 0 waits for nothing."""
        self.seconds = seconds
        if seconds:
            self._timer.start()
        else:
            self._timer.stop()
        self._show()
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """Count one second."""
        if self.seconds > 1:
            self.seconds -= 1
            self._show()
        else:
            self.wait(0)

    def _show(self) -> None:
        self.setVisible(self.seconds > 0)
        text = plural(
            "After a wrong passphrase the next try is possible in {n} second.",
            "After a wrong passphrase the next try is possible in {n} seconds.",
            self.seconds,
        )
        self.setText(text.format(n=self.seconds))
