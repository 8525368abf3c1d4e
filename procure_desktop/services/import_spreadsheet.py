"""Import a list that comes as a spreadsheet: looked at first, streamed in one transaction, unapproved."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from procure_desktop.domain.effects import Effect
from procure_desktop.domain.errors import (
    ExpiryBeforeIssueError,
    FileTooLargeError,
    NoGoodRowsError,
    RowsRefusedError,
    SerialFormError,
    SerialOfReleasesError,
    SpreadsheetChangedError,
    SpreadsheetRepeatedError,
)
from procure_desktop.domain.handling import check_marking
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.domain.request_list import Approval, Line, LineId, ListHeader
from procure_desktop.domain.spreadsheet import (
    ColumnMapping,
    ListCover,
    SheetProblem,
    check_mapping,
    remember,
)
from procure_desktop.domain.text import require_text
from procure_desktop.exchange.column_guess import heads_of
from procure_desktop.exchange.mapping_file import mapping_content
from procure_desktop.exchange.sheet_lines import SheetLines
from procure_desktop.exchange.spreadsheet import RowStream, Spreadsheet
from procure_desktop.files import hash_file, read_file
from procure_desktop.services.attest_list import attach_letter, letter_snapshot
from procure_desktop.services.letters import LetterFile, read_letter
from procure_desktop.services.list_effects import foresee, keep_effects, lines_at_stake
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.snapshots import effect_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.figures import list_editions
from procure_desktop.store.lists import (
    ListFile,
    begin_list,
    finish_list,
    imported_as,
    newest_version,
    put_lines,
)
from procure_desktop.store.offices import load_profile
from procure_desktop.store.sender_mappings import keep_mapping

KEPT_BYTES = 64 * 1024 * 1024
"""Larger files are not kept, only their hash."""

_SERIAL = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,39}", re.ASCII)
_SHOWN = 200
_STRIDE = 1000


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What an officer asks for: which file, read how, as which list.

    With `good_rows` rows with problems are left out; without, any problem refuses the file. `sha256` is
    that of the file that was previewed, empty where none was.
    """

    path: Path
    mapping: ColumnMapping
    cover: ListCover
    good_rows: bool = False
    letter: LetterFile | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What a file holds: the first lines, all that is wrong, which version it becomes and what that does here."""

    serial: str
    version: int
    sha256: str
    good: int
    bad_rows: int
    problem_count: int
    problems: tuple[SheetProblem, ...]
    lines: tuple[Line, ...] = field(repr=False)
    effects: tuple[Effect, ...]


def preview_spreadsheet(
    office: Office, order: SheetOrder, progress: Progress = no_progress
) -> SheetPreview:
    """Read all rows; nothing is stored.

    Raises what Spreadsheet, its rows and check_mapping raise, SerialFormError, ExpiryBeforeIssueError,
    MarkingTooHighError, SerialOfReleasesError, SpreadsheetRepeatedError.
    """
    with office.database.reading() as tx:
        _check_order(tx, order)
        version = newest_version(tx, order.cover.serial) + 1
        touched = _Touched(lines_at_stake(tx, order.cover.serial))
    reading, stream = _open(order)
    lines = touched.noting(_told(reading, stream, progress))
    shown = tuple(islice(lines, _SHOWN))
    for _ in lines:
        pass
    with office.database.reading() as tx:
        _check_new(tx, stream.sha256)
        effects = foresee(tx, _header(order.cover, version), touched.lines)
    return _preview(order, version, reading, stream.sha256, shown, effects)


def import_spreadsheet(
    office: Office, order: SheetOrder, progress: Progress = no_progress
) -> SheetPreview:
    """Store the lines as the next version of the list, unapproved; a cancelled import stores nothing.

    Raises RoleMissingError, RowsRefusedError, NoGoodRowsError, SpreadsheetChangedError, LineReusedError,
    what read_letter raises, and what preview_spreadsheet raises.
    """
    letter = read_letter(order.letter, office.now().date()) if order.letter else None
    sha256 = hash_file(order.path)
    if order.sha256 not in {"", sha256}:
        raise SpreadsheetChangedError(path=order.path)
    with office.database.transaction() as tx:
        office.acting(tx, Role.PREPARER, Role.AUTHORISER, Role.ADMINISTRATOR)
        _check_order(tx, order)
        _check_new(tx, sha256)
        found = _store(office, tx, order, sha256, progress)
        if letter is not None:
            attach_letter(office, tx, found.serial, found.version, letter)
        _remember(office, tx, order)
        after = _snapshot(order, found) | ({"letter": letter_snapshot(letter[0])} if letter else {})
        office.record(tx, Change("spreadsheet imported", f"list {found.serial}", None, after))
        # The last place to cancel: what is committed was not cancelled.
        progress(1, 1)
    return found


def _store(
    office: Office, tx: Transaction, order: SheetOrder, sha256: str, progress: Progress
) -> SheetPreview:
    """Stream the lines into the next version of the list, and keep what that does to this office."""
    header = _header(order.cover, newest_version(tx, order.cover.serial) + 1)
    reading, stream = _open(order)
    file = ListFile(_kept(order.path, sha256), sha256, order.cover.expires, Approval.UNAPPROVED)
    opened = begin_list(tx, header, file, office.officer.id, office.now())
    touched = _Touched(lines_at_stake(tx, header.serial))
    put_lines(tx, opened, touched.noting(_told(reading, stream, progress)))
    _check_read(order, reading, stream, sha256)
    effects = foresee(tx, header, touched.lines)
    finish_list(tx, opened)
    keep_effects(tx, header, effects)
    return _preview(order, header.version, reading, sha256, (), effects)


def _remember(office: Office, tx: Transaction, order: SheetOrder) -> None:
    """Keep how the sender writes, for the next file."""
    kept = mapping_content(remember(order.mapping, _heads(order)))
    sender = order.cover.issuer.strip()
    keep_mapping(tx, sender, kept, office.officer.id, office.now())


@dataclass
class _Touched:
    """Of the lines that pass, those on which this office has something."""

    at_stake: frozenset[LineId]
    lines: list[Line] = field(default_factory=list)

    def noting(self, passing: Iterable[Line]) -> Iterator[Line]:
        for line in passing:
            if line.id in self.at_stake:
                self.lines.append(line)
            yield line


def _check_order(tx: Transaction, order: SheetOrder) -> None:
    cover = order.cover
    check_mapping(order.mapping)
    if _SERIAL.fullmatch(cover.serial) is None:
        raise SerialFormError(text=cover.serial)
    if cover.expires is not None and cover.expires < cover.issued:
        raise ExpiryBeforeIssueError
    require_text("sender", cover.issuer, most=200)
    check_marking(cover.marking, load_profile(tx).highest_marking)
    signed = {one.serial for one in list_editions(tx) if one.approval is Approval.RELEASED}
    if cover.serial in signed:
        raise SerialOfReleasesError(serial=cover.serial)


def _check_new(tx: Transaction, sha256: str) -> None:
    known = imported_as(tx, sha256)
    if known is not None:
        raise SpreadsheetRepeatedError(serial=known.serial, version=known.version)


def _open(order: SheetOrder) -> tuple[SheetLines, RowStream]:
    sheet = Spreadsheet(order.path)
    stream = sheet.rows(order.mapping)
    faults = sheet.faults(order.mapping.sheet)
    return SheetLines(stream, order.mapping, order.cover, faults), stream


def _told(reading: SheetLines, stream: RowStream, progress: Progress) -> Iterator[Line]:
    """The lines, with progress told every thousand of them; the end is told by who uses them."""
    for count, line in enumerate(reading):
        if count % _STRIDE == 0:
            progress(stream.done, stream.size + 1)
        yield line


def _check_read(order: SheetOrder, reading: SheetLines, stream: RowStream, sha256: str) -> None:
    if stream.sha256 != sha256:
        raise SpreadsheetChangedError(path=order.path)
    if not reading.good:
        raise NoGoodRowsError(path=order.path, sheet=order.mapping.sheet)
    if reading.bad_rows and not order.good_rows:
        first = reading.problems[0]
        raise RowsRefusedError(path=order.path, count=reading.bad_rows, first=first.cell)


def _header(cover: ListCover, version: int) -> ListHeader:
    """The list as a whole; its packages are named by its lines alone."""
    return ListHeader(
        serial=cover.serial,
        version=version,
        issuer=require_text("sender", cover.issuer, most=200),
        issued=cover.issued,
        marking=cover.marking,
        illustrative=cover.illustrative,
        counted=(),
        packages=(),
    )


def _heads(order: SheetOrder) -> tuple[str, ...]:
    """The heads of the columns; none where no row names them."""
    row = order.mapping.header
    if not row:
        return ()
    sample = Spreadsheet(order.path).rows(order.mapping)
    return next((heads_of(cells) for number, cells in sample if number == row), ())


def _kept(path: Path, sha256: str) -> bytes | None:
    """The file's bytes, None for more of them than are kept."""
    try:
        data = read_file(path, KEPT_BYTES)
    except FileTooLargeError:
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise SpreadsheetChangedError(path=path)
    return data


def _preview(
    order: SheetOrder,
    version: int,
    reading: SheetLines,
    sha256: str,
    lines: tuple[Line, ...],
    effects: tuple[Effect, ...],
) -> SheetPreview:
    return SheetPreview(
        serial=order.cover.serial,
        version=version,
        sha256=sha256,
        good=reading.good,
        bad_rows=reading.bad_rows,
        problem_count=reading.problem_count,
        problems=tuple(reading.problems),
        lines=lines,
        effects=effects,
    )


def _snapshot(order: SheetOrder, found: SheetPreview) -> dict[str, object]:
    return {
        "serial": found.serial,
        "version": found.version,
        "file": order.path.name.encode(errors="replace").decode(),
        "sha256": found.sha256,
        "sheet": order.mapping.sheet,
        "issuer": order.cover.issuer,
        "issued": order.cover.issued.isoformat(),
        "lines": found.good,
        "rows_left_out": found.bad_rows,
        "effects": [effect_snapshot(one) for one in found.effects],
    }
