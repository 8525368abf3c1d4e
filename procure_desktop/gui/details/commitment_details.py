"""What the pane says of a commitment: its money and how it was reckoned, its lines, terms, history."""

from procure_desktop.domain.commitment import Commitment, PricedLine
from procure_desktop.domain.journal import Entry
from procure_desktop.domain.rate import USD
from procure_desktop.gui.details.attestation_facts import evidence_facts
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.gui.details.effect_details import since_section
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.phrases import say
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import tr
from procure_desktop.services.amend_commitment import record_of
from procure_desktop.services.list_effects import effects_on
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_evidence, read_history
from procure_desktop.services.read_line import LineView, read_line
from procure_desktop.wording import figures
from procure_desktop.wording.items import item_name
from procure_desktop.wording.records import action_words


def describe_commitment(office: Office, commitment: Commitment, row: Row) -> Details:
    """Return the details of a commitment; `row` is its row in the list, which names the officers."""
    version = (
        tr("version {version}").format(version=commitment.version) if commitment.version else ""
    )
    number = commitment.number or tr("Without a number yet")
    return Details(
        number,
        " · ".join(part for part in (say(commitment.state), version) if part),
        (
            Section(tr("Reason"), (Fact(say(commitment.state), commitment.reason, Mark.STOPPED),)),
            Section(tr("Money"), _money(commitment)),
            Section(tr("Lines"), tuple(_line(office, line) for line in commitment.lines)),
            Section(tr("Approval of the list"), evidence_facts(read_evidence(office, commitment))),
            since_section(effects_on(office, record_of(commitment))),
            Section(tr("Terms"), _terms(commitment)),
            Section(tr("Officers"), _officers(commitment, row)),
            Section(tr("History"), tuple(_entry(one) for one in read_history(office, commitment))),
        ),
    )


def _money(commitment: Commitment) -> tuple[Fact, ...]:
    rate = commitment.terms.rate
    if rate.currency == USD:
        return (Fact(tr("Amount"), figures.amount(commitment.usd)),)
    return (
        Fact(tr("Amount"), figures.amount(commitment.national)),
        Fact(tr("In US dollars"), figures.amount(commitment.usd)),
        Fact(tr("Rate"), figures.quotes(rate)),
        Fact(tr("Rate day"), figures.day(rate.day)),
        Fact(tr("Rate source"), rate.source),
    )


def _line(office: Office, priced: PricedLine) -> Fact:
    view = read_line(office, priced.line)
    return Fact(
        tr("Line {number}").format(number=view.line.number),
        f"{item_name(view.line)}\n{_sum(priced, view)}",
    )


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
        Fact(tr("Budget line"), terms.budget_line),
        Fact(tr("Fiscal year"), str(terms.fiscal_year)),
        Fact(tr("Money"), say(terms.money_source)),
        Fact(tr("Legal basis"), terms.legal_basis),
        Fact(tr("Conditions"), terms.conditions),
        Fact(tr("Valid until"), figures.day(terms.validity) if terms.validity else ""),
        Fact(tr("Marking"), commitment.marking),
    )


def _officers(commitment: Commitment, row: Row) -> tuple[Fact, ...]:
    return (
        Fact(tr("Prepared by"), row["prepared_by"]),
        Fact(tr("Authorised by"), row["authorised_by"]),
        Fact(tr("Drafted"), figures.moment(commitment.drafted_at)),
    )


def _entry(entry: Entry) -> Fact:
    return Fact(figures.moment(entry.at), f"{action_words(entry.change.action)}, {entry.officer}")
