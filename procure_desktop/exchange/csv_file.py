"""CSV files: read as a stream, their bytes hashed on the way, quoted as RFC 4180 says."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from typing_extensions import override

from procure_desktop.domain.errors import (
    FileUnreadableError,
    SpreadsheetTooLargeError,
    SpreadsheetUnreadableError,
)
from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.exchange.csv_form import CsvForm
from procure_desktop.exchange.sheet_limits import (
    MOST_COLUMNS,
    MOST_CSV_BYTES,
    MOST_CSV_ROWS,
)

_BUFFER = 256 * 1024


class _Hashing(io.RawIOBase):
    """A file whose bytes are hashed and counted as they are read."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._sha256 = hashlib.sha256()
        self.done = 0

    @override
    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    @override
    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Read the next bytes."""
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._sha256.update(piece)
        self.done += len(piece)
        return len(piece)

    def hexdigest(self) -> str:
        """SHA-256 of what was read, in hex."""
        return self._sha256.hexdigest()


@dataclass
class CsvRows:
    """The rows of an open CSV file; `done` of `size` bytes are read, `sha256` is that of the whole at its end."""

    path: Path
    form: CsvForm
    size: int = 0
    done: int = 0
    sha256: str = ""

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number from 1.

        Raises SpreadsheetUnreadableError, naming the row, for what is not written as `form` says;
        SpreadsheetTooLargeError, FileUnreadableError.
        """
        try:
            with self.path.open("rb") as file:
                self.size = file.seek(0, io.SEEK_END)
                if self.size > MOST_CSV_BYTES:
                    self._refuse("file", Limit.BYTES, MOST_CSV_BYTES)
                file.seek(0)
                yield from self._read(_Hashing(file))
        except OSError as error:
            raise FileUnreadableError(
                path=self.path, reason=error.strerror or str(error)
            ) from error

    def _read(self, hashing: _Hashing) -> Iterator[tuple[int, list[str]]]:
        number = 0
        buffered = io.BufferedReader(hashing, _BUFFER)
        with io.TextIOWrapper(buffered, self.form.encoding, newline="") as text:
            reader = csv.reader(text, delimiter=self.form.delimiter, strict=True)
            try:
                for number, row in enumerate(reader, start=1):
                    if len(row) > MOST_COLUMNS or number > MOST_CSV_ROWS:
                        self._refuse_size(number, len(row))
                    self.done = hashing.done
                    yield number, row
            except (csv.Error, UnicodeError):
                raise SpreadsheetUnreadableError(path=self.path, place=str(number + 1)) from None
            self.sha256 = hashing.hexdigest()

    def _refuse_size(self, number: int, columns: int) -> None:
        if columns > MOST_COLUMNS:
            self._refuse(str(number), Limit.COLUMNS, MOST_COLUMNS)
        self._refuse(str(number), Limit.ROWS, MOST_CSV_ROWS)

    def _refuse(self, place: str, limit: Limit, most: int) -> NoReturn:
        raise SpreadsheetTooLargeError(path=self.path, place=place, limit=limit, most=most)
