"""Stock & donations: what the ministry gives from its own stock for urgent lines."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.donation import DonationId
from procure_desktop.domain.effects import Record, RecordKind
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.officer import Role
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.donation_details import describe_donation
from procure_desktop.gui.details.effect_details import since_section
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.facet_box import Facet
from procure_desktop.gui.stock.donation_actions import DonationActions
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.tables.sums import quantity_of_one_unit, sums_by_currency
from procure_desktop.language import forms, marked, tr
from procure_desktop.services.list_effects import effects_on
from procure_desktop.services.log_donation import read_donation
from procure_desktop.services.read_line import read_line


class StockPage(ListingPage):
    """Log donations and see on which basis each is valued."""

    place = Place.STOCK
    frame = Frame(
        title=marked("Stock & donations"),
        listing=Listing.DONATIONS,
        count=forms("{shown} of {all} donation", "{shown} of {all} donations"),
        states=("offered", "cancelled"),
        facets=(Facet("condition", marked("Condition")), Facet("origin", marked("Origin"))),
        empty=marked("No donations yet"),
        empty_sentence=marked(
            "For an urgent line an ally gives from its own stock at once and is served "
            "first when the United States replaces it."
        ),
        empty_action="log-donation",
        empty_roles=frozenset({Role.PREPARER}),
        empty_otherwise=marked(
            "An officer who prepares logs a donation for an urgent line; it is shown here then."
        ),
        hint=marked(
            "Select a donation to see what is given, its value on four bases and the line it serves."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Let donations be logged from here: the line is chosen first."""
        super().__init__(desk, parent)
        self._actions = DonationActions(desk, self, _no_line)

    @override
    def describe(self, row: Row) -> Details:
        office = self.desk.office
        donation = read_donation(office, DonationId(row["id"]))
        details = describe_donation(donation, read_line(office, donation.offer.line), row)
        record = Record(RecordKind.DONATION, donation.id, donation.number)
        since = since_section(effects_on(office, record))
        return replace(details, sections=(*details.sections, since))

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        return "log-donation"

    @override
    def totals(self, rows: tuple[Row, ...]) -> str:
        quoted = tr("{sums} quoted").format(sums=sums_by_currency(rows, "quoted"))
        quantity = quantity_of_one_unit(rows, "quantity")
        return " · ".join(part for part in (quantity, quoted) if part)

    @override
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return self._actions.handlers()


def _no_line() -> None:
    """No line is meant here before the officer chooses one."""
