from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.text_table import TextModel, TextTable

ROWS = [("1", "Missile"), ("2",), ("3", "x" * 300)]


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    model = TextModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_texts(("A", "B"), ROWS)
    assert (model.rowCount(), model.columnCount()) == (3, 2)
    assert model.index(1, 1).data() == ""
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "Missile"
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"
    assert model.headerData(9, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) is None
    model.show_texts(("A",), [("x",)], ["first"])
    assert model.headerData(0, Qt.Orientation.Vertical) == "first"
    assert tester.model() is model


def test_the_last_column_takes_what_is_left_and_scrolls_where_nothing_is(qtbot: QtBot) -> None:
    table = TextTable("texts", "Texts", 3)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    table.show_texts(("A", "B"), ROWS[:1])
    assert table.horizontalHeader().length() == table.viewport().width()
    table.show_texts(("A", "B"), ROWS)
    assert table.horizontalHeader().length() > table.viewport().width()
