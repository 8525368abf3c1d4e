"""Lines to measure with: as many as wanted, all different, ILLUSTRATIVE."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Line, LineId, Package, Quantities, RequestList
from procure_desktop.exchange.demo_list import read_demo_list

PACKAGES = tuple(
    Package(f"P{number}", f"Package {number}", Money(50_000_000_000, "USD"), "ILLUSTRATIVE")
    for number in range(1, 41)
)


def make_lines(count: int, prefix: str = "L") -> Iterator[Line]:
    """`count` lines after the demonstration list, each with a name, price, quantity and day of its own."""
    samples = cycle(read_demo_list().lines)
    for number, sample in enumerate(islice(samples, count), start=1):
        yield _line(sample, number, prefix)


def make_request_list(count: int, version: int = 1) -> RequestList:
    """A whole list of `count` lines."""
    return RequestList(
        serial="BENCH",
        version=version,
        issuer="ILLUSTRATIVE",
        issued=date(2026, 6, 1),
        marking=Marking.NATO_UNCLASSIFIED,
        illustrative=True,
        counted=(),
        packages=PACKAGES,
        lines=tuple(make_lines(count)),
    )


def _line(sample: Line, number: int, prefix: str) -> Line:
    mixed = number * 7919 % 1_000_003
    required = 1 + mixed % 90
    return replace(
        sample,
        id=LineId(f"{prefix}-{number:07d}"),
        number=number,
        rank=number,
        package=PACKAGES[mixed % len(PACKAGES)].code,
        name=f"{sample.name}, lot {mixed}",
        name_uk=f"{sample.name_uk}, партія {mixed}",
        nsn=f"{1000 + mixed % 8000:04d}-01-{mixed % 1000:03d}-{number % 10000:04d}",
        quantities=Quantities(required, required, 0, 0, 0, required),
        unit_price=Money(10_000 + mixed, "USD"),
        required_by=date(2026, 9, 1) + timedelta(days=mixed % 900),
        priority=1 + mixed % 15,
        urgent=mixed % 2 == 0,
        remarks=f"ILLUSTRATIVE {mixed}",
    )
