"""The versions of a list: what each said of a line, and what differs between two of them.

A release's key grows with its version, so that keys order the versions of one list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, union

from procure_desktop.domain.errors import LineUnknownError, VersionUnknownError
from procure_desktop.domain.request_list import Line, LineId, ListEdition, RequestList
from procure_desktop.store.database import Transaction
from procure_desktop.store.line_rows import line_of
from procure_desktop.store.list_tables import line, line_edition, list_release
from procure_desktop.store.lists import edition_of
from procure_desktop.store.schema import officer

_CHUNK = 500

Pair = tuple[Line | None, Line | None]
"""What two versions say of one line; None where it is not in that version."""


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One imported version of a list: how many lines it carried, its file's SHA-256, who imported it and when."""

    edition: ListEdition
    lines: int
    sha256: str
    imported_by: str
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """What a release would change: counts of lines."""

    new: int
    changed: int
    withdrawn: int


def list_versions(tx: Transaction, serial: str) -> tuple[ListVersion, ...]:
    """Every imported version of a list, the newest first."""
    rows = tx.execute(
        select(list_release, officer.c.name)
        .join(officer, officer.c.id == list_release.c.imported_by)
        .where(list_release.c.serial == serial)
        .order_by(list_release.c.version.desc())
    )
    return tuple(
        ListVersion(edition_of(row), row.line_count, row.sha256, row.name, row.imported_at)
        for row in rows
    )


def compare_list(tx: Transaction, issued: RequestList) -> Difference:
    """Count what importing `issued` would add, change and withdraw."""
    present = tx.execute(select(line).where(line.c.serial == issued.serial))
    stored = {row.reference: row for row in present}
    fresh = {one.id: one for one in issued.lines}
    changed = sum(1 for key, one in fresh.items() if key in stored and _differs(stored[key], one))
    gone = sum(1 for key, row in stored.items() if key not in fresh and not row.withdrawn)
    return Difference(len(fresh.keys() - stored.keys()), changed, gone)


def lines_between(tx: Transaction, serial: str, older: int, newer: int) -> Iterator[Pair]:
    """Each line of which two versions of a list say different things, in the order of import.

    A few hundred lines are held at a time. Raises VersionUnknownError for a version that was not imported.
    """
    first, last = sorted(_key(tx, serial, version) for version in (older, newer))
    keys = tx.execute(_touched(serial, first, last)).scalars().all()
    for start in range(0, len(keys), _CHUNK):
        for states in _states(tx, keys[start : start + _CHUNK]):
            pair = (_at(states, first), _at(states, last))
            if pair[0] != pair[1]:
                yield pair if older <= newer else pair[::-1]


def line_history(tx: Transaction, line_id: LineId) -> tuple[tuple[ListEdition, Line | None], ...]:
    """What the list said of a line each time it said something else, the oldest first; None: withdrawn.

    Raises LineUnknownError.
    """
    key = tx.execute(select(line.c.id).where(line.c.reference == line_id)).scalar()
    if key is None:
        raise LineUnknownError(line=line_id)
    (states,) = _states(tx, [key])
    editions = {
        row.id: edition_of(row)
        for row in tx.execute(
            select(list_release).where(list_release.c.id.in_([row.from_id for row in states]))
        )
    }
    return tuple((editions[row.from_id], _said(row)) for row in states)


def _key(tx: Transaction, serial: str, version: int) -> int:
    named = (list_release.c.serial == serial) & (list_release.c.version == version)
    key: int | None = tx.execute(select(list_release.c.id).where(named)).scalar()
    if key is None:
        raise VersionUnknownError(serial=serial, version=version)
    return key


def _touched(serial: str, first: int, last: int) -> Any:
    """The keys of the lines that changed after `first` and up to `last`."""
    now = select(line.c.id).where(
        line.c.serial == serial, line.c.since_id > first, line.c.since_id <= last
    )
    before = (
        select(line_edition.c.line_id)
        .join(line, line.c.id == line_edition.c.line_id)
        .where(
            line.c.serial == serial,
            line_edition.c.from_id > first,
            line_edition.c.from_id <= last,
        )
    )
    return union(now, before).order_by("id")


def _states(tx: Transaction, keys: Sequence[int]) -> Iterator[list[Row[Any]]]:
    """For each line its states one after the other, the present last."""
    content = [column for column in line_edition.c if column.name not in ("line_id", "to_id")]
    kept = (
        select(line.c.id, line.c.reference, *content)
        .join(line_edition, line_edition.c.line_id == line.c.id)
        .where(line.c.id.in_(keys))
    )
    now = select(
        line.c.id,
        line.c.reference,
        line.c.since_id,
        *(line.c[column.name] for column in content if column.name != "from_id"),
    ).where(line.c.id.in_(keys))
    states: dict[int, list[Row[Any]]] = {key: [] for key in keys}
    for row in tx.execute(kept.union_all(now).order_by("id", "from_id")):
        states[row.id].append(row)
    yield from states.values()


def _at(states: Iterable[Row[Any]], release: int) -> Line | None:
    """What the release with this key said: the last state that began with it or before."""
    known = [row for row in states if row.from_id <= release]
    return _said(known[-1]) if known else None


def _said(row: Row[Any]) -> Line | None:
    return None if row.withdrawn else line_of(row)


def _differs(row: Row[Any], issued: Line) -> bool:
    return row.withdrawn or line_of(row) != issued
