"""XLSX and ODS files: their visible sheets, row by row, as values; a formula is what was last computed of it."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from procure_desktop.domain.errors import (
    SheetUnknownError,
    SpreadsheetTooLargeError,
    SpreadsheetUnreadableError,
)
from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.exchange.error_cells import Place, error_cells
from procure_desktop.exchange.sheet_limits import (
    MOST_COLUMNS,
    MOST_SHEET_ROWS,
    MOST_SHEETS,
    MOST_WORKBOOK_BYTES,
)
from procure_desktop.exchange.zip_suspicion import check_zip
from procure_desktop.files import read_file

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
"""What stands in a cell; an empty one is the empty text."""


class Workbook:
    """An XLSX or ODS file, read whole and looked through first."""

    def __init__(self, path: Path) -> None:
        """Open a file; SpreadsheetUnreadableError, SpreadsheetTooLargeError, and what read_file raises."""
        self._path = path
        self.data = read_file(path, MOST_WORKBOOK_BYTES)
        self._archive: zipfile.ZipFile = check_zip(path, self.data)
        self._book = self._open()
        self._parsed: tuple[str, CalamineSheet] | None = None
        self.sheets = self._visible()

    def rows(self, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
        """Every row of a sheet with its number, from 1."""
        yield from enumerate(self._sheet(sheet).iter_rows(), start=1)

    def height(self, sheet: str) -> int:
        """How many rows a sheet has."""
        return self._sheet(sheet).total_height

    def merged(self, sheet: str) -> frozenset[Place]:
        """The cells that a merged one covers, and that are therefore empty; known of XLSX alone."""
        covered = set[Place]()
        for (top, left), (bottom, right) in self._sheet(sheet).merged_cell_ranges or ():
            for row in range(top, min(bottom, MOST_SHEET_ROWS) + 1):
                covered |= {(row + 1, n + 1) for n in range(left, min(right, MOST_COLUMNS) + 1)}
            covered.discard((top + 1, left + 1))
        return frozenset(covered)

    def errors(self, sheet: str) -> frozenset[Place]:
        """The cells that hold an error such as #REF!."""
        return error_cells(self._archive, sheet)

    def _open(self) -> "CalamineWorkbook":
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            return CalamineWorkbook.from_filelike(io.BytesIO(self.data))
        except (CalamineError, OSError, ValueError):
            raise SpreadsheetUnreadableError(path=self._path, place="zip") from None

    def _visible(self) -> tuple[str, ...]:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        shown = tuple(
            one.name
            for one in self._book.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        )
        if not shown:
            raise SpreadsheetUnreadableError(path=self._path, place="zip")
        if len(shown) > MOST_SHEETS:
            self._refuse("zip", Limit.SHEETS, MOST_SHEETS)
        return shown

    def _sheet(self, name: str) -> "CalamineSheet":
        if name not in self.sheets:
            raise SheetUnknownError(path=self._path, sheet=name)
        if self._parsed is None or self._parsed[0] != name:
            self._parsed = name, self._parse(name)
        return self._parsed[1]

    def _parse(self, name: str) -> "CalamineSheet":
        from python_calamine import CalamineError

        try:
            sheet = self._book.get_sheet_by_name(name)
        except (CalamineError, OSError, ValueError):
            raise SpreadsheetUnreadableError(path=self._path, place=name) from None
        if sheet.total_height > MOST_SHEET_ROWS:
            self._refuse(name, Limit.ROWS, MOST_SHEET_ROWS)
        if sheet.total_width > MOST_COLUMNS:
            self._refuse(name, Limit.COLUMNS, MOST_COLUMNS)
        return sheet

    def _refuse(self, place: str, limit: Limit, most: int) -> NoReturn:
        raise SpreadsheetTooLargeError(path=self._path, place=place, limit=limit, most=most)
