import io
import zipfile
from pathlib import Path

import pytest

from procure_desktop.domain.errors import SpreadsheetTooLargeError, SpreadsheetUnreadableError
from procure_desktop.exchange.spreadsheet import Spreadsheet
from procure_desktop.exchange.workbook import Workbook
from procure_desktop.exchange.zip_suspicion import check_zip
from tests.sheets import write_ods, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
VALUE = ' office:value-type="float" office:value="1"/></table:table-row>'


def changed(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one part replaced or added."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return path


@pytest.mark.parametrize(
    ("name", "content", "limit"),
    [
        pytest.param("xl/a.xml", b" " * 3_000_000, "times its packed size", id="bomb"),
        pytest.param(SHEET, b'<c r="XFD1" t="n"><v>1</v></c>', "columns", id="far column"),
        pytest.param(
            SHEET, b'<c s="1" r="DA1"><v>1</v></c>', "columns", id="hidden behind a style"
        ),
        pytest.param(SHEET, b'<c r="A1048576"><v>1</v></c>', "rows", id="far row"),
    ],
)
def test_what_would_overwhelm_the_reader_is_refused(
    tmp_path: Path, name: str, content: bytes, limit: str
) -> None:
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        Spreadsheet(changed(write_xlsx(tmp_path / "l.xlsx"), name, content))
    assert (refused.value.place, refused.value.limit.value) == (name, limit)


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("far", "part"),
    [
        (FAR.replace(b"XFD", b"xfd"), SHEET),
        (FAR.replace(b"c r=", b"c r ="), SHEET),
        (FAR.replace(b"<c r", b"<c x='" + bytes(range(97, 123)) * 1000 + b"' r"), SHEET),
        (b'<row r="1048576"><c><v>1</v></c></row>', SHEET),
        (b"<row>" + b"<c><v>1</v></c>" * 101 + b"</row>", SHEET),
        (FAR, "xl/data/sheet1.xml"),
        (FAR, "xl/worksheets/sheet1.bin"),
        (FAR, "xl/worksheets/other.XML"),
    ],
)
def test_no_spelling_hides_a_cell_far_out(tmp_path: Path, far: bytes, part: str) -> None:
    path = write_xlsx(tmp_path / "l.xlsx")
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    hidden = sheet.replace(b"</sheetData>", far + b"</sheetData>")
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        Spreadsheet(changed(path, part, hidden))
    assert refused.value.place == part


def test_what_cannot_be_looked_through_is_refused(tmp_path: Path) -> None:
    for part, content in (("xl/workbook.bin", b"\x83\x01"), (SHEET, b"<worksheet><sheetData>")):
        with pytest.raises(SpreadsheetUnreadableError) as refused:
            Spreadsheet(changed(write_xlsx(tmp_path / "l.xlsx"), part, content))
        assert refused.value.place == part


def test_formats_far_out_without_a_value_are_usual(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_xlsx(tmp_path / "l.xlsx")) as archive:
        sheet = archive.read(SHEET)
    sheet = sheet.replace(b"</row>", b'<c r="XFD1" s="1"/></row>', 1)
    assert Spreadsheet(changed(tmp_path / "l.xlsx", SHEET, sheet)).sheets == ("Потреби",)


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="16384"' + VALUE,
            "columns",
        ),
        (
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell' + VALUE,
            "rows",
        ),
    ],
)
def test_cells_that_are_said_many_times_are_refused(tmp_path: Path, body: str, limit: str) -> None:
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        Spreadsheet(write_ods(tmp_path / "l.ods", body=body))
    assert refused.value.limit.value == limit


def test_empty_rows_said_many_times_are_usual(tmp_path: Path) -> None:
    body = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:style-name="a" table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert Spreadsheet(write_ods(tmp_path / "l.ods", body=body)).sample("Sheet1") == [[1.0]]


def test_entities_ways_out_and_repeated_parts_are_refused(tmp_path: Path) -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>'
    with pytest.raises(SpreadsheetUnreadableError):
        Spreadsheet(changed(write_xlsx(tmp_path / "a.xlsx"), "xl/styles.xml", doctype))
    for name in ("../out.xml", "/etc/x.xml", "xl\\..\\x.xml"):
        with pytest.raises(SpreadsheetUnreadableError):
            Spreadsheet(changed(write_xlsx(tmp_path / "b.xlsx"), name, b"<x/>"))
    with pytest.raises(SpreadsheetUnreadableError):
        Spreadsheet(changed(write_xlsx(tmp_path / "c.xlsx"), "XL/workbook.xml", b"<x/>"))


def test_damaged_zips_and_too_many_parts_are_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(501):
            archive.writestr(f"{number}", b"")
    with pytest.raises(SpreadsheetTooLargeError):
        check_zip(tmp_path, file.getvalue())
    path = tmp_path / "l.xlsx"
    whole = write_xlsx(path).read_bytes()
    for broken in (whole[: len(whole) // 2], whole.replace(b"xl/w", b"xl/v"), b"PK\x03\x04" * 9):
        path.write_bytes(broken)
        with pytest.raises(SpreadsheetUnreadableError):
            Spreadsheet(path)


def test_all_parts_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procure_desktop.exchange.zip_suspicion.MOST_UNPACKED_BYTES", 100)
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        Spreadsheet(write_xlsx(tmp_path / "l.xlsx"))
    assert refused.value.limit.value == "unpacked bytes"


@pytest.mark.parametrize(
    ("name", "limit"),
    [("MOST_SHEETS", "sheets"), ("MOST_SHEET_ROWS", "rows"), ("MOST_COLUMNS", "columns")],
)
def test_sheets_rows_and_columns_have_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str
) -> None:
    path = write_xlsx(tmp_path / "l.xlsx")
    monkeypatch.setattr(f"procure_desktop.exchange.workbook.{name}", 0)
    with pytest.raises(SpreadsheetTooLargeError) as refused:
        list(Workbook(path).rows("Потреби"))
    assert refused.value.limit.value == limit
