"""Every page and dialog is walked: each control has a name, nothing is rich text, no keys clash."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.gui.actions import Place as Page
from tests.gui.hands import Hands
from tests.office_factory import (
    ADMINISTRATOR,
    AUTHORISER,
    DEPUTY,
    PREPARER,
    Place,
    authorise,
    draft,
    submit,
)

_Role = QAccessible.Role
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


def test_sign_in(hands: Hands) -> None:
    check(hands.window)
    hands.window.show_office(None)
    check(hands.window)


def test_forgotten_passphrase(hands: Hands) -> None:
    hands.await_text("Test Ministry")
    hands.click("forgotten-passphrase")
    hands.await_dialog("recover-dialog")
    check(hands.front)
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()


@pytest.mark.parametrize("page", Page, ids=lambda page: page.value[0])
def test_page_of_an_empty_office(hands: Hands, page: Page) -> None:
    hands.sign_in(DEPUTY)
    hands.click(f"rail-{page.value[0]}")
    check(hands.window)


@pytest.mark.parametrize("page", Page, ids=lambda page: page.value[0])
def test_page_with_records(hands: Hands, place: Place, page: Page) -> None:
    with place.signed_in(PREPARER) as preparer, place.signed_in(AUTHORISER) as authoriser:
        authorise(authoriser, place, submit(preparer, place))
        draft(preparer)
    hands.sign_in(DEPUTY)
    hands.click(f"rail-{page.value[0]}")
    if page not in {Page.HOME, Page.STOCK}:
        hands.select(0)
    check(hands.window)


@dataclass(frozen=True)
class Opened:
    """A dialog: who opens it, where, on which row, by which action, and its name."""

    action: str
    name: str
    officer: str
    page: Page = Page.COMMITMENTS
    row: int | None = None


# Both commitments changed at the same moment of the clock: the submitted one stands first.
DIALOGS = (
    Opened("import-release", "import-dialog", ADMINISTRATOR),
    Opened("pin-trust", "trust-dialog", ADMINISTRATOR),
    Opened("commit-funds", "commit-dialog", PREPARER, Page.LINES, 0),
    Opened("edit-draft", "commit-dialog", PREPARER, Page.COMMITMENTS, 1),
    Opened("submit", "sign-dialog", PREPARER, Page.COMMITMENTS, 1),
    Opened("withdraw", "reason-dialog", PREPARER, Page.COMMITMENTS, 1),
    Opened("preview", "preview-dialog", PREPARER, Page.COMMITMENTS, 1),
    Opened("authorise", "sign-dialog", AUTHORISER, Page.COMMITMENTS, 0),
    Opened("return", "reason-dialog", AUTHORISER, Page.COMMITMENTS, 0),
    Opened("log-donation", "donation-dialog", PREPARER, Page.LINES, 0),
    Opened("log-donation", "line-choice-dialog", PREPARER, Page.STOCK),
    Opened("verify", "verify-dialog", PREPARER, Page.DOCUMENTS),
    Opened("about", "about-dialog", PREPARER, Page.JOURNAL),
    Opened("change-passphrase", "passphrase-dialog", PREPARER, Page.HOME),
    Opened("officers", "officers-dialog", ADMINISTRATOR, Page.JOURNAL),
    Opened("recovery-key", "recovery-key-dialog", ADMINISTRATOR, Page.HOME),
)


@pytest.mark.parametrize(
    "opened", DIALOGS, ids=lambda one: f"{one.action} {one.name} {one.officer}"
)
def test_dialog(hands: Hands, place: Place, qtbot: QtBot, opened: Opened) -> None:
    with place.signed_in(PREPARER) as preparer:
        submit(preparer, place)
        draft(preparer)
    hands.sign_in(opened.officer)
    hands.click(f"rail-{opened.page.value[0]}")
    if opened.row is not None:
        hands.select(opened.row)
    hands.window.actions_table[opened.action].trigger()
    hands.await_dialog(opened.name)
    dialog = hands.front
    assert isinstance(dialog, QDialog)
    check(dialog)
    check_accepts_escape(dialog, hands)


@pytest.mark.parametrize(
    ("button", "name"), [("add-officer", "add-officer-dialog"), ("enrol", "enrol-dialog")]
)
def test_dialog_of_a_dialog(hands: Hands, button: str, name: str) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.window.actions_table["officers"].trigger()
    hands.await_dialog("officers-dialog")
    hands.select(1)
    hands.click(button)
    hands.await_dialog(name)
    check(hands.front)


def test_verdict(hands: Hands, place: Place) -> None:
    hands.sign_in(PREPARER)
    hands.window.actions_table["verify"].trigger()
    hands.await_dialog("verify-dialog")
    hands.write("pdf-file", str(place.root))
    hands.click("verify-dialog-do")
    hands.await_text("Not valid")
    hands.rest()
    check(hands.front)


@pytest.mark.parametrize(
    ("button", "name"),
    [("add-officer", "add-officer-dialog"), ("enrol", "enrol-dialog")],
)
def test_dialog_of_the_administrator(hands: Hands, button: str, name: str) -> None:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("officers")
    hands.await_dialog("officers-dialog")
    hands.select(1)
    hands.click(button)
    hands.await_dialog(name)
    check(hands.front)
    hands.press(Qt.Key.Key_Escape)
    hands.await_dialog("officers-dialog")


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
    hands.await_window()
