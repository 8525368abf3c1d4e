"""`python -m benchmarks FOLDER [--lines N] [--only WORD]`: measure, and print the table."""

import argparse
import sys
from pathlib import Path

from benchmarks import browsing, imports, window, writing
from benchmarks.frame import measure
from benchmarks.table import row_of, table_of

_MODULES = (window, browsing, imports, writing)


def main() -> None:
    """Measure every scenario whose title has the word, row by row to stderr, the table to stdout."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="where offices to measure with are made and kept")
    parser.add_argument("--lines", type=int, default=1_000_000, help="lines of the large list")
    parser.add_argument("--only", default="", help="a word of the titles to measure")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    results = []
    for module in _MODULES:
        for scenario in module.scenarios(asked.folder, asked.lines):
            if asked.only in scenario.title:
                results.append(measure(scenario))
                print(row_of(results[-1]), file=sys.stderr, flush=True)
    print(table_of(results))


if __name__ == "__main__":
    main()
