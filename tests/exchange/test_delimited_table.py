import csv
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.money import Money
from procure_desktop.exchange.delimited_table import (
    Dialect,
    cell_text,
    guarded,
    tab_separated,
    write_csv,
)
from procure_desktop.exchange.table_file import Cell, Kind, TableColumn

COMMA = Dialect(",")


def column(heading: str, kind: Kind, key: str) -> TableColumn:
    return TableColumn(heading, kind, lambda row: row[key])


COLUMNS = (
    column("Item", Kind.TEXT, "name"),
    column("Price (USD)", Kind.MONEY, "price"),
    column("Left", Kind.WHOLE, "left"),
    column("By", Kind.DAY, "by"),
)
ROW = {"name": 'Radar, "3D"', "price": Money(-123_450, "USD"), "left": 1200, "by": date(2027, 1, 2)}


def written(tmp_path: Path, rows: list[dict[str, Any]], dialect: Dialect) -> bytes:
    path = tmp_path / "F.csv"
    write_csv(path, COLUMNS, rows, dialect)
    return path.read_bytes()


def test_csv_as_rfc_4180_has_it_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert written(tmp_path, [ROW], Dialect()).decode() == (
        '\ufeff"Item","Price (USD)","Left","By"\r\n'
        '"Radar, ""3D""","-1234.50","1200","2027-01-02"\r\n'
    )


def test_a_decimal_comma_goes_with_a_semicolon(tmp_path: Path) -> None:
    assert b'"Radar, ""3D""";"-1234,50";"1200";"2027-01-02"' in written(tmp_path, [ROW], COMMA)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\tplain",
        "  =1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "\u22121",
        "\u3000=1",
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Radar", "155 mm = 6 in", "a-b", "'=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    said = guarded(text)
    assert said[:1] not in set("=+-@＝＋－＠")
    assert said.lstrip("'") == text.lstrip("'")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_every_text_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "F.csv"
    write_csv(path, COLUMNS[:1], [{"name": text} for text in texts], Dialect())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [cells for (cells,) in csv.reader(file, strict=True)]
    assert rows == ["Item", *(guarded(text) for text in texts)]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        ("Radar", "Radar"),
        (1234567, "1234567"),
        (Money(123_456_789, "EUR"), "1234567,89"),
        (Money(500, "JPY"), "500"),
        (date(2027, 1, 2), "2027-01-02"),
        (datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC), "2027-01-02 03:04:05"),
        (datetime(2027, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=2))), "2027-01-02 01:04:00"),
    ],
)
def test_figures_carry_no_group_separators(cell: Cell, said: str) -> None:
    assert cell_text(cell, COMMA) == said


def test_cells_for_the_clipboard_hold_no_breaks() -> None:
    row = ROW | {"name": "Two\tparts\r\nand\u2028more"}
    assert tab_separated(COLUMNS, [row, ROW], COMMA, heading=False) == (
        'Two parts  and more\t-1234,50\t1200\t2027-01-02\nRadar, "3D"\t-1234,50\t1200\t2027-01-02\n'
    )
    headed = tab_separated(COLUMNS, [ROW | {"name": "=1"}], Dialect(), heading=True)
    assert headed == ("Item\tPrice (USD)\tLeft\tBy\n'=1\t-1234.50\t1200\t2027-01-02\n")
