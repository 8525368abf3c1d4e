import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from procure_desktop.domain.errors import (
    CancelledError,
    FileExistsAlreadyError,
    FileUnwritableError,
    TooManyRowsError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.domain.money import Money
from procure_desktop.exchange.delimited_table import Dialect
from procure_desktop.exchange.table_file import Kind, TableColumn
from procure_desktop.services import export_listing as module
from procure_desktop.services.browse import list_ids
from procure_desktop.services.export_listing import Extent, Sheet, export_listing
from procure_desktop.services.office import Office
from procure_desktop.store.schema import journal

COLUMNS = (
    TableColumn("Item", Kind.TEXT, lambda row: row["name"]),
    TableColumn("Price (USD)", Kind.MONEY, lambda row: Money(row["unit_price"], "USD")),
)
URGENT = Query(Listing.LINES, facets=(("urgent", ("yes",)),), order=Order("name"))


def sheet(query: Query = URGENT) -> Sheet:
    return Sheet(query, COLUMNS, ("Lines", "About"), about)


def about(extent: Extent) -> list[tuple[str, str]]:
    return [("Rows", str(extent.rows)), ("Marking", extent.marking.value)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to export to."""
    made = tmp_path / "exported"
    made.mkdir()
    return made


def test_a_workbook_holds_what_the_query_finds_in_its_order(preparer: Office, folder: Path) -> None:
    path = folder / "F.xlsx"
    done: list[tuple[int, int]] = []
    exported = export_listing(preparer, sheet(), path, progress=lambda *at: done.append(at))
    assert exported.extent == Extent(5, Marking.NATO_UNCLASSIFIED, illustrative=True)
    book = load_workbook(path)
    rows = list(book["Lines"].iter_rows(values_only=True))
    assert rows[0] == ("Item", "Price (USD)")
    assert [name for name, _ in rows[1:]] == sorted(name for name, _ in rows[1:])
    assert ("Projectile, 155 mm", 3200.55) in rows
    assert list(book["About"].iter_rows(values_only=True)) == [
        ("Rows", "5"),
        ("Marking", "NATO UNCLASSIFIED"),
    ]
    assert done == [(0, 5), (5, 5)]
    assert list(folder.iterdir()) == [path]


def test_csv_in_a_dialect(preparer: Office, folder: Path) -> None:
    path = folder / "F.csv"
    export_listing(preparer, sheet(), path, Dialect(","))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert ["Projectile, 155 mm", "3200,55"] in rows


def test_what_went_where_is_journaled(auditor: Office, folder: Path) -> None:
    export_listing(auditor, sheet(), folder / "F.csv")
    with auditor.database.reading() as tx:
        last = tx.execute(select(journal.c.content).order_by(journal.c.number.desc())).scalar()
    entry = json.loads(last or b"")
    assert (entry["action"], entry["subject"], entry["officer"]) == (
        "list exported",
        "lines",
        "Auditor",
    )
    after = entry["after"]
    assert (after["file"], after["rows"], after["columns"]) == (
        "F.csv",
        5,
        ["Item", "Price (USD)"],
    )
    assert after["filter"]["facets"] == [["urgent", ["yes"]]]


def test_rows_without_a_marking_are_taken_for_the_highest(preparer: Office, folder: Path) -> None:
    journaled = Sheet(Query(Listing.JOURNAL), (), ("Journal", "About"), about)
    exported = export_listing(preparer, journaled, folder / "F.csv")
    assert exported.extent.marking is preparer.profile.highest_marking
    nothing = export_listing(preparer, sheet(Query(Listing.LINES, "zzz")), folder / "G.csv")
    assert nothing.extent == Extent(0, Marking.UNMARKED, illustrative=True)


def test_a_cancelled_export_leaves_nothing(preparer: Office, folder: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    before = len(list_ids(preparer, Query(Listing.JOURNAL)))
    for name in ("F.xlsx", "F.csv"):
        with pytest.raises(CancelledError):
            export_listing(preparer, sheet(), folder / name, progress=cancel)
    assert list(folder.iterdir()) == []
    assert len(list_ids(preparer, Query(Listing.JOURNAL))) == before


def test_what_stands_there_is_overwritten_only_when_asked(preparer: Office, folder: Path) -> None:
    path = folder / "F.csv"
    path.write_text("old")
    with pytest.raises(FileExistsAlreadyError):
        export_listing(preparer, sheet(), path)
    assert path.read_text() == "old"
    export_listing(preparer, sheet(), path, overwrite=True)
    assert "Radar" in path.read_text(encoding="utf-8-sig")


def test_a_folder_that_is_not_there_is_said(preparer: Office, folder: Path) -> None:
    before = len(list_ids(preparer, Query(Listing.JOURNAL)))
    with pytest.raises(FileUnwritableError):
        export_listing(preparer, sheet(), folder / "none" / "F.xlsx")
    assert len(list_ids(preparer, Query(Listing.JOURNAL))) == before


def test_more_rows_than_a_sheet_holds_are_refused(
    preparer: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 4)
    with pytest.raises(TooManyRowsError):
        export_listing(preparer, sheet(), folder / "F.xlsx")
    assert list(folder.iterdir()) == []
    assert export_listing(preparer, sheet(), folder / "F.csv").extent.rows == 5
