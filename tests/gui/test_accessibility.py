"""Every page and dialog is walked: each control has a name, nothing is rich text, no keys clash."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenuBar, QWidget

from procure_desktop import gui
from procure_desktop.gui.desk.action_rules import Place as Page
from tests.gui.every_window import EVERY, Shown
from tests.gui.hands import Hands
from tests.office_factory import PREPARER, Place, draft

_Role = QAccessible.Role
NAMED = re.compile(r'"([a-z-]+-dialog)"')
CONTROLS = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.CheckBox,
    _Role.ComboBox,
    _Role.EditableText,
    _Role.Link,
    _Role.List,
    _Role.PageTabList,
    _Role.ProgressBar,
    _Role.RadioButton,
    _Role.SpinBox,
    _Role.Table,
    _Role.ToolBar,
    _Role.Tree,
}


def controls(window: QWidget) -> Iterator[QWidget]:
    """Whatever of a window a screen reader calls a control."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if QAccessible.queryAccessibleInterface(widget).role() in CONTROLS:
            yield widget


def path_of(widget: QWidget | None) -> str:
    names = []
    at = widget
    while at is not None:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def check(window: QWidget) -> None:
    """All that must hold of a window or dialog as it stands."""
    unnamed = [path_of(widget) for widget in controls(window) if not name_of(widget)]
    assert unnamed == []
    rich = [path_of(one) for one in window.findChildren(QLabel) if is_rich(one)]
    assert rich == []
    tips = [one.toolTip() for one in window.findChildren(QWidget)]
    assert [tip for tip in tips if "<" in tip] == []
    assert [key for key, times in Counter(mnemonics(window)).items() if times > 1] == []
    assert [key for key, times in Counter(shortcuts(window)).items() if times > 1] == []
    assert nameless_focus(window) == []


def name_of(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def nameless_focus(window: QWidget) -> list[str]:
    """Whatever the Tab key reaches must say what it is."""
    return [
        path_of(widget)
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not name_of(widget)
    ]


def is_rich(label: QLabel) -> bool:
    return label.isVisible() and label.textFormat() != Qt.TextFormat.PlainText


def mnemonics(window: QWidget) -> Iterator[str]:
    """The keys that Alt reaches."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, QMenuBar):
            for action in widget.actions():
                yield from mnemonic(action.text())
        elif isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            yield from mnemonic(widget.text())


def mnemonic(text: str) -> list[str]:
    return [key.lower() for key in re.findall(r"&([^&])", text.replace("&&", ""))]


def shortcuts(window: QWidget) -> Iterator[str]:
    for action in window.findChildren(QAction):
        if action.isEnabled() and not action.shortcut().isEmpty():
            yield action.shortcut().toString()


@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_every_window(hands: Hands, show: Callable[[Shown], QWidget], shown: Shown) -> None:
    window = show(shown)
    check(window)
    if isinstance(window, QDialog):
        check_accepts_escape(window, hands)


@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_every_window_in_ukrainian(
    in_ukrainian: None, show: Callable[[Shown], QWidget], shown: Shown
) -> None:
    check(show(shown))


def test_every_dialog_is_shown() -> None:
    """A dialog that the program has and `every_window` does not is looked at by no test."""
    sources = Path(gui.__file__).parent.rglob("*.py")
    # The help names dialogs without making them.
    makers = (file for file in sources if file.name != "help_topics.py")
    named = {name for file in makers for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert named - {shown.name for shown in EVERY} == {"print-dialog"}


def test_print_dialog_names_its_controls(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        draft(preparer)
    hands.sign_in(PREPARER)
    hands.click("rail-commitments")
    hands.select(0)
    hands.press(Qt.Key.Key_P, hands.control)
    hands.await_dialog("print-dialog")
    unnamed = [path_of(widget) for widget in controls(hands.front) if not name_of(widget)]
    assert unnamed == []
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()


def test_rail_is_reached_by_keys(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    for number, page in enumerate(Page, 1):
        hands.press(Qt.Key(Qt.Key.Key_0 + number), hands.control)
        view = hands.window.view
        assert view is not None
        assert view.page is not None
        assert view.page.place is page


def check_accepts_escape(dialog: QDialog, hands: Hands) -> None:
    """No keyboard trap: Tab comes round, and Escape closes."""
    hands.press(Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    reached = [first]
    for _ in range(100):
        hands.press(Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is first:
            break
        # Within a date, Tab goes from year to month to day first.
        assert at is reached[-1] or at not in reached, path_of(at)
        reached.append(at)
    else:
        pytest.fail("Tab does not come round")
    hands.press(Qt.Key.Key_Escape)
    hands.await_behind(dialog)
