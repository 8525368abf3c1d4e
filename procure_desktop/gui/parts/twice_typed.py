"""A passphrase to set: hidden as it is typed, and so typed twice."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.language import tr


class TwiceTyped(QObject):
    """Two fields, `first` and `again`, that must hold the same."""

    def __init__(self, name: str, parent: QObject) -> None:
        """Call the fields `NAME` and `NAME-again`."""
        super().__init__(parent)
        self.first = secret_field(name)
        self.again = secret_field(f"{name}-again")

    def agree(self, messages: MessageBar) -> bool:
        """Tell whether both are the same; where they are not, say so and begin the second anew."""
        if self.first.text() == self.again.text():
            return True
        messages.refuse(tr("The two passphrases differ: type the second again."))
        self.again.selectAll()
        self.again.setFocus()
        return False


def secret_field(name: str) -> QLineEdit:
    """Return a field that hides what is typed."""
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
