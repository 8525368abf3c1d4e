import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from operator import itemgetter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from procure_desktop.domain.money import MOST_MINOR, Money
from procure_desktop.exchange.table_file import Kind, TableColumn
from procure_desktop.exchange.workbook_table import write_workbook

COLUMNS = tuple(
    TableColumn(kind.name, kind, itemgetter(kind), width)
    for kind, width in zip(Kind, (200, 8, 16, 10, 18), strict=True)
)
ROW_DAY = date(2027, 1, 2)
# A sheet's moments have no zone; theirs is UTC.
PLAIN = datetime.combine(ROW_DAY, time(3, 4, 5))
ROW = {
    Kind.TEXT: "=HYPERLINK(1)",
    Kind.WHOLE: 1_234,
    Kind.MONEY: Money(MOST_MINOR, "EUR"),
    Kind.DAY: ROW_DAY,
    Kind.MOMENT: PLAIN.replace(tzinfo=UTC),
}
TITLES = ("Lines", "About")


def write(path: Path, rows: list[dict[Any, Any]]) -> Path:
    write_workbook(path, COLUMNS, rows, TITLES, lambda: [("Rows", str(len(rows)))])
    return path


def test_values_survive_and_none_is_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@A1", "http://example.org", "00123", "1e5", "{=A1}", "Ґанок", "🛰"]
    path = write(tmp_path / "F.xlsx", [ROW | {Kind.TEXT: text} for text in texts])
    sheet = openpyxl.load_workbook(path)["Lines"]
    rows = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in rows] == texts
    assert {cell.data_type for row in rows for cell in row} == {"s", "n", "d"}
    assert {row[0].data_type for row in rows} == {"s"}
    _, whole, money, day, moment = (cell.value for cell in rows[0])
    assert (whole, money) == (1_234, MOST_MINOR / 100)
    assert (day, moment) == (datetime.combine(ROW_DAY, time()), PLAIN)
    assert b"<f>" not in b"".join(_parts(path))


def test_another_reader_sees_the_same(tmp_path: Path) -> None:
    book = CalamineWorkbook.from_path(str(write(tmp_path / "F.xlsx", [ROW])))
    assert book.sheet_names == ["Lines", "About"]
    heading, row = book.get_sheet_by_name("Lines").to_python()
    assert heading == [column.heading for column in COLUMNS]
    assert row[:3] == ["=HYPERLINK(1)", 1_234.0, MOST_MINOR / 100]
    assert row[3:] == [ROW_DAY, PLAIN]
    assert book.get_sheet_by_name("About").to_python() == [["Rows", "1"]]


def test_the_heading_stays_in_sight_and_amounts_carry_their_currency(tmp_path: Path) -> None:
    yen = ROW | {Kind.MONEY: Money(500, "JPY")}
    sheet = openpyxl.load_workbook(write(tmp_path / "F.xlsx", [ROW, yen]))["Lines"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert [row[2].number_format for row in sheet.iter_rows(min_row=2)] == [
        '#,##0.00\\ "EUR"',
        '#,##0\\ "JPY"',
    ]
    assert sheet.cell(3, 3).value == 500


def test_nothing_and_days_before_a_sheets_first(tmp_path: Path) -> None:
    nothing: dict[Any, Any] = dict.fromkeys(Kind) | {Kind.TEXT: "", Kind.DAY: date(1899, 12, 31)}
    sheet = openpyxl.load_workbook(write(tmp_path / "F.xlsx", [nothing]))["Lines"]
    assert [cell.value for cell in sheet[2]] == [None, None, None, "1899-12-31", None]
    assert openpyxl.load_workbook(write(tmp_path / "G.xlsx", []))["Lines"].max_row == 1


# What XML 1.0 cannot hold is written as an escape, which not every reader undoes.
_TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1)


@settings(max_examples=25)
@given(st.lists(_TEXT.filter(lambda text: text.strip() == text), max_size=5))
def test_every_text_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    wanted = [text for text in texts if not re.search("_x[0-9A-F]{4}_|[\ufffe\uffff]", text)]
    path = tmp_path_factory.mktemp("xlsx") / "F.xlsx"
    write(path, [ROW | {Kind.TEXT: text} for text in wanted])
    read = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Lines").to_python()
    assert [row[0] for row in read[1:]] == wanted


def test_what_breaks_off_leaves_no_open_piece(tmp_path: Path) -> None:
    def rows() -> Iterator[dict[Any, Any]]:
        yield ROW
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_workbook(tmp_path / "F.xlsx", COLUMNS, rows(), TITLES, list)
    assert not (tmp_path / "F.xlsx").exists()


def test_a_place_that_takes_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "F.xlsx").mkdir()
    with pytest.raises(IsADirectoryError):
        write(tmp_path / "F.xlsx", [ROW])


def _parts(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as file:
        return [file.read(name) for name in file.namelist()]
