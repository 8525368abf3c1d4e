"""A first look at a spreadsheet: its sheets, its first rows, and the likeliest mapping of its columns."""

from dataclasses import dataclass, replace
from pathlib import Path

from procure_desktop.domain.spreadsheet import ColumnMapping, SenderMapping
from procure_desktop.exchange.cell_values import CellError, text_of
from procure_desktop.exchange.column_guess import heads_of
from procure_desktop.exchange.csv_form import CsvForm
from procure_desktop.exchange.mapping_file import mapping_of
from procure_desktop.exchange.spreadsheet import Spreadsheet
from procure_desktop.exchange.workbook import Cell
from procure_desktop.services.office import Office
from procure_desktop.store.sender_mappings import load_mapping, senders

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The sheets of a file, and of one of them its first rows as text with the mapping that is guessed."""

    path: Path
    sheets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping
    is_csv: bool

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands at the head of each column; nothing where no row names them."""
        row = self.mapping.header
        return self.rows[row - 1] if 0 < row <= len(self.rows) else ()

    @property
    def width(self) -> int:
        """How many columns the first rows have."""
        return max((len(row) for row in self.rows), default=0)


def look_at_spreadsheet(
    path: Path, sheet: str = "", form: CsvForm | None = None, header: int | None = None
) -> SheetLook:
    """Look at a sheet, the first one unless named; `form` and `header` correct what was guessed.

    Raises what Spreadsheet and its rows raise, SheetUnknownError.
    """
    opened = Spreadsheet(path)
    chosen = sheet or (opened.sheets[0] if opened.sheets else "")
    mapping = opened.guess(chosen, form, header)
    rows = tuple(tuple(_shown(cell) for cell in row) for row in opened.sample(chosen, form, _SHOWN))
    return SheetLook(path, opened.sheets, rows, mapping, is_csv=opened.form is not None)


def kept_mapping(office: Office, sender: str) -> SenderMapping | None:
    """How the sender's last spreadsheet was read; None for a sender who is new."""
    with office.database.reading() as tx:
        content = load_mapping(tx, sender)
    return None if content is None else mapping_of(content)


def known_senders(office: Office) -> list[str]:
    """Whose spreadsheets came before, the last one first."""
    with office.database.reading() as tx:
        return senders(tx)


def with_kept(look: SheetLook, kept: SenderMapping) -> SheetLook:
    """The look with what is known of the sender in place of guesses."""
    return replace(look, mapping=kept.applied(look.mapping, heads_of(look.heads)))


def _shown(cell: Cell) -> str:
    try:
        text = text_of(cell)
    except CellError:
        text = str(cell)
    return "".join(one if one.isprintable() else "�" for one in text)
