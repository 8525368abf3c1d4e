"""What the pane says of a commitment: its money and how it was reckoned, its lines, terms, history."""

from procure_desktop.domain.commitment import Commitment, PricedLine
from procure_desktop.domain.journal import Entry
from procure_desktop.domain.rate import USD
from procure_desktop.gui.colours import Mark
from procure_desktop.gui.columns import Row
from procure_desktop.gui.details import Details, Fact, Section
from procure_desktop.gui.phrases import say
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_history
from procure_desktop.services.read_line import LineView, read_line
from procure_desktop.wording import figures


def describe_commitment(office: Office, commitment: Commitment, row: Row) -> Details:
    """Return the details of a commitment; `row` is its row in the list, which names the officers."""
    version = f"version {commitment.version}" if commitment.version else ""
    number = commitment.number or "Without a number yet"
    return Details(
        number,
        " · ".join(part for part in (say(commitment.state), version) if part),
        (
            Section("Reason", (Fact(say(commitment.state), commitment.reason, Mark.STOPPED),)),
            Section("Money", _money(commitment)),
            Section("Lines", tuple(_line(office, line) for line in commitment.lines)),
            Section("Terms", _terms(commitment)),
            Section("Officers", _officers(commitment, row)),
            Section("History", tuple(_entry(one) for one in read_history(office, commitment))),
        ),
    )


def _money(commitment: Commitment) -> tuple[Fact, ...]:
    rate = commitment.terms.rate
    if rate.currency == USD:
        return (Fact("Amount", figures.amount(commitment.usd)),)
    return (
        Fact("Amount", figures.amount(commitment.national)),
        Fact("In US dollars", figures.amount(commitment.usd)),
        Fact("Rate", f"{rate.currency} {rate.national:f} = {USD} {rate.usd:f}"),
        Fact("Rate day", figures.day(rate.day)),
        Fact("Rate source", rate.source),
    )


def _line(office: Office, priced: PricedLine) -> Fact:
    view = read_line(office, priced.line)
    return Fact(f"Line {view.line.number}", f"{view.line.name}\n{_sum(priced, view)}")


def _sum(priced: PricedLine, view: LineView) -> str:
    quantity = figures.units(priced.quantity, view.line.unit)
    whole = f"{quantity} × {figures.amount(priced.unit_price)}"
    if priced.remainder.minor:
        whole += f" + {figures.amount(priced.remainder)}"
    parts = [whole, f"= {figures.amount(priced.usd)}"]
    if priced.national.currency != USD:
        parts.append(f"= {figures.amount(priced.national)}")
    return "\n".join(parts)


def _terms(commitment: Commitment) -> tuple[Fact, ...]:
    terms = commitment.terms
    return (
        Fact("Budget line", terms.budget_line),
        Fact("Fiscal year", str(terms.fiscal_year)),
        Fact("Money", say(terms.money_source)),
        Fact("Legal basis", terms.legal_basis),
        Fact("Conditions", terms.conditions),
        Fact("Valid until", figures.day(terms.validity) if terms.validity else ""),
        Fact("Marking", commitment.marking),
    )


def _officers(commitment: Commitment, row: Row) -> tuple[Fact, ...]:
    return (
        Fact("Prepared by", row["prepared_by"]),
        Fact("Authorised by", row["authorised_by"]),
        Fact("Drafted", figures.moment(commitment.drafted_at)),
    )


def _entry(entry: Entry) -> Fact:
    return Fact(figures.moment(entry.at), f"{say(entry.change.action)}, {entry.officer}")
