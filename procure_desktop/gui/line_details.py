"""What the pane says of a requirement line: what is open, its price, availability, controls, stamps."""

from procure_desktop.domain.request_list import Colour, Controls, Line, Stamp, Step
from procure_desktop.gui.colours import Mark
from procure_desktop.gui.details import Details, Fact, Section
from procure_desktop.gui.phrases import say
from procure_desktop.services.read_line import LineView
from procure_desktop.wording import figures

_MARKS = {Colour.GREEN: Mark.GREEN, Colour.YELLOW: Mark.YELLOW, Colour.RED: Mark.RED}


def describe_line(view: LineView) -> Details:
    """Return the details of a line."""
    line = view.line
    return Details(
        line.name,
        " · ".join(part for part in (line.name_uk, _nsn(line)) if part),
        (
            Section("Outstanding", _outstanding(view)),
            Section("Price", _price(line)),
            Section("Need", _need(view)),
            Section("US availability", _availability(line)),
            Section("Validation stamps", tuple(_stamp(line, step) for step in Step)),
            Section("Controls", _controls(line.controls)),
            Section("List", _list(view)),
        ),
    )


def _nsn(line: Line) -> str:
    if not line.nsn:
        return ""
    return f"NSN {line.nsn}" if line.nsn_verified else f"NSN {line.nsn} (not verified)"


def _units(quantity: int, line: Line) -> str:
    return f"{figures.whole(quantity)} {line.unit}"


def _outstanding(view: LineView) -> tuple[Fact, ...]:
    line, open_now, edition = view.line, view.outstanding, view.edition
    quantities = line.quantities
    return (
        Fact("Open now", f"{_units(open_now.quantity, line)} · {figures.amount(open_now.usd)}"),
        Fact(
            "As of",
            f"{edition.serial} version {edition.version}, {figures.day(edition.issued)}, "
            "less what this office has reserved since",
        ),
        Fact("Required", _units(quantities.required, line)),
        Fact("Validated", _units(quantities.validated, line)),
        Fact("Funded", _units(quantities.funded, line)),
        Fact("Donated", _units(quantities.donated, line)),
        Fact("Delivered", _units(quantities.delivered, line)),
    )


def _price(line: Line) -> tuple[Fact, ...]:
    return (
        Fact("Unit price", f"{figures.amount(line.unit_price)} per {line.unit}"),
        Fact("Basis", line.price_basis),
        Fact("Price day", figures.day(line.price_day)),
    )


def _need(view: LineView) -> tuple[Fact, ...]:
    line, package = view.line, view.package
    return (
        Fact("Package", f"{package.code}: {package.title}" if package else line.package),
        Fact("Capability", say(line.capability)),
        Fact("Priority", f"{line.priority:02d}"),
        Fact(
            "Urgent",
            "Yes: open to stock donation" if line.urgent else "No",
            Mark.URGENT if line.urgent else None,
        ),
        Fact("Required by", figures.day(line.required_by)),
        Fact("Substitutes", ", ".join(line.substitutes)),
        Fact("Remarks", line.remarks),
    )


def _availability(line: Line) -> tuple[Fact, ...]:
    there = line.availability
    released = "Can be sold" if line.released_by_us else "Needs a further US release"
    return (
        Fact("US stock", f"{say(there.colour)}: {released}", _MARKS[there.colour]),
        Fact("Quantity", _units(there.quantity, line)),
        Fact("From", say(there.source)),
        Fact("Lead time", figures.counted(there.lead_months, "month", "months")),
    )


def _stamp(line: Line, step: Step) -> Fact:
    stamps = [stamp for stamp in line.stamps if stamp.step == step]
    text = "\n".join(_stamp_text(stamp) for stamp in stamps)
    if not text and step is Step.US_RELEASE and line.released_by_us:
        return Fact(say(step), "Not needed: US stock is green")
    approved = line.stamp(step) is not None
    return Fact(say(step), text or "None yet", Mark.DONE if approved else Mark.WAITING)


def _stamp_text(stamp: Stamp) -> str:
    place = f"{stamp.body}, {stamp.office}" if stamp.office else stamp.body
    return f"{say(stamp.decision)}, {figures.day(stamp.day)}, {place}"


def _controls(controls: Controls) -> tuple[Fact, ...]:
    kinds = (
        ("major defence equipment", controls.major_defence_equipment),
        ("significant military equipment", controls.significant_military_equipment),
        ("end-use monitoring", controls.end_use_monitoring),
        ("third-party transfer authorisation", controls.third_party_transfer),
    )
    return (
        Fact("Subject to", ", ".join(name for name, applies in kinds if applies) or "none stated"),
        Fact("USML category", controls.usml),
    )


def _list(view: LineView) -> tuple[Fact, ...]:
    line, edition = view.line, view.edition
    return (
        Fact("Line", f"{line.number}, rank {line.rank}"),
        Fact("Identity", str(line.id)),
        Fact("Open until", figures.day(edition.expires) if edition.expires else ""),
        Fact("Marking", line.marking),
        Fact("Data", "ILLUSTRATIVE" if edition.illustrative else ""),
        Fact("Withdrawn", "No longer on the list" if view.withdrawn else ""),
    )
