"""F1 in the window and in every dialog: opens the help at what is in front."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from procure_desktop.gui.help.help_topics import KEYBOARD, has_topic, topic_of
from procure_desktop.gui.help.help_window import HelpWindow

KEYS = "F1"


class HelpKeys(QObject):
    """Keeps one help window; dialogs get their key when the focus first comes to them."""

    def __init__(self, window: QWidget) -> None:
        """Help in `window` and in the dialogs over it."""
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._prepare)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action, by its name."""
        return {"help": self.open, "help-keys": partial(self.open, KEYBOARD)}

    def open(self, topic: str = "") -> HelpWindow:
        """Show a topic, or that of what is in front."""
        if self._help is None or not isValid(self._help):
            self._help = HelpWindow()
        self._help.show_topic(topic or topic_of(_in_front(self._window)))
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()
        return self._help

    def close(self) -> None:
        """Close the help; it is made anew, in the language that is spoken then."""
        if self._help is not None and isValid(self._help):
            self._help.close()
            self._help.deleteLater()
        self._help = None

    @Slot(QWidget, QWidget)
    def _prepare(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.findChild(QShortcut, "help-key") is not None:
            return
        key = QShortcut(QKeySequence(KEYS), dialog)
        key.setObjectName("help-key")
        key.activated.connect(self._help_in_dialog)

    @Slot()
    def _help_in_dialog(self) -> None:
        self.open()


def _in_front(window: QWidget) -> str:
    """The object name of the dialog or page that is worked on."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        return dialog.objectName()
    for stack in window.findChildren(QStackedWidget):
        page = stack.currentWidget()
        if stack.isVisible() and page is not None and has_topic(page.objectName()):
            return page.objectName()
    return ""
