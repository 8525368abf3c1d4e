from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView

from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.style.colours import DARK, HIGH_CONTRAST, LIGHT, Tone
from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.palette import worn
from procure_desktop.gui.style.preferences import Appearance, Preferences
from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.language import spoken
from tests.gui.hands import Hands
from tests.office_factory import PREPARER

_Role = QPalette.ColorRole


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    """Leave the desk as it was found."""
    yield
    settings = QSettings()
    for name in ("appearance", "text size", "rows", "language", "region"):
        settings.remove(name)
    wear_look(qapp)
    speak_preferred(qapp)


def test_each_has_a_usual_value() -> None:
    assert Preferences().appearance is Appearance.SYSTEM
    assert Preferences().text_size == 100
    assert not Preferences().compact
    for name in ("appearance", "text size", "rows", "language", "region"):
        Preferences().keep(name, "of another release")
    assert Preferences().appearance is Appearance.SYSTEM
    assert Preferences().text_size == 100
    assert not Preferences().compact


def test_colours_change_at_once_and_so_do_icons(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    table = hands.find(QTableView, "table")
    before = _drawn(hands)
    hands.menu("look-dark")
    assert worn() is DARK
    assert hands.find(QTableView, "table") is table
    assert table.palette().color(_Role.Base).name() == DARK.roles[_Role.Base]
    assert _drawn(hands) != before
    hands.menu("look-high-contrast")
    assert worn() is HIGH_CONTRAST
    step = hands.find(QPushButton, "next-step")
    fill = step.palette().color(QPalette.ColorGroup.Active, _Role.Button)
    assert fill.name() == HIGH_CONTRAST.roles[_Role.Highlight]
    hands.menu("look-light")
    assert worn() is LIGHT
    assert _drawn(hands) == before
    assert Preferences().appearance is Appearance.LIGHT


def _drawn(hands: Hands) -> bytes:
    """The icon of an action as it is shown."""
    image = hands.window.actions_table["import-release"].icon().pixmap(24, 24).toImage()
    return bytes(image.constBits())


def test_a_message_follows_the_colours(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    view = hands.window.view
    assert view is not None
    view.desk.messages.refuse("Not so.")
    hands.menu("look-dark")
    text = view.desk.messages.palette().color(_Role.WindowText)
    assert text.name() == DARK.tones[Tone.REFUSED][0]


def test_text_grows_and_shrinks_by_keys(hands: Hands, qapp: QApplication) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    rows = _row_height(hands)
    for _ in range(7):
        hands.press(Qt.Key.Key_Plus, hands.control)
    assert qapp.font().pixelSize() == 26
    assert not hands.window.actions_table["larger-text"].isEnabled()
    assert _row_height(hands) >= 1.9 * rows
    assert _place(hands) is Place.LINES
    hands.press(Qt.Key.Key_Minus, hands.control)
    assert Preferences().text_size == 175
    hands.press(Qt.Key.Key_0, hands.control)
    assert qapp.font().pixelSize() == 13
    assert _row_height(hands) == rows


def _row_height(hands: Hands) -> int:
    return hands.find(QTableView, "table").verticalHeader().defaultSectionSize()


def _place(hands: Hands) -> Place:
    view = hands.window.view
    assert view is not None
    assert view.page is not None
    return view.page.place


def test_dialog_keeps_what_was_chosen_and_puts_it_on(hands: Hands, qapp: QApplication) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    comfortable = _row_height(hands)
    assert 28 <= comfortable <= 30
    hands.press(Qt.Key.Key_Comma, hands.control)
    hands.await_dialog("preferences-dialog")
    for name, kept in (
        ("appearance", "dark"),
        ("text-size", "110"),
        ("rows", "compact"),
        ("language", "uk"),
    ):
        box = hands.find(QComboBox, name)
        box.setCurrentIndex(box.findData(kept))
    assert hands.find(QComboBox, "region").currentData() == "UA"
    hands.click("preferences-dialog-do")
    hands.await_window()
    assert worn() is DARK
    assert spoken().locale == "uk_UA"
    assert qapp.font().pixelSize() == 14
    hands.press(Qt.Key.Key_0, hands.control)
    assert 24 <= _row_height(hands) <= 25


def test_dialog_without_anyone_signed_in(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Comma, hands.control)
    hands.await_dialog("preferences-dialog")
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
    assert Preferences().appearance is Appearance.SYSTEM
