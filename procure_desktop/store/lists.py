"""Lists: stored from a stream of lines, found again line by line; a line's row is what the newest version says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import TableClause, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from procure_desktop.domain.errors import LineReusedError, LineUnknownError, VersionUnknownError
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import (
    Approval,
    Line,
    LineId,
    ListEdition,
    ListHeader,
    Package,
    RequestList,
)
from procure_desktop.store.database import Transaction
from procure_desktop.store.line_rows import ROW, folded_text, line_of, row_of
from procure_desktop.store.list_merge import merge_incoming
from procure_desktop.store.list_tables import ORDERS, line, line_incoming, list_release, package
from procure_desktop.store.search import line_search
from procure_desktop.store.tallies import tally_list

_CHUNK = 1000
_OPENING = ("outstanding", "outstanding_usd", "release_id", "since_id", "serial", "unapproved")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it came.

    `data` is None for a file too large to keep, `sha256` in hex names it all the same; `expires` is its last
    day, None where it names none.
    """

    data: bytes | None
    sha256: str
    expires: date | None
    approval: Approval


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being stored: its release's key, and whether no version of it was stored before.

    `alone` says that the office had no line at all: what orders lines is then made afterwards, in one go.
    """

    key: int
    header: ListHeader
    unapproved: bool
    first: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A line as the office has it: with the edition it came in, and whether a later one left it out."""

    line: Line
    edition: ListEdition
    withdrawn: bool


def release_known(tx: Transaction, sha256: str) -> bool:
    """Whether exactly these bytes were imported before."""
    return (
        tx.execute(select(list_release.c.id).where(list_release.c.sha256 == sha256)).first()
        is not None
    )


def imported_as(tx: Transaction, sha256: str) -> ListEdition | None:
    """The version as which exactly these bytes were imported before."""
    row = tx.execute(select(list_release).where(list_release.c.sha256 == sha256)).first()
    return None if row is None else edition_of(row)


def newest_version(tx: Transaction, serial: str) -> int:
    """The newest imported version of a list; 0 for none."""
    newest = select(func.max(list_release.c.version)).where(list_release.c.serial == serial)
    return tx.execute(newest).scalar() or 0


def check_identities(tx: Transaction, issued: RequestList) -> None:
    """Refuse a line whose identity another list has: LineReusedError."""
    others = set(
        tx.execute(select(line.c.reference).where(line.c.serial != issued.serial)).scalars()
    )
    for one in issued.lines:
        if one.id in others:
            raise LineReusedError(line=one.id)


def add_release(
    tx: Transaction, issued: RequestList, file: ListFile, by: OfficerId, at: datetime
) -> None:
    """Store a list that is held whole; lines it leaves out are withdrawn."""
    opened = begin_list(tx, issued, file, by, at)
    put_lines(tx, opened, issued.lines)
    finish_list(tx, opened)


def begin_list(
    tx: Transaction, header: ListHeader, file: ListFile, by: OfficerId, at: datetime
) -> OpenList:
    """Begin to store one version of a list, newer than any other of it; put_lines and finish_list follow."""
    first = newest_version(tx, header.serial) == 0
    key = tx.execute(
        insert(list_release)
        .values(
            serial=header.serial,
            version=header.version,
            issuer=header.issuer,
            issued=header.issued,
            expires=file.expires,
            marking=header.marking,
            illustrative=header.illustrative,
            approval=file.approval,
            line_count=0,
            sha256=file.sha256,
            file=file.data,
            imported_at=at,
            imported_by=by,
        )
        .returning(list_release.c.id)
    ).scalar_one()
    _add_packages(tx, key, header.packages)
    alone = tx.execute(select(line.c.id).limit(1)).first() is None
    for index in ORDERS if alone else ():
        index.drop(tx)
    return OpenList(key, header, file.approval is Approval.UNAPPROVED, first, alone)


def put_lines(tx: Transaction, opened: OpenList, lines: Iterable[Line]) -> int:
    """Store lines as they come, a chunk held at a time; their count. May be called again for more.

    Raises LineReusedError for an identity that came before in this list, or that another list has.
    """
    stream, count = iter(lines), 0
    while chunk := list(islice(stream, _CHUNK)):
        if opened.first:
            _put_present(tx, opened, chunk)
        else:
            rows = [(*row_of(one), folded_text(one)) for one in chunk]
            _insert(tx, line_incoming, (*ROW, "folded"), rows)
        count += len(chunk)
    return count


