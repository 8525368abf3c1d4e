"""The frame of a measurement: the program beside its floor and its peers, in rounds that take turns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

PROGRAM, FLOOR = "program", "floor"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is measured: each part returns a figure in `unit`, the smaller the better.

    `most` is how many times the figure of the part `against` the program's may be; with no part to stand
    against it is a figure itself.
    """

    title: str
    unit: str
    parts: dict[str, Callable[[], float]]
    most: float
    against: str = FLOOR
    rounds: int = 5


@dataclass(frozen=True, slots=True)
class Result:
    """The least figure of each part."""

    scenario: Scenario
    figures: dict[str, float]

    @property
    def reached(self) -> bool:
        """Whether the program is as good as it should be."""
        own, most = self.figures[PROGRAM], self.scenario.most
        return own <= most * self.figures.get(self.scenario.against, 1.0)


def measure(scenario: Scenario) -> Result:
    """Take turns, so that what else the machine does falls on all parts alike; keep the least of each."""
    figures = dict.fromkeys(scenario.parts, float("inf"))
    for _ in range(scenario.rounds):
        for name, part in scenario.parts.items():
            figures[name] = min(figures[name], part())
    return Result(scenario, figures)


def seconds(work: Callable[[], object]) -> Callable[[], float]:
    """A part that is the time of `work`."""

    def part() -> float:
        with timed() as taken:
            work()
        return taken[0]

    return part


@contextmanager
def timed() -> Iterator[list[float]]:
    """The seconds that the block took, in the list when it ends."""
    taken: list[float] = []
    begun = perf_counter()
    yield taken
    taken.append(perf_counter() - begun)
