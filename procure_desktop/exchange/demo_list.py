"""The demonstration list: the public packages with ILLUSTRATIVE lines, from the tables in the resources."""

import csv
from dataclasses import replace
from datetime import date
from importlib import resources

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Availability,
    Capability,
    Colour,
    Controls,
    Decision,
    Line,
    LineId,
    Package,
    Quantities,
    RequestList,
    Source,
    Stamp,
    Step,
)
from procure_desktop.exchange.request_list_file import write_request_list

SERIAL = "PURL-DEMO"
ISSUED = date(2026, 10, 1)
PRICED = date(2026, 3, 31)

_STAMPS = (
    (Step.NATO_VALIDATION, "NSATU", "Requirements Office", "validated"),
    (Step.SACEUR_DETERMINATION, "SHAPE", "Office of SACEUR", "determined"),
    (Step.US_RELEASE, "US European Command", "Release Office", "released"),
)


def demo_list() -> bytes:
    """The list as a file that a release authority can publish."""
    return write_request_list(read_demo_list())


def read_demo_list() -> RequestList:
    """The list, always the same: every line validated and determined, some still without the US release."""
    packages = _table("illustrative_packages")
    days = {row["code"]: row for row in packages}
    items = _table("illustrative_items")
    lines = [_line(number, row, days[row["package"]]) for number, row in enumerate(items, start=1)]
    return RequestList(
        serial=SERIAL,
        version=1,
        issuer="NSATU (ILLUSTRATIVE)",
        issued=ISSUED,
        marking=Marking.NATO_UNCLASSIFIED,
        illustrative=True,
        counted=(),
        packages=tuple(_package(row) for row in packages),
        lines=_ranked(lines),
    )


def _table(name: str) -> list[dict[str, str]]:
    path = resources.files("procure_desktop.resources").joinpath("demo", f"{name}.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _ranked(lines: list[Line]) -> tuple[Line, ...]:
    """Rank by priority, then by the order of the table."""
    order = {line.id: rank for rank, line in enumerate(sorted(lines, key=_priority), start=1)}
    return tuple(replace(line, rank=order[line.id]) for line in lines)


def _priority(line: Line) -> int:
    return line.priority


def _package(row: dict[str, str]) -> Package:
    return Package(row["code"], row["title"], _dollars(row["target_usd"]), row["note"])


def _line(number: int, row: dict[str, str], days: dict[str, str]) -> Line:
    return Line(
        id=LineId(f"DEMO-{number:04d}"),
        number=number,
        rank=number,
        package=row["package"],
        capability=Capability(row["capability"]),
        name=row["name"],
        name_uk=row["name_uk"],
        nsn="",
        nsn_verified=False,
        unit=row["unit"],
        quantities=_quantities(row),
        unit_price=_dollars(row["unit_price_usd"]),
        price_basis=row["price_basis"],
        price_day=PRICED,
        priority=int(row["priority"]),
        required_by=date.fromisoformat(row["required_by"]),
        urgent=row["urgent"] == "yes",
        substitutes=tuple(filter(None, [row["substitute"]])),
        availability=_availability(row),
        controls=_controls(row),
        stamps=_stamps(days, released=row["us_release"] == "yes"),
        marking=Marking.NATO_UNCLASSIFIED,
        remarks=row["remarks"],
    )


def _dollars(text: str) -> Money:
    return Money(int(text) * 100, "USD")


def _quantities(row: dict[str, str]) -> Quantities:
    names = ("required", "validated", "funded", "donated", "delivered")
    required, validated, funded, donated, delivered = (int(row[name]) for name in names)
    outstanding = validated - funded - donated
    return Quantities(required, validated, funded, donated, delivered, outstanding)


def _availability(row: dict[str, str]) -> Availability:
    return Availability(
        Colour(row["colour"]),
        int(row["us_quantity"]),
        Source(row["us_source"]),
        int(row["lead_months"]),
    )


def _controls(row: dict[str, str]) -> Controls:
    """What is on the US Munitions List needs a third-party transfer authorisation."""
    return Controls(
        major_defence_equipment=row["major_defence_equipment"] == "yes",
        significant_military_equipment=row["significant_military_equipment"] == "yes",
        usml=row["usml"],
        end_use_monitoring=row["end_use_monitoring"] == "yes",
        third_party_transfer=bool(row["usml"]),
    )


def _stamps(days: dict[str, str], *, released: bool) -> tuple[Stamp, ...]:
    return tuple(
        Stamp(step, body, office, date.fromisoformat(days[column]), Decision.APPROVED)
        for step, body, office, column in _STAMPS
        if released or step != Step.US_RELEASE
    )
