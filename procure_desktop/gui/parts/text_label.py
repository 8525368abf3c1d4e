"""The one label: plain text always, so that nothing an outsider wrote is taken as markup."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from procure_desktop.gui.style.measures import larger


class TextLabel(QLabel):
    """A QLabel that shows what it is given and nothing else; `wrap` lets it break over lines."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        """Show `text` as it stands."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)

    def copyable(self) -> "TextLabel":
        """Let mouse and keyboard select the text."""
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        return self


def breakable(path: object) -> str:
    """Let a long path break after each of its folders, where a line has no room for it."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


class Heading(TextLabel):
    """A heading, one step larger for each level above the text."""

    def __init__(self, text: str = "", *, steps: int = 1, wrap: bool = False) -> None:
        """Show `text` in bold, `steps` steps larger."""
        super().__init__(text, wrap=wrap)
        self.setFont(larger(self.font(), steps))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
