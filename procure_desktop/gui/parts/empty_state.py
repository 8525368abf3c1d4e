"""An empty list: a sentence that says why it is empty, and the button that changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from procure_desktop.gui.parts.action_button import ActionButton, PushButton
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, text_width, tight


class EmptyState(QWidget):
    """A heading, a sentence and a button in the middle."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it without a button; set `action` or `button`."""
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = Heading(wrap=True)
        self.sentence = TextLabel(wrap=True)
        self.action = ActionButton(f"{name}-action", accent=True)
        self.button = PushButton(f"{name}-button", "")
        self.button.hide()
        layout = QVBoxLayout(self)
        tight(layout, margin=4 * GAP)
        layout.addStretch(2)
        words = QHBoxLayout()
        words.addStretch(1)
        words.addLayout(self._words())
        words.addStretch(1)
        layout.addLayout(words)
        layout.addSpacing(GAP)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(text_width(self, 64))
            column.addWidget(label)
        return column

    def say(self, heading: str, sentence: str) -> None:
        """Say what is empty and what to do."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
