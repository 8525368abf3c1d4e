"""The window: how soon it is there, how soon a million lines are, how it jumps, and what memory it takes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.frame import FLOOR, PROGRAM, Scenario
from benchmarks.office import office_of


def scenarios(folder: Path, lines: int) -> Iterator[Scenario]:
    """Start, first screen, jumps, memory."""
    office = str(office_of(folder, lines))
    yield Scenario(
        "start to the sign-in window",
        "s",
        {PROGRAM: _whole("sign-in", office), FLOOR: _whole("bare-window")},
        most=1.3,
    )
    screen = f"key unwrapped to the first screen of {lines:,} lines, counts and all"
    yield Scenario(
        screen,
        "s",
        {
            PROGRAM: _said("first-screen", office, "seconds"),
            FLOOR: _said("bare-screen", "seconds"),
        },
        most=0.3,
        against="",
    )
    yield Scenario(
        "jump to any row, painted (95 of 100)",
        "ms",
        {PROGRAM: _said("first-screen", office, "jumps"), FLOOR: _said("bare-screen", "jumps")},
        most=16,
        against="",
    )
    yield Scenario(
        "memory while browsing",
        "MB",
        {PROGRAM: _said("first-screen", office, "memory"), FLOOR: _said("bare-screen", "memory")},
        most=120,
        against="",
        rounds=2,
    )


def _said(*words: str) -> Callable[[], float]:
    return lambda: _probe(words)


def _whole(*words: str) -> Callable[[], float]:
    def part() -> float:
        begun = perf_counter()
        _probe(words)
        return perf_counter() - begun

    return part


def _probe(words: tuple[str, ...]) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "benchmarks.probe", *words]
    ran = subprocess.run(  # noqa: S603 (our own module)
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return float(ran.stdout)
