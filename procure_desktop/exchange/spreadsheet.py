"""A spreadsheet of whichever kind: its sheets, a look at the first rows, and all rows of one as a stream."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from procure_desktop.domain.errors import SpreadsheetUnreadableError
from procure_desktop.domain.spreadsheet import ColumnMapping, Notation
from procure_desktop.exchange.column_guess import (
    find_header,
    guess_columns,
    guess_notation,
    heads_of,
)
from procure_desktop.exchange.csv_file import CsvRows
from procure_desktop.exchange.csv_form import CsvForm, detect_form
from procure_desktop.exchange.sheet_lines import SheetFaults
from procure_desktop.exchange.workbook import Cell, Workbook
from procure_desktop.files import read_start

_ZIP = b"PK\x03\x04"
# What Excel before 2007 wrote, and what it still writes around an encrypted workbook.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_LOOKED_AT = 30
_SAMPLED = 200


class RowStream(Protocol):
    """The rows of a sheet, once: `done` of `size` are read; at the end `sha256` is that of the file."""

    done: int
    size: int
    sha256: str

    def __iter__(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Each row with its number from 1."""


@dataclass
class _WorkbookRows:
    """The rows of a workbook's sheet."""

    book: Workbook
    sheet: str
    size: int
    sha256: str
    done: int = 0

    def __iter__(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        for number, row in self.book.rows(self.sheet):
            self.done = number
            yield number, row


class Spreadsheet:
    """An XLSX, ODS or CSV file. A CSV file has one sheet, named as the file; `form` is None for the others."""

    def __init__(self, path: Path) -> None:
        """Look at what the file is, by its first bytes.

        Raises FileUnreadableError, and what Workbook and CsvRows raise.
        """
        self.path = path
        start = read_start(path, len(_ZIP))
        if start == _COMPOUND:
            raise SpreadsheetUnreadableError(path=path, place="XLS")
        self._book = Workbook(path) if start == _ZIP else None
        self.form = None if self._book else detect_form(path)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are not hidden."""
        return self._book.sheets if self._book else (self.path.name,)

    def sample(
        self, sheet: str, form: CsvForm | None = None, count: int = _SAMPLED
    ) -> list[list[Cell]]:
        """The first rows of a sheet."""
        mapping = ColumnMapping(sheet, 0, {})
        rows = self._stream(mapping, form or self.form)
        return [list(row) for _, row in islice(rows, count)]

    def rows(self, mapping: ColumnMapping) -> RowStream:
        """All rows of the mapped sheet."""
        form = self.form
        if form is not None:
            form = CsvForm(mapping.encoding or form.encoding, mapping.delimiter or form.delimiter)
        return self._stream(mapping, form)

    def faults(self, sheet: str) -> SheetFaults:
        """Which cells read as empty and are not."""
        if self._book is None:
            return SheetFaults()
        return SheetFaults(self._book.merged(sheet), self._book.errors(sheet))

    def guess(
        self, sheet: str, form: CsvForm | None = None, header: int | None = None
    ) -> ColumnMapping:
        """The likeliest mapping of a sheet; `header` names the row of the heads, 0 for none, if it is known."""
        rows = self.sample(sheet, form)
        row = find_header(rows[:_LOOKED_AT]) if header is None else header
        heads = heads_of(rows[row - 1]) if 0 < row <= len(rows) else ()
        columns = guess_columns(heads)
        notation = guess_notation(rows[row:], columns, Notation())
        used = form or self.form
        if used is None:
            return ColumnMapping(sheet, row, columns, {}, notation)
        return ColumnMapping(sheet, row, columns, {}, notation, used.encoding, used.delimiter)

    def _stream(self, mapping: ColumnMapping, form: CsvForm | None) -> RowStream:
        if self._book is None:
            return CsvRows(self.path, form or detect_form(self.path))
        sha256 = hashlib.sha256(self._book.data).hexdigest()
        height = self._book.height(mapping.sheet)
        return _WorkbookRows(self._book, mapping.sheet, height, sha256)
