from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.gui.columns import COLUMNS
from procure_desktop.gui.listing_model import KEPT, PAGE, ListingModel
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from tests.office_factory import Place, draft, make_line, make_list

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtbot: QtBot, preparer: Office) -> ListingModel:
    return ListingModel(preparer, Query(Listing.LINES))


def column(model: ListingModel, key: str) -> int:
    return next(n for n, one in enumerate(model.columns) if one.key == key)


def texts(model: ListingModel, key: str) -> list[str]:
    place = column(model, key)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def test_model_keeps_the_rules_of_models(model: ListingModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(1)
    model.show(Query(Listing.LINES, text="Radar"))
    assert tester.model() is model


def test_cells_read_as_people_read_them(model: ListingModel) -> None:
    assert texts(model, "number") == ["1", "2", "3", "4", "5", "6"]
    price = model.index(1, column(model, "unit_price"))
    assert price.data() == "USD 3,200.55"
    assert price.data(SPOKEN) == "Unit price: USD 3,200.55"
    assert texts(model, "priority")[-2:] == ["09 Routine", "02 Urgent"]
    assert texts(model, "state")[2] == "Awaiting US release"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Item"


def test_search_and_facets_narrow(model: ListingModel) -> None:
    model.show(Query(Listing.LINES, text="launcher"))
    assert texts(model, "name") == ["Launcher", "Launcher, spare"]
    model.show(Query(Listing.LINES).choosing("capability", ("logistics",)))
    assert texts(model, "name") == ["Generator set, 30 kW"]


def test_sorting_is_a_new_query(model: ListingModel) -> None:
    place = column(model, "unit_price")
    model.sort(place, Qt.SortOrder.DescendingOrder)
    assert model.query.order == Order("unit_price", descending=True)
    assert texts(model, "name")[0] == "Generator set, 30 kW"
    model.sort(-1)
    assert model.query.order is None
    assert texts(model, "number")[0] == "1"


@pytest.mark.parametrize("listing", Listing)
def test_every_list_can_be_shown_and_sorted_by_each_column(
    qtbot: QtBot, preparer: Office, listing: Listing
) -> None:
    draft(preparer)
    model = ListingModel(preparer, Query(listing))
    assert model.columns == COLUMNS[listing]
    for place in range(model.columnCount()):
        model.sort(place, Qt.SortOrder.DescendingOrder)
        for row in range(model.rowCount()):
            assert isinstance(model.index(row, place).data(DISPLAY), str)
            assert model.index(row, place).data(SPOKEN)


def test_asking_what_can_be_done_with_a_cell_reads_nothing(
    model: ListingModel, preparer: Office
) -> None:
    index = model.index(3, 1)
    preparer.close()
    assert index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert index.data(Qt.ItemDataRole.TextAlignmentRole)


def test_places_and_ids(model: ListingModel) -> None:
    assert model.place_of(model.ids[4]) == 4
    assert model.place_of(999_999) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_pages_come_and_go(qtbot: QtBot, place: Place, administrator: Office) -> None:
    lines = tuple(make_line(n, f"Item {n}") for n in range(1, PAGE * (KEPT + 2)))
    release = place.publish(replace(make_list(2), lines=lines))
    import_release(administrator, release)
    model = ListingModel(administrator, Query(Listing.LINES))
    name = column(model, "name")
    assert model.rowCount() == len(lines)
    for row in range(0, model.rowCount(), PAGE):
        assert model.index(row, name).data() == f"Item {row + 1}"
    assert len(model._pages) == KEPT
    assert model.index(0, name).data() == "Item 1"
