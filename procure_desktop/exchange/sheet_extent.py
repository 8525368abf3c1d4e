"""How far out the cells of a sheet lie, by a real parser of its XML: a pattern is evaded by how it is written."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.exchange.sheet_limits import MOST_COLUMNS, MOST_SHEET_ROWS

_MOST_REPEATED_ROWS = 999
_Attributes = Mapping[str, str]


class BeyondError(Exception):
    """A cell with something in it lies beyond a limit."""

    def __init__(self, limit: Limit, most: int) -> None:
        super().__init__(limit)
        self.limit, self.most = limit, most


class ExtentWatch:
    """Follows the rows and cells of one part of an XLSX or ODS file as it is read.

    A reader lays out all cells between the first and the last that hold something. Empty ones far out, which
    carry a format alone, are usual.
    """

    def __init__(self) -> None:
        self._row = self._column = 0
        self._repeated = 1
        self._starts: dict[str, Callable[[_Attributes], None]] = {
            "sheetData": self._sheet,
            "table": self._sheet,
            "row": self._xlsx_row,
            "c": self._xlsx_cell,
            "table-row": self._ods_row,
            "table-cell": self._ods_cell,
            "covered-table-cell": self._ods_cell,
            **dict.fromkeys(("v", "is", "f", "p"), self._content),
        }
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, piece: bytes, *, last: bool = False) -> None:
        """Read on. Raises BeyondError, ExpatError for what is no XML, ValueError for a document type or a place."""
        self._parser.Parse(piece, last)

    def _start(self, name: str, attributes: _Attributes) -> None:
        act = self._starts.get(name.rpartition(":")[2])
        if act is not None:
            act(attributes)

    @staticmethod
    def _doctype(*_: object) -> None:
        raise ValueError  # it could define entities that grow without end

    def _sheet(self, _: _Attributes) -> None:
        self._row = self._column = 0

    def _xlsx_row(self, attributes: _Attributes) -> None:
        self._row, self._column = int(attributes.get("r", self._row + 1)), 0

    def _xlsx_cell(self, attributes: _Attributes) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
            return
        letters = place.rstrip("0123456789")
        self._row, self._column = int(place[len(letters) :]), _column(letters)

    def _ods_row(self, attributes: _Attributes) -> None:
        self._repeated, self._column = _times(attributes, "rows"), 0
        self._row += self._repeated

    def _ods_cell(self, attributes: _Attributes) -> None:
        self._column += _times(attributes, "columns")
        if any(name.endswith(":value-type") for name in attributes):
            self._content(attributes)

    def _content(self, _: _Attributes) -> None:
        if self._column > MOST_COLUMNS:
            raise BeyondError(Limit.COLUMNS, MOST_COLUMNS)
        if self._row > MOST_SHEET_ROWS or self._repeated > _MOST_REPEATED_ROWS:
            raise BeyondError(Limit.ROWS, MOST_SHEET_ROWS)


def _times(attributes: _Attributes, what: str) -> int:
    return int(attributes.get(f"table:number-{what}-repeated", 1))


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
