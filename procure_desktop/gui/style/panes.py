"""The parts of the window, which F6 goes through one after another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def go_on(panes: Sequence[QWidget], steps: int) -> QWidget | None:
    """Give the focus to the pane so many steps on, round and round; return what got it.

    A pane that shows nothing which takes the keyboard is passed over.
    """
    targets = [(pane, target_in(pane)) for pane in panes]
    there = [(pane, target) for pane, target in targets if target is not None]
    if not there:
        return None
    now = QApplication.focusWidget()
    at = next((n for n, (pane, _) in enumerate(there) if _holds(pane, now)), None)
    place = (at + steps) % len(there) if at is not None else (0 if steps > 0 else -1)
    _pane, target = there[place]
    # As the Tab key does, so that the ring is seen on buttons too.
    target.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    target.setFocus(Qt.FocusReason.TabFocusReason)
    return target


def target_in(pane: QWidget) -> QWidget | None:
    """What gets the focus in a pane: itself, what is checked in it, or the first that takes the Tab key."""
    if not pane.isVisible():
        return None
    inside = [pane, *pane.findChildren(QWidget)]
    able = [widget for widget in inside if _takes_keys(widget)]
    checked = (one for one in able if isinstance(one, QAbstractButton) and one.isChecked())
    return next(checked, next(iter(able), None))


def _takes_keys(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
