"""Rows of a spreadsheet become lines of a list; a row that cannot is named with all that is wrong in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from procure_desktop.domain.request_list import Line
from procure_desktop.domain.spreadsheet import (
    ColumnMapping,
    ListCover,
    ListField,
    ProblemKind,
    SheetProblem,
)
from procure_desktop.exchange.cell_values import CellError, text_of
from procure_desktop.exchange.field_readers import is_blank, make_readers
from procure_desktop.exchange.line_values import LineMaker, RowError, RowValues
from procure_desktop.exchange.sheet_limits import MOST_PROBLEMS
from procure_desktop.exchange.workbook import Cell

Rows: TypeAlias = Iterable[tuple[int, Sequence[Cell]]]
Place: TypeAlias = tuple[int, int]
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SheetFaults:
    """What a workbook tells of cells that read as empty: merged over, or holding an error."""

    merged: frozenset[Place] = frozenset()
    errors: frozenset[Place] = frozenset()


@dataclass
class SheetLines:
    """The lines of a sheet, read once by iterating; then the problems are known.

    `problems` lists the first thousand, `problem_count` counts all; `bad_rows` are the rows that hold them.
    """

    rows: Rows
    mapping: ColumnMapping
    head: ListCover
    faults: SheetFaults = SheetFaults()
    good: int = 0
    bad_rows: int = 0
    problem_count: int = 0
    problems: list[SheetProblem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Line]:
        """Each good row as a line; the others are kept as problems."""
        reader = _RowReader(self.mapping, self.head, self.faults)
        for number, cells in self.rows:
            if number <= self.mapping.header:
                reader.width = max(len(cells), reader.widest)
                continue
            try:
                line = reader.line(number, cells)
            except CellError as error:
                self._keep(reader.problems(number, cells, error))
                continue
            if line is not None:
                self.good += 1
                yield line

    def _keep(self, found: list[SheetProblem]) -> None:
        self.bad_rows += 1
        self.problem_count += len(found)
        self.problems += found[: MOST_PROBLEMS - len(self.problems)]


def parse_sheet(
    rows: Rows, mapping: ColumnMapping, head: ListCover, faults: SheetFaults = SheetFaults()
) -> tuple[tuple[Line, ...], tuple[SheetProblem, ...]]:
    """All lines and all problems of rows that fit into memory."""
    reading = SheetLines(rows, mapping, head, faults)
    return tuple(reading), tuple(reading.problems)


class _RowReader:
    """Reads the cells of one row after the other by a mapping."""

    def __init__(self, mapping: ColumnMapping, head: ListCover, faults: SheetFaults) -> None:
        self._mapping = mapping
        self._maker = LineMaker(head)
        self._readers = make_readers(mapping)
        order = list(ListField)
        self._plan = [
            (order.index(one.field), one.place, one.read, one.needed, one.blank)
            for one in self._readers
            if one.place >= 0
        ]
        self._blank = [RowValues._field_defaults[name] for name in RowValues._fields]
        for one in self._readers:
            self._blank[order.index(one.field)] = one.blank
        self.widest = max((one.place for one in self._readers), default=-1) + 1
        self.width = 0
        self._faults = faults
        self._faulty_rows = {row for row, _ in faults.merged | faults.errors}

    def line(self, number: int, cells: Sequence[Cell]) -> Line | None:
        """The line of a row, None for an empty one; CellError where anything in it is wrong."""
        if all(map(is_blank, cells)):
            return None
        if len(cells) < self.widest:
            cells = self._padded(cells)
        if len(cells) > self.width and self._too_long(cells):
            raise CellError(ProblemKind.ROW_TOO_LONG)
        if number in self._faulty_rows and self._row_faults(number):
            raise CellError(ProblemKind.MERGED)
        return self._maker.line(self._values(cells))

    def _values(self, cells: Sequence[Cell]) -> RowValues:
        values = self._blank.copy()
        try:
            for slot, place, read, needed, blank in self._plan:
                cell = cells[place]
                values[slot] = read(cell) if needed or cell != "" else blank
        except CellError:
            tidy = ["" if is_blank(cell) else cell for cell in cells]
            if tidy == cells:
                raise
            return self._values(tidy)
        return RowValues._make(values)

    def problems(self, number: int, cells: Sequence[Cell], error: CellError) -> list[SheetProblem]:
        """All that is wrong in a row that was refused with `error`."""
        padded = self._padded(cells)
        if isinstance(error, RowError):
            column = self._mapping.column(error.field)
            return [self._problem(error.kind, number, column, padded, error.field)]
        if error.kind is ProblemKind.ROW_TOO_LONG:
            return [self._problem(error.kind, number, 0, padded)]
        faults = self._row_faults(number)
        found = [self._problem(kind, number, column, padded) for column, kind in faults.items()]
        for one in self._readers:
            try:
                one.value(padded[one.place] if one.place >= 0 else "")
            except CellError as wrong:
                if one.place + 1 not in faults:
                    found.append(
                        self._problem(wrong.kind, number, one.place + 1, padded, one.field)
                    )
        return found

    def _too_long(self, cells: Sequence[Cell]) -> bool:
        """Whether anything stands beyond the head's last cell: its cells are not where they belong."""
        return self.width > 0 and not all(map(is_blank, cells[self.width :]))

    def _padded(self, cells: Sequence[Cell]) -> list[Cell]:
        return [*cells, *([""] * (self.widest - len(cells)))]

    def _row_faults(self, number: int) -> dict[int, ProblemKind]:
        mapped = [one.place + 1 for one in self._readers if one.place >= 0]
        kinds = (
            (ProblemKind.ERROR, self._faults.errors),
            (ProblemKind.MERGED, self._faults.merged),
        )
        return {
            column: kind
            for kind, places in kinds
            for column in mapped
            if (number, column) in places
        }

    def _problem(
        self,
        kind: ProblemKind,
        number: int,
        column: int,
        cells: Sequence[Cell],
        wanted: ListField | None = None,
    ) -> SheetProblem:
        of_column = [one.field for one in self._readers if one.place + 1 == column and column]
        named = wanted or next(iter(of_column), None)
        text = _shown(cells[column - 1]) if 0 < column <= len(cells) else ""
        return SheetProblem(kind, self._mapping.sheet, number, column, named, text)


def _shown(cell: Cell) -> str:
    try:
        text = text_of(cell)
    except CellError:
        text = str(cell)
    visible = "".join(one if one.isprintable() else "�" for one in text)
    return visible if len(visible) <= _SHOWN else f"{visible[: _SHOWN - 1]}…"