def finish_list(tx: Transaction, opened: OpenList) -> None:
    """Make what was put the present: keep what it supersedes, withdraw what it leaves out."""
    if opened.first:
        carried = select(func.count()).where(line.c.release_id == opened.key)
    else:
        carried = select(func.count()).select_from(line_incoming)
    count = tx.execute(carried).scalar_one()
    tx.execute(update(list_release).where(list_release.c.id == opened.key).values(line_count=count))
    for index in ORDERS if opened.alone else ():
        index.create(tx)
    if not opened.first:
        merge_incoming(tx, opened.key, opened.header, unapproved=opened.unapproved)
    tally_list(tx, opened.header.serial)


def approve_list(tx: Transaction, serial: str, version: int) -> None:
    """Note that officers attested to an unapproved version; who may, and on what evidence, is asked elsewhere.

    Raises VersionUnknownError.
    """
    key = tx.execute(
        update(list_release)
        .where(list_release.c.serial == serial, list_release.c.version == version)
        .values(approval=Approval.ATTESTED)
        .returning(list_release.c.id)
    ).scalar()
    if key is None:
        raise VersionUnknownError(serial=serial, version=version)
    tx.execute(update(line).where(line.c.release_id == key).values(unapproved=False))


def load_line(tx: Transaction, line_id: LineId) -> StoredLine:
    """The line with the issuer's identity `line_id`; LineUnknownError for none."""
    row = tx.execute(
        select(
            line,
            list_release.c.version,
            list_release.c.issued,
            list_release.c.expires,
            list_release.c.illustrative,
            list_release.c.approval,
        )
        .join(list_release, list_release.c.id == line.c.release_id)
        .where(line.c.reference == line_id)
    ).first()
    if row is None:
        raise LineUnknownError(line=line_id)
    return StoredLine(line_of(row), edition_of(row), row.withdrawn)


def edition_of(row: Any) -> ListEdition:
    """The edition that a row of `list_release`, or one joined with it, names."""
    return ListEdition(
        row.serial,
        row.version,
        row.issued,
        row.expires,
        row.illustrative,
        Approval(row.approval),
    )


def load_package(tx: Transaction, line_id: LineId) -> Package | None:
    """The package that a line belongs to; None when it is in none."""
    row = tx.execute(
        select(package)
        .join(
            line, (line.c.release_id == package.c.release_id) & (line.c.package == package.c.code)
        )
        .where(line.c.reference == line_id)
    ).first()
    return Package(row.code, row.title, Money(row.target_usd, USD), row.note) if row else None


def _add_packages(tx: Transaction, release: int, packages: tuple[Package, ...]) -> None:
    rows = [
        {
            "release_id": release,
            "code": one.code,
            "title": one.title,
            "target_usd": one.target.minor,
            "note": one.note,
        }
        for one in packages
    ]
    if rows:
        tx.execute(insert(package), rows)


def _put_present(tx: Transaction, opened: OpenList, chunk: list[Line]) -> None:
    first = (tx.execute(select(func.max(line.c.id))).scalar() or 0) + 1
    rows = [
        (*row_of(one), *_opening(one, opened), key) for key, one in enumerate(chunk, start=first)
    ]
    _insert(tx, line, (*ROW, *_OPENING, "id"), rows)
    texts = [(key, folded_text(one)) for key, one in enumerate(chunk, start=first)]
    _insert(tx, line_search, ("rowid", "folded"), texts)


def _opening(one: Line, opened: OpenList) -> tuple[str | int, ...]:
    """The values of _OPENING for a line that comes for the first time."""
    outstanding = one.quantities.outstanding
    usd = outstanding * one.unit_price.minor
    key = opened.key
    return outstanding, usd, key, key, opened.header.serial, int(opened.unapproved)


def _insert(
    tx: Transaction, table: TableClause, names: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    """Insert rows of driver values straight through the driver: four times as fast as by dictionaries."""
    compiled = insert(table).compile(dialect=tx.dialect, column_keys=names)
    arrange = itemgetter(*(names.index(name) for name in compiled.positiontup or names))
    try:
        with tx.begin_nested():
            tx.exec_driver_sql(str(compiled), [arrange(row) for row in rows])
    except IntegrityError:
        repeated = _repeated(tx, table, [row[0] for row in rows])
        if repeated is None:
            raise
        raise LineReusedError(line=LineId(repeated)) from None


def _repeated(tx: Transaction, table: TableClause, references: list[str]) -> str | None:
    """The first identity of a refused chunk that stands in it twice, or stood in the table before."""
    stored = select(table.c.reference).where(table.c.reference.in_(references))
    seen = set(tx.execute(stored).scalars())
    for one in references:
        if one in seen:
            return one
        seen.add(one)
    return None
