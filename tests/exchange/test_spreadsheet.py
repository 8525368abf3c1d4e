import hashlib
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from procure_desktop.domain.errors import (
    FileUnreadableError,
    SheetUnknownError,
    SpreadsheetTooLargeError,
    SpreadsheetUnreadableError,
)
from procure_desktop.domain.request_list import Capability, Line
from procure_desktop.domain.spreadsheet import (
    ColumnMapping,
    DayOrder,
    Decimals,
    ListField,
    Notation,
    ProblemKind,
    Thousands,
)
from procure_desktop.exchange.csv_file import CsvRows
from procure_desktop.exchange.csv_form import CsvForm
from procure_desktop.exchange.sheet_lines import parse_sheet
from procure_desktop.exchange.spreadsheet import Spreadsheet
from tests.sheets import COVER, HEADS, ROWS, write_csv, write_ods, write_xlsx

TEXTS = [
    tuple(str(value).replace(".", ",") if type(value) is float else value for value in row)
    for row in ROWS
]


def read(path: Path, header: int | None = None) -> tuple[tuple[Line, ...], Any]:
    sheet = Spreadsheet(path)
    mapping = sheet.guess(sheet.sheets[0], header=header)
    return parse_sheet(sheet.rows(mapping), mapping, COVER, sheet.faults(mapping.sheet))


@pytest.mark.parametrize("make", [write_xlsx, write_ods, write_csv])
def test_the_same_list_is_read_from_every_kind_of_file(tmp_path: Path, make: Any) -> None:
    lines, problems = read(make(tmp_path / "list"))
    assert problems == ()
    assert [line.id for line in lines] == ["UA-SHEET-0001", "UA-SHEET-0002", "UA-SHEET-0003"]
    first = lines[0]
    assert (first.name, first.name_uk, first.unit) == ("Missile", "Ракета", "EA")
    assert first.capability is Capability.AIR_DEFENCE
    assert first.unit_price.decimal_text() == "1250.50"
    assert (first.quantities.required, first.quantities.outstanding) == (40, 25)
    assert (first.priority, first.required_by, first.urgent) == (2, date(2027, 3, 31), True)
    assert first.availability is None
    assert first.stamps == ()
    assert first.price_day == COVER.issued
    assert lines[2].unit == "SET"
    assert lines[2].unit_price.decimal_text() == "89.90"


def test_dates_as_dates_and_a_price_of_ten_cents_are_exact(tmp_path: Path) -> None:
    row = (*ROWS[0][:7], 0.1, 2, date(2027, 3, 31), "так", "")
    for make in (write_xlsx, write_ods):
        lines, problems = read(make(tmp_path / "list", [row]))
        assert problems == ()
        assert lines[0].unit_price.decimal_text() == "0.10"
        assert lines[0].required_by == date(2027, 3, 31)


def test_hidden_sheets_are_not_offered(tmp_path: Path) -> None:
    sheet = Spreadsheet(write_xlsx(tmp_path / "list.xlsx"))
    assert sheet.sheets == ("Потреби",)
    with pytest.raises(SheetUnknownError):
        sheet.sample("Hidden")


