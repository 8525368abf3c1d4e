"""Writing: commitments that hold units of a line, each durable by itself, by one process and by eight."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.frame import FLOOR, PROGRAM, Scenario, timed
from benchmarks.office import office_of, opened
from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    MoneySource,
    Order,
    Terms,
    price_order,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import Rate
from procure_desktop.domain.request_list import LineId
from procure_desktop.store.commitments import add_commitment, set_state
from procure_desktop.store.database import Database, open_database
from procure_desktop.store.engine import connect, settle
from procure_desktop.store.holds import Holder, take

_LINES, _EACH, _WRITERS = 3_000, 3_000, 8
_NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
_TERMS = Terms(
    currency="EUR",
    rate=Rate("EUR", Decimal(1), Decimal("1.1565"), date(2026, 6, 12), "ILLUSTRATIVE"),
    budget_line="Measured",
    fiscal_year=2026,
    money_source=MoneySource.NEW,
    legal_basis="Measured",
    conditions="",
    validity=date(2026, 12, 31),
)


def scenarios(folder: Path, lines: int) -> Iterator[Scenario]:
    """3,000 commitments by one writer, and by eight on the same lines."""
    del lines
    template = office_of(folder, _LINES)
    office = opened(template)
    key = office.database.key
    office.close()
    for writers in (1, _WRITERS):
        yield Scenario(
            f"{_EACH:,} commitments, durable"
            + (f", {writers} writers on the same lines" if writers > 1 else ""),
            "s",
            {
                PROGRAM: _part(folder, template, key, writers, "program"),
                FLOOR: _part(folder, template, key, writers, "floor"),
            },
            most=2 if writers == 1 else 1.34,
            rounds=2,
        )


def _part(folder: Path, template: Path, key: bytes, writers: int, kind: str) -> Callable[[], float]:
    def part() -> float:
        shutil.rmtree(folder / "written", ignore_errors=True)
        shutil.copytree(template, folder / "written")
        path = folder / "written" / "office.db"
        if kind == "floor":
            _make_bare(path, key)
        with timed() as taken:
            _run(path, key, writers, kind)
        return taken[0]

    return part


def _run(path: Path, key: bytes, writers: int, kind: str) -> None:
    each = str(_EACH // writers)
    command = [sys.executable, "-m", "benchmarks.writing", str(path), key.hex(), each, kind]
    if writers == 1:
        _write(path, key, _EACH, kind)
        return
    running = [subprocess.Popen(command) for _ in range(writers)]  # noqa: S603 (our own module)
    if any(one.wait() for one in running):
        raise SystemExit(1)


def _write(path: Path, key: bytes, count: int, kind: str) -> None:
    if kind == "floor":
        _write_bare(path, key, count)
    else:
        database = open_database(path, key)
        for number in range(1, count + 1):
            _commit(database, LineId(f"L-{number:07d}"))
        database.close()


def _commit(database: Database, line: LineId) -> None:
    """What submitting stores, apart from the document: the commitment, its number, the units that it holds."""
    priced = price_order(Order(line, quantity=1), Money(1, "USD"), _TERMS.rate)
    draft = Commitment(
        id=CommitmentId(0),
        number="",
        version=0,
        state=DocumentState.DRAFT,
        terms=_TERMS,
        lines=(priced,),
        marking=Marking.UNMARKED,
        prepared_by=OfficerId(1),
        authorised_by=None,
        drafted_at=_NOW,
        reason="",
    )
    with database.transaction() as tx:
        made = add_commitment(tx, draft)
        number = f"XDM-2026-{made.id:06d}"
        set_state(tx, replace(made, number=number, version=1, state=DocumentState.SUBMITTED), _NOW)
        take(tx, line, 0, Money(1, "USD"), Holder(commitment=made.id))


def _make_bare(path: Path, key: bytes) -> None:
    """A database with nothing but what is left of each line, and what is held of it."""
    for file in path.parent.glob("office.db*"):
        file.unlink()
    raw = connect(path, key, "rwc")
    settle(raw)
    raw.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, outstanding INTEGER)")
    raw.execute("CREATE TABLE hold (id INTEGER PRIMARY KEY, line_id INTEGER, quantity INTEGER)")
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO line VALUES (?, 1000000)", [(n,) for n in range(1, _LINES + 1)])
    raw.execute("COMMIT")
    raw.close()


def _write_bare(path: Path, key: bytes, count: int) -> None:
    raw = connect(path, key, "rw")
    settle(raw)
    for number in range(1, count + 1):
        _hold_bare(raw, number)
    raw.close()


def _hold_bare(raw: dbapi2.Connection, line: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    taking = "UPDATE line SET outstanding = outstanding - 1 WHERE id = ? AND outstanding >= 1"
    raw.execute(taking, (line,))
    raw.execute("INSERT INTO hold (line_id, quantity) VALUES (?, 1)", (line,))
    raw.execute("COMMIT")


if __name__ == "__main__":
    _write(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
