"""What the pane says of a donation: what is given, its value on four bases, and the line it serves."""

from procure_desktop.domain.donation import Basis, Donation, Offer, Origin
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.phrases import say
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import marked, tr
from procure_desktop.services.read_line import LineView
from procure_desktop.wording import figures
from procure_desktop.wording.items import item_name

TRANSFER = marked("The United States must authorise the third-party transfer before it moves.")


def describe_donation(donation: Donation, view: LineView, row: Row) -> Details:
    """Return the details of a donation; `row` is its row in the list, which names the officer."""
    offer = donation.offer
    return Details(
        donation.number,
        f"{say(donation.state)} · {item_name(view.line)}",
        (
            Section(tr("What is given"), _given(offer, view)),
            Section(tr("Value of the whole"), _values(offer)),
            Section(tr("The line it serves"), _line(view)),
            Section(tr("Record"), _record(donation, row)),
        ),
    )


def _given(offer: Offer, view: LineView) -> tuple[Fact, ...]:
    american = offer.origin is Origin.US
    return (
        Fact(tr("Quantity"), figures.units(offer.quantity, view.line.unit)),
        Fact(tr("Condition"), say(offer.condition)),
        Fact(tr("Depot"), offer.depot),
        Fact(tr("Serial numbers"), "\n".join(offer.serials)),
        Fact(tr("Origin"), say(offer.origin)),
        Fact(tr("Transfer"), tr(TRANSFER) if american else "", Mark.WAITING),
        Fact(tr("Remarks"), offer.remarks),
    )


def _values(offer: Offer) -> tuple[Fact, ...]:
    valuation = offer.valuation
    return (
        *(_value(offer, basis) for basis in Basis),
        Fact(tr("Valued on"), figures.day(valuation.day)),
    )


def _value(offer: Offer, basis: Basis) -> Fact:
    valuation = offer.valuation
    value = valuation.values.get(basis)
    if value is None:
        return Fact(say(basis), tr("Not known"))
    if basis is not valuation.quoted:
        return Fact(say(basis), figures.amount(value))
    return Fact(say(basis), tr("{amount} (quoted)").format(amount=figures.amount(value)), Mark.DONE)


def _line(view: LineView) -> tuple[Fact, ...]:
    line, open_now = view.line, view.outstanding
    return (
        Fact(
            tr("Line"),
            tr("{number} of {list}").format(number=line.number, list=view.edition.serial),
        ),
        Fact(tr("Package"), view.package.title if view.package else line.package),
        Fact(tr("Required by"), figures.day(line.required_by) if line.required_by else ""),
        Fact(tr("Still open"), figures.units(open_now.quantity, line.unit)),
        Fact(tr("In value"), figures.amount(open_now.usd)),
    )


def _record(donation: Donation, row: Row) -> tuple[Fact, ...]:
    return (
        Fact(tr("Logged by"), row["logged_by"]),
        Fact(tr("Logged on"), figures.day(donation.logged_on)),
    )
