"""Closing whatever stands over the window, without asking and without taking back what was typed."""

from PySide6.QtWidgets import QApplication, QDialog

from procure_desktop.gui.parts.form_dialog import FormDialog


def set_dialogs_aside() -> bool:
    """Close every open menu and dialog, the innermost first; tell whether none is left."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for widget in reversed(QApplication.topLevelWidgets()):
        if isinstance(widget, QDialog) and widget.isVisible() and widget.isModal():
            _close(widget)
    return QApplication.activeModalWidget() is None


def _close(dialog: QDialog) -> None:
    if isinstance(dialog, FormDialog):
        dialog.set_aside()
    else:
        dialog.reject()
