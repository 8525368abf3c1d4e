"""The inline message: what happened and what to do next, in plain words that can be copied."""

from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from procure_desktop.gui.parts.sign import Sign
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.icons import tone_icon
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr

_PACKAGE = "procure-desktop"
_ICONS = {Tone.INFO: "info", Tone.DONE: "check", Tone.WARNING: "warning", Tone.REFUSED: "stop"}


class MessageBar(QFrame):
    """Shows one message at a time, until it is closed or replaced. Hidden while there is none.

    `said` tells that there is another one.
    """

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("message-bar")
        self._at = datetime.now(UTC)
        self._icon = Sign()
        self._text = TextLabel(wrap=True).copyable()
        self._text.setObjectName("message-text")
        self._copy = QPushButton(tr("Copy"))
        self._copy.setObjectName("message-copy")
        self._copy.setAccessibleName(tr("Copy this message"))
        self._copy.clicked.connect(self._copy_text)
        self._close = QToolButton()
        self._close.setObjectName("message-close")
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        tight(layout, margin=GAP)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def follow(self, before: QWidget) -> None:
        """Let the Tab key come here from `before`, which is in the same window."""
        for first, second in pairwise((before, self._copy, self._close)):
            self.setTabOrder(first, second)

    @property
    def text(self) -> str:
        """What is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Show a message and tell it to a screen reader."""
        wear(self, tone)
        self._icon.show_drawing(_ICONS[tone], tone)
        self._icon.setAccessibleName(tr("Message"))
        self._close.setIcon(tone_icon("close", tone))
        self._text.setText(text)
        self._at = datetime.now(UTC)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.said.emit()

    @Slot(str)
    def done(self, text: str) -> None:
        """Say that something was done, and what comes next."""
        self.say(text, Tone.DONE)

    def refuse(self, text: str) -> None:
        """Say that something was refused, why, and what to do."""
        self.say(text, Tone.REFUSED)

    def warn(self, text: str) -> None:
        """Say what should be looked at."""
        self.say(text, Tone.WARNING)

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._text.setText("")
        self.hide()

    @Slot()
    def _copy_text(self) -> None:
        """Copy what whoever is asked for help needs, and nothing that the message does not show."""
        from procure_desktop.wording.figures import moment

        parts = (self._text.text(), moment(self._at), f"Procure Desktop {version(_PACKAGE)}")
        QGuiApplication.clipboard().setText("\n".join(parts))
