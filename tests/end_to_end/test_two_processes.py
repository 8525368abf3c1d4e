"""Two processes on the same line: what is outstanding is sold once."""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.list_tables import line
from procure_desktop.store.schema import commitment, hold
from tests.office_factory import DEPUTY, PREPARER, SCARCE, Place

OUTSTANDING = 30
EACH = (OUTSTANDING + 50) // 2
ROOT = Path(__file__).parents[2]


def start_clerk(place: Place, officer: str, go: Path) -> "subprocess.Popen[str]":
    arguments = [str(place.folder), place.data_key.hex(), officer, str(EACH), str(go)]
    command = [sys.executable, "-m", "tests.end_to_end.clerk", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.timeout(600)
def test_two_clerks_sell_exactly_what_is_outstanding(place: Place, tmp_path: Path) -> None:
    go = tmp_path / "go"
    clerks = {officer: start_clerk(place, officer, go) for officer in (PREPARER, DEPUTY)}
    while not all(Path(f"{go}.{officer}").exists() for officer in clerks):
        assert all(clerk.poll() is None for clerk in clerks.values())
        time.sleep(0.02)
    go.touch()
    ends = [json.loads(clerk.communicate()[0]) for clerk in clerks.values()]
    assert sum((Counter(end) for end in ends), Counter()) == {
        "submitted": OUTSTANDING,
        "OverCommitmentError": 50,
    }
    assert all(clerk.returncode == 0 for clerk in clerks.values())
    check_books(place)


def check_books(place: Place) -> None:
    """Nothing is left of the line, every unit has one holder, and the numbers have no gap."""
    with place.signed_in(PREPARER) as office:
        verify_journal(office)
        with office.database.reading() as tx:
            left = tx.execute(select(line.c.outstanding).where(line.c.reference == SCARCE)).scalar()
            held = tx.execute(select(func.sum(hold.c.quantity))).scalar()
            numbers = tx.execute(
                select(commitment.c.number).order_by(commitment.c.number)
            ).scalars()
            given = [number for number in numbers if number]
    assert (left, held) == (0, OUTSTANDING)
    assert given == [f"NLD-2026-{ordinal:04d}" for ordinal in range(1, OUTSTANDING + 1)]
