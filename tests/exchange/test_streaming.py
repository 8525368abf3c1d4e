"""A large CSV passes through in little memory, whatever its size."""

import subprocess
import sys
from pathlib import Path

from tests.sheets import HEADS, ROW, write_csv

LINES = 200_000
ROOM = 24 * 1024 * 1024
"""Less than the file alone would take as rows of texts, by ten times."""

# The limit is set once everything is imported: only what the reading takes counts.
PROGRAM = f"""
import resource, sys
from pathlib import Path
from procure_desktop.exchange.sheet_lines import SheetLines
from procure_desktop.exchange.spreadsheet import Spreadsheet
from tests.sheets import COVER
path = Path(sys.argv[1])
sheet = Spreadsheet(path)
mapping = sheet.guess(path.name)
reading = SheetLines(sheet.rows(mapping), mapping, COVER)
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + {ROOM}, taken + {ROOM}))
count = sum(1 for _ in reading)
print(count, reading.problem_count)
"""


def test_a_csv_of_many_lines_streams(tmp_path: Path) -> None:
    heads = ("ID", *HEADS)
    rows = ((f"UA-{number:07d}", number, *ROW[1:]) for number in range(1, LINES + 1))
    path = write_csv(tmp_path / "many.csv", rows, heads=heads)
    assert path.stat().st_size > ROOM // 2
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout == f"{LINES} 0\n", run.stderr[-2000:]
