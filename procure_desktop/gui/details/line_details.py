"""What the pane says of a requirement line: what is open, its price, availability, controls, stamps."""

from procure_desktop.domain.request_list import Colour, Controls, Line, Stamp, Step
from procure_desktop.gui.details.attestation_facts import standing_facts
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.phrases import say
from procure_desktop.language import tr
from procure_desktop.services.read_line import LineView
from procure_desktop.wording import figures
from procure_desktop.wording.items import item_name, other_name

_MARKS = {Colour.GREEN: Mark.GREEN, Colour.YELLOW: Mark.YELLOW, Colour.RED: Mark.RED}


def describe_line(view: LineView) -> Details:
    """Return the details of a line."""
    line = view.line
    return Details(
        item_name(line),
        " · ".join(part for part in (other_name(line), _nsn(line)) if part),
        (
            Section(tr("Approval of the list"), standing_facts(view.edition, view.attestation)),
            Section(tr("Outstanding"), _outstanding(view)),
            Section(tr("Price"), _price(line)),
            Section(tr("Need"), _need(view)),
            Section(tr("US availability"), _availability(line)),
            Section(tr("Validation stamps"), tuple(_stamp(line, step) for step in Step)),
            Section(tr("Controls"), _controls(line.controls)),
            Section(tr("List"), _list(view)),
        ),
    )


def _nsn(line: Line) -> str:
    if not line.nsn:
        return ""
    text = tr("NSN {nsn}") if line.nsn_verified else tr("NSN {nsn} (not verified)")
    return text.format(nsn=line.nsn)


def _units(quantity: int, line: Line) -> str:
    return f"{figures.whole(quantity)} {line.unit}"


def _outstanding(view: LineView) -> tuple[Fact, ...]:
    line, open_now, edition = view.line, view.outstanding, view.edition
    quantities = line.quantities
    return (
        Fact(tr("Open now"), f"{_units(open_now.quantity, line)} · {figures.amount(open_now.usd)}"),
        Fact(
            tr("As of"),
            tr(
                "{serial} version {version}, {day}, less what this office has reserved since"
            ).format(
                serial=edition.serial, version=edition.version, day=figures.day(edition.issued)
            ),
        ),
        Fact(tr("Required"), _units(quantities.required, line)),
        Fact(tr("Validated"), _units(quantities.validated, line)),
        Fact(tr("Funded"), _units(quantities.funded, line)),
        Fact(tr("Donated"), _units(quantities.donated, line)),
        Fact(tr("Delivered"), _units(quantities.delivered, line)),
    )


def _price(line: Line) -> tuple[Fact, ...]:
    return (
        Fact(
            tr("Unit price"),
            tr("{amount} per {unit}").format(
                amount=figures.amount(line.unit_price), unit=line.unit
            ),
        ),
        Fact(tr("Basis"), line.price_basis),
        Fact(tr("Price day"), figures.day(line.price_day)),
    )


def _need(view: LineView) -> tuple[Fact, ...]:
    line, package = view.line, view.package
    return (
        Fact(tr("Package"), f"{package.code}: {package.title}" if package else line.package),
        Fact(tr("Capability"), say(line.capability)),
        Fact(tr("Priority"), f"{line.priority:02d}"),
        Fact(
            tr("Urgent"),
            tr("Yes: open to stock donation") if line.urgent else tr("No"),
            Mark.URGENT if line.urgent else None,
        ),
        Fact(tr("Required by"), figures.day(line.required_by) if line.required_by else ""),
        Fact(tr("Substitutes"), ", ".join(line.substitutes)),
        Fact(tr("Remarks"), line.remarks),
    )


def _availability(line: Line) -> tuple[Fact, ...]:
    there = line.availability
    if there is None:
        return (Fact(tr("US stock"), tr("The list does not state it")),)
    released = tr("Can be sold") if line.released_by_us else tr("Needs a further US release")
    return (
        Fact(tr("US stock"), f"{say(there.colour)}: {released}", _MARKS[there.colour]),
        Fact(tr("Quantity"), "" if there.quantity is None else _units(there.quantity, line)),
        Fact(tr("From"), say(there.source) if there.source else ""),
        Fact(
            tr("Lead time"), "" if there.lead_months is None else figures.months(there.lead_months)
        ),
    )


def _stamp(line: Line, step: Step) -> Fact:
    stamps = [stamp for stamp in line.stamps if stamp.step == step]
    text = "\n".join(_stamp_text(stamp) for stamp in stamps)
    if not text and step is Step.US_RELEASE and line.availability and line.released_by_us:
        return Fact(say(step), tr("Not needed: US stock is green"))
    approved = line.stamp(step) is not None
    return Fact(say(step), text or tr("None yet"), Mark.DONE if approved else Mark.WAITING)


def _stamp_text(stamp: Stamp) -> str:
    place = f"{stamp.body}, {stamp.office}" if stamp.office else stamp.body
    return f"{say(stamp.decision)}, {figures.day(stamp.day)}, {place}"


def _controls(controls: Controls) -> tuple[Fact, ...]:
    kinds = (
        (tr("major defence equipment"), controls.major_defence_equipment),
        (tr("significant military equipment"), controls.significant_military_equipment),
        (tr("end-use monitoring"), controls.end_use_monitoring),
        (tr("third-party transfer authorisation"), controls.third_party_transfer),
    )
    return (
        Fact(
            tr("Subject to"),
            ", ".join(name for name, applies in kinds if applies) or tr("none stated"),
        ),
        Fact(tr("USML category"), controls.usml),
    )


def _list(view: LineView) -> tuple[Fact, ...]:
    line, edition = view.line, view.edition
    return (
        Fact(tr("Line"), tr("{number}, rank {rank}").format(number=line.number, rank=line.rank)),
        Fact(tr("Identity"), str(line.id)),
        Fact(tr("Open until"), figures.day(edition.expires) if edition.expires else ""),
        Fact(tr("Marking"), line.marking),
        Fact(tr("Data"), tr("ILLUSTRATIVE") if edition.illustrative else ""),
        Fact(tr("Withdrawn"), tr("No longer on the list") if view.withdrawn else ""),
    )
