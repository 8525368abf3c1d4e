from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.message_bar import MessageBar

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> & co'


def test_message_is_plain_can_be_copied_and_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.refuse(HOSTILE)
    assert bar.text == HOSTILE
    assert not bar.isHidden()
    for label in bar.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    copy = bar.findChild(QPushButton, "message-copy")
    assert copy is not None
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    text, at, program = QGuiApplication.clipboard().text().split("\n")
    assert text == HOSTILE
    assert at.endswith("UTC")
    assert program == f"Procure Desktop {version('procure-desktop')}"
    close = bar.findChild(QToolButton, "message-close")
    assert close is not None
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert not bar.text


def test_new_message_replaces_the_old(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.done("one")
    bar.warn("two")
    assert bar.text == "two"
