"""Write a list as it is filtered, ordered and arranged to an XLSX or CSV file, whole or not at all."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from procure_desktop.domain.errors import TooManyRowsError
from procure_desktop.domain.handling import Marking, highest_of
from procure_desktop.domain.journal import Change
from procure_desktop.domain.listing import Query
from procure_desktop.domain.saved_view import Arrangement, arrangement_content
from procure_desktop.exchange.delimited_table import Dialect, write_csv
from procure_desktop.exchange.table_file import TableColumn
from procure_desktop.exchange.workbook_table import MOST_ROWS, write_workbook
from procure_desktop.files import StagedFile, stage_file
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.snapshots import file_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.figures import list_editions
from procure_desktop.store.listing import Row, list_ids, read_rows
from procure_desktop.store.offices import load_profile

WORKBOOK = ".xlsx"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Extent:
    """What a file holds: so many rows, marked no higher than `marking`; illustrative lists among them."""

    rows: int
    marking: Marking
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written: the list, its columns, and what is said about it once it is known what it holds."""

    query: Query
    columns: Sequence[TableColumn]
    titles: tuple[str, str]
    about: Callable[[Extent], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class ExportedList:
    """The file that was written."""

    path: Path
    extent: Extent


def export_listing(
    office: Office,
    sheet: Sheet,
    path: Path,
    dialect: Dialect | None = None,
    *,
    overwrite: bool = False,
    progress: Progress = no_progress,
) -> ExportedList:
    """Write every row that the query finds, as the database is at one moment, and journal what went where.

    A name that ends in `.xlsx` makes a workbook, any other a CSV file in `dialect`. Raises
    TooManyRowsError, FileExistsAlreadyError, FileUnwritableError, and what `progress` raises.
    """
    with stage_file(path, overwrite=overwrite) as staged:
        extent = _write(office, sheet, staged, dialect or Dialect(), progress)
        with office.database.transaction() as tx:
            office.record(tx, _change(sheet, staged, extent))
            staged.place()
    return ExportedList(path, extent)


def _write(
    office: Office, sheet: Sheet, staged: StagedFile, dialect: Dialect, progress: Progress
) -> Extent:
    with office.database.reading() as tx:
        reading = _Reading(tx, sheet.query, progress)
        if staged.path.suffix.lower() == WORKBOOK:
            if reading.total > MOST_ROWS:
                raise TooManyRowsError(rows=reading.total, most=MOST_ROWS)
            rows = reading.rows()
            titles, made = sheet.titles, staged.made
            write_workbook(made, sheet.columns, rows, titles, lambda: sheet.about(reading.extent()))
        else:
            write_csv(staged.made, sheet.columns, reading.rows(), dialect)
        return reading.extent()


class _Reading:
    """Reads the rows piece by piece and takes note of how they are marked."""

    def __init__(self, tx: Transaction, query: Query, progress: Progress) -> None:
        self._tx, self._listing, self._progress = tx, query.listing, progress
        self._ids = list_ids(tx, query)
        self._markings: set[Marking] = set()
        self._read = 0

    @property
    def total(self) -> int:
        """How many records the query finds."""
        return len(self._ids)

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the query."""
        for start in range(0, self.total, _AT_ONCE):
            self._progress(start, self.total)
            for row in read_rows(self._tx, self._listing, self._ids[start : start + _AT_ONCE]):
                if "marking" in row:
                    self._markings.add(Marking(row["marking"]))
                self._read += 1
                yield row
        self._progress(self.total, self.total)

    def extent(self) -> Extent:
        """What was read; rows that carry no marking of their own are taken for the office's highest."""
        marking = highest_of(list(self._markings))
        if not self._markings and self._read:
            marking = load_profile(self._tx).highest_marking
        illustrative = any(edition.illustrative for edition in list_editions(self._tx))
        return Extent(self._read, marking, illustrative)


def _change(sheet: Sheet, staged: StagedFile, extent: Extent) -> Change:
    with staged.made.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    after = {
        "file": file_snapshot(staged.path),
        "sha256": digest,
        "rows": extent.rows,
        "marking": extent.marking.value,
        "columns": [column.heading for column in sheet.columns],
        "filter": arrangement_content(Arrangement(sheet.query)),
    }
    return Change("list exported", sheet.query.listing.value, None, after)
