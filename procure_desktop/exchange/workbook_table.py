"""A table as an XLSX workbook: numbers as numbers, days as days, no formula anywhere, and a sheet about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from procure_desktop.domain.money import Money, minor_digits
from procure_desktop.exchange.table_file import Cell, TableColumn

MOST_ROWS = 1_048_575
"""Rows of a sheet beneath its heading."""

_FIRST_YEAR = 1900
_WIDEST = 60
_About = Sequence[tuple[str, str]]


def write_workbook(
    path: Path,
    columns: Sequence[TableColumn],
    rows: Iterable[Mapping[str, Any]],
    titles: tuple[str, str],
    about: Callable[[], _About],
) -> None:
    """Write at most MOST_ROWS rows, and beneath the second title what `about` says once they are written.

    Memory stays constant: rows are written through, into `path`'s own folder.
    """
    options = {
        "constant_memory": True,
        "tmpdir": str(path.parent),
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with _book(path, options) as book:
        table = book.add_worksheet(titles[0])
        _Table(book, table, columns).write(rows)
        _write_about(book, book.add_worksheet(titles[1]), about())


@contextmanager
def _book(path: Path, options: Mapping[str, Any]) -> Iterator[Workbook]:
    """A workbook that is put together when all is written, and given up when that fails."""
    book = Workbook(str(path), options)
    book.use_zip64()
    try:
        yield book
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error
    finally:
        # Else a workbook that was given up would leave its pieces open.
        for sheet in book.worksheets():
            sheet.row_data_fh.close()


class _Table:
    """Writes one table and knows the formats of its cells."""

    def __init__(self, book: Workbook, sheet: Worksheet, columns: Sequence[TableColumn]) -> None:
        self._book, self._sheet, self._columns = book, sheet, columns
        self._money: dict[str, Format] = {}
        self._bold = book.add_format({"bold": True})
        self._whole = book.add_format({"num_format": "#,##0"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write the heading, which stays in sight, and the rows, which can be filtered."""
        sheet, columns = self._sheet, self._columns
        for place, column in enumerate(columns):
            sheet.set_column(place, place, min(column.width + 2, _WIDEST))
            sheet.write_string(0, place, column.heading, self._bold)
        sheet.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, 1):
            for place, column in enumerate(columns):
                self._write_cell(last, place, column.cell(row))
        if columns:
            sheet.autofilter(0, 0, last, len(columns) - 1)

    def _write_cell(self, row: int, place: int, cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case str():
                self._sheet.write_string(row, place, cell)
            case Money():
                figure = cell.minor / 10 ** minor_digits(cell.currency)
                self._sheet.write_number(row, place, figure, self._money_format(cell.currency))
            case date() if cell.year < _FIRST_YEAR:
                # A sheet's days begin with 1900.
                self._sheet.write_string(row, place, cell.isoformat())
            case datetime():
                at = cell.astimezone(UTC).replace(tzinfo=None)
                self._sheet.write_datetime(row, place, at, self._moment)
            case date():
                self._sheet.write_datetime(row, place, cell, self._day)
            case _:
                self._sheet.write_number(row, place, cell, self._whole)

    def _money_format(self, currency: str) -> Format:
        known = self._money.get(currency)
        if known is None:
            digits = minor_digits(currency)
            figure = f"#,##0.{'0' * digits}" if digits else "#,##0"
            known = self._book.add_format({"num_format": f'{figure}\\ "{currency}"'})
            self._money[currency] = known
        return known


def _write_about(book: Workbook, sheet: Worksheet, about: _About) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for row, (label, text) in enumerate(about):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, text, wrapped)
