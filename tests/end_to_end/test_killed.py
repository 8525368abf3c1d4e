"""`kill -9` at random moments: what was acknowledged is there, what was not is whole or absent."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.office_factory import Place

ROOT = Path(__file__).parents[2]
ROUNDS = 200


@pytest.mark.timeout(900)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = random.randrange(10**6)
    arguments = [str(place.folder), place.data_key.hex(), str(ROUNDS), str(seed)]
    command = [sys.executable, "-m", "tests.end_to_end.killing", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stderr}"
    tally = json.loads(done.stdout)
    with capsys.disabled():
        sys.stdout.write(f"\nkilled {ROUNDS} times (seed {seed}): {tally}\n")
    for act in ("submit", "authorise", "import", "backup"):
        assert tally.get(f"{act} unacknowledged"), f"no {act} was killed on its way"
        assert tally.get(f"{act} acknowledged"), f"no {act} was done before it was killed"
        assert tally.get(f"{act} done", 0) + tally.get(f"{act} not done", 0) == ROUNDS // 4
