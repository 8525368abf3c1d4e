"""A table as delimited text: CSV files that spreadsheets read as what they say, and cells for the clipboard."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from procure_desktop.domain.money import Money
from procure_desktop.exchange.table_file import Cell, Kind, TableColumn

# What a spreadsheet takes for the beginning of a formula, also as a full-width letter, and also after
# what it skips.
_RUNS = frozenset("=+-@＝＋－＠\u2212")
_SKIPPED = " \t\r\n\u00a0\u3000"
_BREAKS = str.maketrans({"\t": " ", "\r": " ", "\n": " ", "\v": " ", "\f": " ", "\u2028": " "})


@dataclass(frozen=True, slots=True)
class Dialect:
    """How figures and cells are set apart: a decimal comma asks for a semicolon between cells."""

    decimal: str = "."

    @property
    def delimiter(self) -> str:
        """What stands between cells."""
        return ";" if self.decimal == "," else ","


def write_csv(
    path: Path,
    columns: Sequence[TableColumn],
    rows: Iterable[Mapping[str, Any]],
    dialect: Dialect,
) -> None:
    """Write CSV as RFC 4180 has it, in UTF-8 with a byte order mark, which spreadsheets look for.

    Text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        # Text stands in quotes, so that no other delimiter splits it where a program guesses wrongly.
        writer = csv.writer(
            file, delimiter=dialect.delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n"
        )
        writer.writerow([guarded(column.heading) for column in columns])
        makers = [(column.cell, column.kind is Kind.TEXT) for column in columns]
        for row in rows:
            writer.writerow([_csv_cell(cell(row), dialect, text=text) for cell, text in makers])


def _csv_cell(cell: Cell, dialect: Dialect, *, text: bool) -> str:
    said = cell_text(cell, dialect)
    return guarded(said) if text else said


def guarded(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe goes before what begins as a formula does."""
    start = text.lstrip(_SKIPPED)
    runs = start[:1] in _RUNS or text[:1] in {"\t", "\r", "\n"}
    return f"'{text}" if runs and start else text


def cell_text(cell: Cell, dialect: Dialect) -> str:
    """A cell as text: plain digits without group separators, days and UTC times in ISO form."""
    match cell:
        case None:
            return ""
        case Money():
            return cell.decimal_text().replace(".", dialect.decimal)
        case datetime():
            return cell.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def tab_separated(
    columns: Sequence[TableColumn],
    rows: Iterable[Mapping[str, Any]],
    dialect: Dialect,
    *,
    heading: bool,
) -> str:
    """Rows for the clipboard, one a line, tabs between the cells; breaks within a cell become spaces."""
    lines = ["\t".join(_pasted(column.heading) for column in columns)] if heading else []
    for row in rows:
        cells = (_csv_cell(one.cell(row), dialect, text=one.kind is Kind.TEXT) for one in columns)
        lines.append("\t".join(_pasted(cell) for cell in cells))
    return "".join(f"{line}\n" for line in lines)


def _pasted(cell: str) -> str:
    return cell.translate(_BREAKS)
