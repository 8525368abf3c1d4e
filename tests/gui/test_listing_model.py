from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from procure_desktop.domain.errors import OfficeBusyError
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.tables import listing_model
from procure_desktop.gui.tables.columns import COLUMNS
from procure_desktop.gui.tables.listing_model import KEPT, PAGE, ListingModel
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


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.wait()


@pytest.fixture
def make_large(
    tasks: TaskRunner, preparer: Office, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], ListingModel]]:
    """Makes a model whose list is too large to be read on the spot, before anything of it was read.

    Within the test: between a fixture and its test events are handled, and what is read arrives.
    """
    monkeypatch.setattr(listing_model, "FEW", 5)
    monkeypatch.setattr(listing_model, "PAGE", 4)
    yield lambda: ListingModel(preparer, Query(Listing.LINES), tasks=tasks)
    tasks.wait()


def test_a_large_list_comes_in_two_steps(
    qtbot: QtBot, make_large: Callable[[], ListingModel]
) -> None:
    large = make_large()
    tester = QAbstractItemModelTester(large, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert large.rowCount() == 0
    steps: list[str] = []
    large.modelReset.connect(lambda: steps.append("first"))
    large.rowsInserted.connect(lambda *_rows: steps.append("others"))
    with qtbot.waitSignal(large.settled):
        pass
    assert steps == ["first", "others"]
    assert texts(large, "number") == ["1", "2", "3", "4", "5", "6"]
    assert tester.model() is large


def test_the_first_rows_are_there_before_the_others(
    qtbot: QtBot, make_large: Callable[[], ListingModel]
) -> None:
    large = make_large()
    shown: list[list[str]] = []
    large.modelReset.connect(lambda: shown.append(texts(large, "number")))
    with qtbot.waitSignal(large.settled):
        pass
    assert shown == [["1", "2", "3", "4"]]


def test_only_the_last_of_several_searches_is_shown(
    qtbot: QtBot, make_large: Callable[[], ListingModel]
) -> None:
    large = make_large()
    for sought in ("radar", "launcher", "generator"):
        large.show(Query(Listing.LINES, text=sought))
    with qtbot.waitSignal(large.settled):
        pass
    assert texts(large, "name") == ["Generator set, 30 kW"]


def test_a_large_list_is_read_again_in_one_step(
    qtbot: QtBot, make_large: Callable[[], ListingModel], place: Place, preparer: Office
) -> None:
    large = make_large()
    with qtbot.waitSignal(large.settled):
        pass
    import_release(preparer, place.publish(replace(make_list(2), lines=(make_line(9, "New"),))))
    inserted: list[object] = []
    large.rowsInserted.connect(lambda *_rows: inserted.append(1))
    with qtbot.waitSignal(large.settled):
        large.reload()
    assert inserted == []
    assert "New" in texts(large, "name")


def test_records_that_come_in_between_are_shown_anew(
    qtbot: QtBot, make_large: Callable[[], ListingModel], preparer: Office
) -> None:
    large = make_large()

    def overtake() -> None:
        large._ids = array("q", [99])

    large.modelReset.connect(overtake, Qt.ConnectionType.SingleShotConnection)
    with qtbot.waitSignal(large.settled):
        pass
    assert texts(large, "number") == ["1", "2", "3", "4", "5", "6"]


def test_what_cannot_be_read_is_told(
    qtbot: QtBot, make_large: Callable[[], ListingModel], tasks: TaskRunner, preparer: Office
) -> None:
    large = make_large()

    def fail() -> None:
        raise OfficeBusyError

    with qtbot.waitSignal(large.settled):
        pass
    with qtbot.waitSignal(tasks.refused) as refused:
        large.ask(fail, lambda _nothing: None)
    assert isinstance(refused.args[0], OfficeBusyError)


@pytest.mark.parametrize("listing", Listing)
def test_each_list_keeps_the_rules_of_models(
    qtbot: QtBot, preparer: Office, listing: Listing
) -> None:
    draft(preparer)
    model = ListingModel(preparer, Query(listing))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.show(Query(listing, text="nothing like this"))
    model.show(Query(listing))
    model.reload()
    assert tester.model() is model
