"""What an officer has: eyes for the visible widgets, a mouse and a keyboard. No slot, no service."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.menu_button import MenuButton
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP
from procure_desktop.gui.window.main_window import MainWindow
from tests.office_factory import PASSPHRASE

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Hands:
    """Works the window that is in front."""

    control, shift = Modifier.ControlModifier, Modifier.ShiftModifier

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def front(self) -> QWidget:
        """The dialog that is open, or the window."""
        return QApplication.activeModalWidget() or self.window

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget of that name in the front window."""
        front = self.front
        named = [one for one in front.findChildren(kind, name) if one.isVisible()]
        assert len(named) == 1, f"{len(named)} visible {name} in {front.objectName()}"
        return named[0]

    def find_all(self, kind: type[W], name: str) -> list[W]:
        """Every visible widget of that name in the front window."""
        return [one for one in self.front.findChildren(kind, name) if one.isVisible()]

    def sees(self, text: str) -> bool:
        """Whether the front window shows the text in a label."""
        labels = [one for one in self.front.findChildren(TextLabel) if one.isVisible()]
        return any(text in _read(label) for label in labels)

    def await_dialog(self, name: str) -> None:
        """Wait until a dialog of that name is in front and nothing runs."""
        self._qtbot.waitUntil(lambda: self.front.objectName() == name, timeout=20_000)
        self.rest()

    def await_window(self) -> None:
        """Wait until no dialog is in front and nothing runs."""
        self._qtbot.waitUntil(lambda: self.front is self.window, timeout=60_000)
        self.rest()

    def await_behind(self, dialog: QWidget) -> None:
        """Wait until a dialog is no longer in front and nothing runs."""
        self._qtbot.waitUntil(lambda: self.front is not dialog, timeout=60_000)
        self.rest()

    def await_visible(self, name: str) -> None:
        """Wait until a control can be seen."""
        self._qtbot.waitUntil(
            lambda: any(one.isVisible() for one in self.front.findChildren(QWidget, name)),
            timeout=20_000,
        )

    def await_text(self, text: str) -> None:
        """Wait until a label says it."""
        self._qtbot.waitUntil(lambda: self.sees(text), timeout=60_000)

    def rest(self) -> None:
        """Wait until no task runs."""
        self._qtbot.waitUntil(lambda: self.window.tasks.idle, timeout=60_000)

    def click(self, name: str) -> None:
        """Click the middle of a control that can be used."""
        widget = self.find(QWidget, name)
        assert widget.isEnabled(), f"{name} cannot be used"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Click a field, empty it and type."""
        field = self.find(QWidget, name)
        self._activate()
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClick(field, Key.Key_A, Modifier.ControlModifier)
        QTest.keyClick(field, Key.Key_Delete)
        QTest.keyClicks(field, text)
        if isinstance(field, QLineEdit):
            assert field.text() == text, field.text()

    def _activate(self) -> None:
        """Do what a window manager does when a dialog opens or closes; the offscreen platform has none."""
        self.front.activateWindow()
        self._qtbot.waitUntil(self.front.isActiveWindow)

    def keys(self, text: str) -> None:
        """Type into the widget that has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.front, text)

    def check(self, name: str) -> None:
        """Click the box of a check box or radio button."""
        button = self.find(QAbstractButton, name)
        place = QPoint(GAP, button.height() // 2)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
        assert button.isChecked()

    def menu(self, action: str) -> None:
        """Open the menu that has the action and click the action there."""
        bar = self.window.menuBar()
        wanted = self.window.actions_table[action]
        menu = next(one for one in bar.findChildren(QMenu) if wanted in one.actions())
        left = Qt.MouseButton.LeftButton
        place = bar.actionGeometry(menu.menuAction()).center()
        QTest.mouseClick(bar, left, Modifier.NoModifier, place)
        self._qtbot.waitUntil(menu.isVisible)
        place = menu.actionGeometry(wanted).center()
        QTest.mouseClick(menu, left, Modifier.NoModifier, place)

    def choose(self, button: str, begins: str) -> None:
        """Open a button's menu and press Enter on what begins so; a menu of ticks stays open until Escape."""
        self.rest()
        self._activate()
        self.click(button)
        menu = self.find(MenuButton, button).menu()
        self._qtbot.waitUntil(menu.isVisible)
        wanted = next(
            one for one in menu.actions() if one.text().replace("&", "").startswith(begins)
        )
        assert wanted.isEnabled(), f"{begins} cannot be used"
        menu.setActiveAction(wanted)
        QTest.keyClick(menu, Key.Key_Return)
        if menu.isVisible():
            QTest.keyClick(menu, Key.Key_Escape)
        self._qtbot.waitUntil(lambda: not menu.isVisible())
        self.rest()

    def pick(self, name: str, begins: str) -> None:
        """Choose an entry of a box by typing its beginning."""
        box = self.find(QComboBox, name)
        box.setFocus()
        if box.currentText().startswith(begins):
            return
        # Else the letters would be taken as more of what was typed into the box before.
        self._qtbot.wait(QApplication.keyboardInputInterval() + 50)
        QTest.keyClicks(box, begins)
        assert box.currentText().startswith(begins), box.currentText()

    def press(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press a key in the widget that has the focus."""
        self._activate()
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifier)

    def select(self, row: int, modifier: Modifier = Modifier.NoModifier) -> None:
        """Click a row of the table."""
        table = self.find(QTableView, "table")
        shown = next(n for n in range(1, 99) if not table.isColumnHidden(n))
        place = table.visualRect(table.model().index(row, shown)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    def sort(self, column: int) -> None:
        """Click the header of a column."""
        header = self.find(QTableView, "table").horizontalHeader()
        middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        place = QPoint(middle, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, place)

    def tab(self, begins: str) -> None:
        """Click the state tab whose text begins so."""
        tabs = self.find(QTabBar, "state-tabs")
        texts = [tabs.tabText(place) for place in range(tabs.count())]
        place = next(n for n, text in enumerate(texts) if text.startswith(begins))
        middle: QRect = tabs.tabRect(place)
        button = Qt.MouseButton.LeftButton
        QTest.mouseClick(tabs, button, Modifier.NoModifier, middle.center())

    def sign_in(self, officer: str) -> None:
        """Choose an officer, type the passphrase and press Enter."""
        self._qtbot.waitUntil(self.window.sign_in.officer.isVisible, timeout=20_000)
        self.pick("officer", officer)
        self.write("passphrase", PASSPHRASE)
        self.press(Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.window.view is not None, timeout=20_000)
        self.rest()

    def sign_with(self, key: Path, passphrase: str) -> None:
        """Fill the signing dialog and sign."""
        self.await_dialog("sign-dialog")
        self.write("key-file", str(key))
        self.write("key-passphrase", passphrase)
        self.click("sign-dialog-do")
        self.await_window()


def _read(label: TextLabel) -> str:
    """What is read: a space that does not break is one, and a place where a path may break is nothing."""
    return label.text().replace("\u00a0", " ").replace("\u200b", "")