def test_the_head_is_found_below_a_title(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx")
    sheet = Spreadsheet(path)
    assert sheet.guess("Потреби").header == 3
    assert sheet.guess("Потреби", header=0).columns == {}
    assert sheet.guess("Потреби", header=99).columns == {}


def test_a_sheet_without_heads_has_none(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "list.csv", [("a", "b")], heads=("x", "y"))
    assert Spreadsheet(path).guess("list.csv").header == 0


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_in_every_encoding_and_with_every_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = write_csv(tmp_path / "list.csv", TEXTS, encoding=encoding, delimiter=delimiter)
    lines, problems = read(path)
    assert problems == ()
    assert [line.name_uk for line in lines] == ["Ракета", "Снаряд 155 мм", "Аптечка"]
    assert lines[1].unit_price.decimal_text() == "3200.55"


def test_western_windows_text_is_told_from_cyrillic(tmp_path: Path) -> None:
    rows = [(1, "Générateur électrogène à moteur", "EA", 5, "10.50", "logistics", 3)]
    heads = ("No", "Name", "Unit", "Quantity", "Unit price", "Capability", "Priority")
    path = write_csv(tmp_path / "list.csv", rows, encoding="cp1252", heads=heads)
    assert read(path)[0][0].name == "Générateur électrogène à moteur"


def test_an_officer_corrects_encoding_and_delimiter(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "list.csv", TEXTS, encoding="cp1251", delimiter="|")
    sheet = Spreadsheet(path)
    wrong = sheet.guess("list.csv", CsvForm("windows-1252", ","))
    assert (wrong.encoding, wrong.delimiter, wrong.columns) == ("windows-1252", ",", {})
    assert len(sheet.sample("list.csv", CsvForm("windows-1251", "|"))[0]) == len(HEADS)


def test_quotes_of_rfc_4180_and_rows_numbered_as_records(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,"b ""c""\nd",e\r\n1,2,3\r\n', "utf-8")
    rows = CsvRows(path, CsvForm("utf-8", ","))
    assert list(rows) == [(1, ["a", 'b "c"\nd', "e"]), (2, ["1", "2", "3"])]
    assert rows.done == rows.size == path.stat().st_size
    assert rows.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("body", ['a,"b" c\n', 'a,"b\nc,d\n', f'a,"{"x" * 200_000}"\n'])
def test_broken_quotes_are_refused_with_their_row(tmp_path: Path, body: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"x,y\n{body}", "utf-8")
    with pytest.raises(SpreadsheetUnreadableError) as refused:
        list(CsvRows(path, CsvForm("utf-8", ",")))
    assert refused.value.place == "2"


def test_bytes_of_another_encoding_are_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "list.csv", encoding="cp1251")
    with pytest.raises(SpreadsheetUnreadableError):
        list(CsvRows(path, CsvForm("utf-8", ";")))


def test_too_wide_too_long_and_too_large_csv_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"a\n{',' * 100}\n", "utf-8")
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        list(CsvRows(path, CsvForm("utf-8", ",")))
    assert (refused.value.place, refused.value.limit) == ("2", "columns")
    path.write_text("a\n" * 5, "utf-8")
    monkeypatch.setattr("procure_desktop.exchange.csv_file.MOST_CSV_ROWS", 4)
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        list(CsvRows(path, CsvForm("utf-8", ",")))
    assert (refused.value.place, refused.value.limit, refused.value.most) == ("5", "rows", 4)
    monkeypatch.setattr("procure_desktop.exchange.csv_file.MOST_CSV_BYTES", 9)
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        list(CsvRows(path, CsvForm("utf-8", ",")))
    assert refused.value.limit == "bytes"


def test_files_that_are_not_there_or_old_or_empty(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        Spreadsheet(tmp_path / "nothing.csv")
    with pytest.raises(FileUnreadableError):
        list(CsvRows(tmp_path / "nothing.csv", CsvForm("utf-8", ",")))
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 8)
    with pytest.raises(SpreadsheetUnreadableError):
        Spreadsheet(old)
    empty = tmp_path / "empty.csv"
    empty.touch()
    assert Spreadsheet(empty).guess("empty.csv").columns == {}


def test_errors_and_merged_cells_are_named(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, HEADS)
        for number, row in enumerate(ROWS, start=1):
            sheet.write_row(number, 0, row)
        sheet.write_formula(1, 7, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 7, "=A1*2", None, 7.5)
        sheet.merge_range(2, 3, 3, 3, "артилерія")
    lines, problems = read(path)
    assert [(one.kind, one.cell, one.field) for one in problems] == [
        (ProblemKind.ERROR, "H2", ListField.UNIT_PRICE),
        (ProblemKind.MERGED, "D4", ListField.CAPABILITY),
    ]
    # A formula is what was last computed of it, never run.
    assert [line.unit_price.decimal_text() for line in lines] == ["7.50"]


def test_notation_is_guessed_from_what_stands_below() -> None:
    cases = {
        ("1 234,50", "31.03.2027"): Notation(Decimals.COMMA, Thousands.SPACE),
        ("1,234.50", "03/31/2027"): Notation(
            Decimals.POINT, Thousands.COMMA, DayOrder.MONTH_DAY_YEAR
        ),
        ("1.234,50", "2027-03-31"): Notation(Decimals.COMMA, Thousands.POINT),
        ("1'234.50", "46112"): Notation(Decimals.POINT, Thousands.APOSTROPHE, DayOrder.SERIAL),
    }
    from procure_desktop.exchange.column_guess import guess_notation

    columns = {ListField.UNIT_PRICE: 1, ListField.REQUIRED_BY: 2}
    for row, notation in cases.items():
        assert guess_notation([row], columns, Notation()) == notation


def test_a_row_of_numbers_is_no_head(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "l.csv", [(1, 2, 3)], heads=("4", "5", "6"))
    mapping = Spreadsheet(path).guess("l.csv")
    assert mapping == ColumnMapping("l.csv", 0, {}, {}, Notation(), "utf-8-sig", ";")


def test_the_example_that_comes_along_is_read_without_a_problem_and_says_that_it_is_one() -> None:
    with as_file(files("procure_desktop.resources").joinpath("demo")) as folder:
        lines, problems = read(folder / "illustrative_requirements.xlsx")
        assert (folder / "illustrative_letter.pdf").read_bytes().startswith(b"%PDF-")
    assert problems == ()
    assert len(lines) == 12
    assert {line.remarks for line in lines} == {"ILLUSTRATIVE"}
    assert len({line.capability for line in lines}) > 7
    assert all(line.availability and line.required_by and line.package for line in lines)
    assert lines[1].unit_price.decimal_text() == "3200.55"
