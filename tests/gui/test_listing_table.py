import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QToolTip
from pytestqt.qtbot import QtBot

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.gui.tables.columns import APART
from procure_desktop.gui.tables.listing_model import ListingModel
from procure_desktop.gui.tables.listing_table import ListingTable
from procure_desktop.language import tr
from procure_desktop.services.office import Office

ROOMY = 3000
NARROW = 800


def shown(table: ListingTable, listing: ListingModel) -> list[str]:
    columns = enumerate(listing.columns)
    return [column.key for place, column in columns if not table.isColumnHidden(place)]


def table_of(qtbot: QtBot, office: Office, listing: Listing) -> tuple[ListingTable, ListingModel]:
    model = ListingModel(office, Query(listing))
    table = ListingTable(model, several=False)
    qtbot.addWidget(table)
    table.show()
    return table, model


def test_spare_columns_are_there_while_there_is_room(qtbot: QtBot, preparer: Office) -> None:
    table, model = table_of(qtbot, preparer, Listing.DONATIONS)
    table.resize(ROOMY, NARROW)
    assert shown(table, model) == [column.key for column in model.columns if column.usual]
    table.resize(NARROW // 2, NARROW)
    firm = [column for column in model.columns if column.usual and not column.spare]
    assert shown(table, model) == [column.key for column in firm]


def test_wide_column_takes_the_room_and_gives_it_back(qtbot: QtBot, preparer: Office) -> None:
    table, model = table_of(qtbot, preparer, Listing.LINES)
    name = [column.key for column in model.columns].index("name")
    table.resize(NARROW // 2, NARROW)
    least = table.columnWidth(name)
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(ROOMY, NARROW)
    assert table.columnWidth(name) > least
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(NARROW // 2, NARROW)
    assert table.columnWidth(name) == least


def test_figures_and_their_titles_stand_apart_from_what_follows(
    qtbot: QtBot, preparer: Office
) -> None:
    table, model = table_of(qtbot, preparer, Listing.LINES)
    price = [column.key for column in model.columns].index("unit_price")
    delegate = table.itemDelegateForColumn(price)
    assert isinstance(delegate, QStyledItemDelegate)
    assert delegate.displayText("USD 1.00", table.locale()) == f"USD 1.00{APART}"
    assert model.headerData(price, Qt.Orientation.Horizontal) == f"Unit price{APART}"
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(price, Qt.Orientation.Horizontal, spoken) == "Unit price"


def test_headers_do_not_ask_each_row_whether_its_column_is_selected(
    qtbot: QtBot, preparer: Office
) -> None:
    table, _ = table_of(qtbot, preparer, Listing.LINES)
    table.selectRow(0)
    for header in (table.horizontalHeader(), table.verticalHeader()):
        assert not header.selectionModel().hasSelection()
    assert table.selectionModel().hasSelection()


def test_what_is_cut_is_said_under_the_pointer(qtbot: QtBot, preparer: Office) -> None:
    table, model = table_of(qtbot, preparer, Listing.LINES)
    keys = [column.key for column in model.columns]
    name = keys.index("name")
    table.setColumnWidth(name, 40)
    point(table, 0, name)
    assert QToolTip.text() == "<p>Interceptor, surface-to-air</p>"


def point(table: ListingTable, row: int, column: int) -> None:
    """Rest the pointer on a cell."""
    place = table.visualRect(table.model().index(row, column)).center()
    above = table.viewport().mapToGlobal(place)
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, above))


@pytest.mark.usefixtures("in_ukrainian")
@pytest.mark.parametrize("listing", [Listing.LINES, Listing.COMMITMENTS, Listing.EFFECTS])
def test_columns_have_room_for_their_titles_and_words(
    qtbot: QtBot, preparer: Office, listing: Listing
) -> None:
    table, model = table_of(qtbot, preparer, listing)
    table.resize(NARROW, NARROW)
    measured = table.fontMetrics().horizontalAdvance
    for place, column in enumerate(model.columns):
        if not table.isColumnHidden(place):
            words = (tr(column.title), *column.says())
            assert table.columnWidth(place) >= max(measured(word) for word in words), column.key
