from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.scrolled import Scrolled, fit_screen, room_for


def make(qtbot: QtBot, lines: int) -> tuple[QDialog, Scrolled, TextLabel]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    held = QVBoxLayout()
    area = Scrolled(held, "Text")
    whole = QVBoxLayout(dialog)
    whole.addWidget(area)
    label = TextLabel("\n".join(["a line of text"] * lines), wrap=True)
    held.addWidget(label)
    fit_screen(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog, area, label


def scrolls(area: Scrolled) -> bool:
    return area.verticalScrollBar().maximum() > 0


def test_a_dialog_is_as_high_as_its_text(qtbot: QtBot) -> None:
    _dialog, area, label = make(qtbot, 5)
    assert not scrolls(area)
    assert label.height() >= 5 * label.fontMetrics().height()


def test_a_dialog_grows_with_its_text(qtbot: QtBot) -> None:
    dialog, area, label = make(qtbot, 2)
    before = dialog.height()
    label.setText("\n".join(["a line of text"] * 9))
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: not scrolls(area))


def test_a_dialog_scrolls_at_the_edge_of_the_screen(qtbot: QtBot) -> None:
    dialog, area, _label = make(qtbot, 300)
    assert scrolls(area)
    assert dialog.height() <= room_for(dialog).height()


def test_room_is_the_screen_or_the_larger_window_behind(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(5000, 10)
    child = QDialog(parent)
    assert room_for(parent) == parent.screen().availableSize()
    assert room_for(child).width() == 5000
    assert room_for(child).height() == parent.screen().availableSize().height()
