"""Kill children at random moments of what they do to an office, and hold the office to its word each time.

`python -m tests.end_to_end.killing PLACE KEY ROUNDS SEED` prints, as JSON, how often each act was killed before
and after it was acknowledged. It is a process of its own because it forks: the imports are done once, and a
test runner's threads are no company for a fork.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from procure_desktop.domain.commitment import CommitmentId, DocumentState
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.back_up_office import back_up_office, check_backup
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, list_release
from procure_desktop.store.schema import commitment, document, hold, journal
from tests.office_factory import (
    AUTHORISER,
    PAIRED,
    PREPARER,
    SERIAL,
    Place,
    draft,
    make_list,
    submit,
)

ACKNOWLEDGED = b"done"


@dataclass
class Act:
    """One act on the office: who does it, what it is, and whether it is there in full, or not at all."""

    officer: str
    do: Callable[[Office], object]
    is_done: Callable[[Office], bool]


@dataclass
class Killer:
    """Forks, kills and checks; `lengths` are how long each kind of act is thought to take.

    An office grows as it is used and machines are busy: a length follows what happens, so that about as many
    acts end before they are killed as are caught on their way.
    """

    place: Place
    chance: random.Random
    lengths: dict[str, float] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)

    def round(self, kind: str) -> None:
        """Kill one act of this kind, then check the office."""
        act = PREPARATIONS[kind](self.place)
        acknowledged = self._kill(kind, act)
        with self.place.signed_in(act.officer) as office:
            done = act.is_done(office)
            verify_journal(office)
            check_books(office)
        assert done or not acknowledged, f"{kind}: acknowledged, and lost"
        self.lengths[kind] *= 0.92 if acknowledged else 1.08
        self.tally[f"{kind} {'acknowledged' if acknowledged else 'unacknowledged'}"] += 1
        self.tally[f"{kind} {'done' if done else 'not done'}"] += 1

    def _kill(self, kind: str, act: Act) -> bool:
        """Let a child act, kill it somewhere on the way, and tell whether it had acknowledged by then."""
        reading, writing = os.pipe()
        begun = time.monotonic()
        child = os.fork()
        if not child:
            self._act(act, writing)
        os.close(writing)
        if kind in self.lengths:
            time.sleep(self.chance.uniform(0, self.lengths[kind] * 1.5))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.lengths.setdefault(kind, time.monotonic() - begun)
        with os.fdopen(reading, "rb") as pipe:
            return pipe.read() == ACKNOWLEDGED

    def _act(self, act: Act, writing: int) -> None:
        try:
            with self.place.signed_in(act.officer) as office:
                act.do(office)
                os.write(writing, ACKNOWLEDGED)
        finally:
            os._exit(0)


def prepare_submit(place: Place) -> Act:
    with place.signed_in(PREPARER) as office:
        drafted = draft(office, PAIRED, 1).id
    key = place.key(PREPARER)
    return Act(
        PREPARER,
        lambda office: submit_commitment(office, drafted, key),
        lambda office: is_submitted(office, drafted),
    )


def prepare_authorise(place: Place) -> Act:
    with place.signed_in(PREPARER) as office:
        submitted = submit(office, place, PAIRED, 1).id
    key = place.key(AUTHORISER)
    return Act(
        AUTHORISER,
        lambda office: authorise_commitment(office, submitted, key),
        lambda office: is_authorised(office, submitted),
    )


def prepare_import(place: Place) -> Act:
    with place.signed_in(PREPARER) as office, office.database.reading() as tx:
        version = newest(tx) + 1
    release = place.publish(make_list(version))
    return Act(
        PREPARER,
        lambda office: import_release(office, release),
        lambda office: is_imported(office, version),
    )


def prepare_backup(place: Place) -> Act:
    path = place.folder / f"{len(list(place.folder.iterdir()))}-{time.monotonic_ns()}.backup"
    return Act(
        PREPARER,
        lambda office: back_up_office(office, path),
        lambda office: is_backed_up(office, path),
    )


PREPARATIONS: dict[str, Callable[[Place], Act]] = {
    "submit": prepare_submit,
    "authorise": prepare_authorise,
    "import": prepare_import,
    "backup": prepare_backup,
}


def is_submitted(office: Office, drafted: CommitmentId) -> bool:
    """All of a submission, or nothing of it."""
    with office.database.reading() as tx:
        row = tx.execute(select(commitment).where(commitment.c.id == drafted)).one()
        traces = {
            "number": row.number is not None,
            "document": count(tx, document.c.commitment_id == drafted) == 1,
            "hold": count(tx, (hold.c.commitment_id == drafted) & (hold.c.active == True)) == 1,  # noqa: E712
            "entry": journaled(tx, "commitment submitted", f"commitment {drafted}"),
        }
    return agree(row.state == DocumentState.SUBMITTED, traces)


def is_authorised(office: Office, submitted: CommitmentId) -> bool:
    """All of an authorisation, or nothing of it."""
    with office.database.reading() as tx:
        row = tx.execute(select(commitment).where(commitment.c.id == submitted)).one()
        signed = (document.c.commitment_id == submitted) & document.c.authorised_at.is_not(None)
        traces = {
            "officer": row.authorised_by is not None,
            "document": count(tx, signed) == 1,
            "entry": journaled(tx, "commitment authorised", f"commitment {submitted}"),
        }
    return agree(row.state == DocumentState.AUTHORISED, traces)


def is_imported(office: Office, version: int) -> bool:
    """All of an import, or nothing of it."""
    with office.database.reading() as tx:
        release = tx.execute(
            select(list_release.c.id).where(list_release.c.version == version)
        ).scalar()
        moved = count(tx, line.c.release_id == (release or -1))
        entries = count(
            tx, (journal.c.action == "release imported") & (journal.c.subject == f"list {SERIAL}")
        )
        releases = count(tx, list_release.c.id > 0)
    assert entries == releases
    return agree(release is not None, {"lines": moved == len(make_list().lines)})


def is_backed_up(office: Office, path: Path) -> bool:
    """A backup that is there is a whole one; its journal entry may be missing if nobody was told."""
    if not path.exists():
        return False
    check_backup(path, office.database.key)
    return True


def check_books(office: Office) -> None:
    """Running totals agree with what is held, and the numbers have no gap."""
    with office.database.reading() as tx:
        held = select(func.coalesce(func.sum(hold.c.quantity), 0)).where(
            (hold.c.line_id == line.c.id) & (hold.c.active == True)  # noqa: E712 (SQL)
        )
        rows = tx.execute(
            select(line.c.issued_outstanding - line.c.outstanding, held.scalar_subquery())
        )
        assert all(taken == sum_of_holds for taken, sum_of_holds in rows)
        numbers = tx.execute(
            select(commitment.c.number).where(commitment.c.number.is_not(None))
        ).scalars()
        given = sorted(numbers)
    assert given == [f"NLD-2026-{ordinal:04d}" for ordinal in range(1, len(given) + 1)]


def agree(done: bool, traces: dict[str, bool]) -> bool:
    """Whether it was done; refuses traces of what was not, and gaps in what was."""
    strays = [name for name, there in traces.items() if there != done]
    assert not strays, f"half done: {strays}"
    return done


def count(tx: Transaction, where: object) -> int:
    return int(tx.execute(select(func.count()).where(where)).scalar_one())  # type: ignore[arg-type]


def newest(tx: Transaction) -> int:
    return int(tx.execute(select(func.max(list_release.c.version))).scalar_one())


def journaled(tx: Transaction, action: str, subject: str) -> bool:
    return count(tx, (journal.c.action == action) & (journal.c.subject == subject)) == 1


def main(folder: str, key: str, rounds: str, seed: str) -> None:
    killer = Killer(Place(Path(folder), bytes.fromhex(key)), random.Random(int(seed)))
    kinds = list(PREPARATIONS)
    for kind in kinds:
        killer.round(kind)  # left alone, to learn how long it takes
    killer.tally.clear()
    for number in range(int(rounds)):
        killer.round(kinds[number % len(kinds)])
    sys.stdout.write(json.dumps(killer.tally))


if __name__ == "__main__":
    main(*sys.argv[1:])
