"""The search field: tells what is sought once typing pauses."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from procure_desktop.gui.style.icons import icon
from procure_desktop.language import tr

PAUSE = 200
"""Milliseconds without a key before the search is sent."""


class SearchField(QLineEdit):
    """`sought` carries the text that was typed."""

    sought = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName(tr("Search this list"))
        self.setPlaceholderText(tr("Search"))
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        names = (tr("Search"), tr("Clear the search"))
        for button, name in zip(self.findChildren(QToolButton), names, strict=False):
            button.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._send)
        self.textEdited.connect(self._wait)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._send)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _send(self) -> None:
        self._pause.stop()
        self.sought.emit(self.text().strip())
