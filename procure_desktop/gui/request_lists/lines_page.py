"""Request lists: the lines of the approved list, and committing funds to them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import Commitment
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.commitments.commit_dialog import CommitDialog
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.line_details import describe_line
from procure_desktop.gui.details.line_history import history_section
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.action_button import ActionButton
from procure_desktop.gui.parts.facet_box import Facet
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.stock.donation_actions import DonationActions
from procure_desktop.gui.style.phrases import edition_words
from procure_desktop.gui.tables.columns import Row
from procure_desktop.gui.tables.sums import quantity_of_one_unit
from procure_desktop.language import forms, marked, plural, tr
from procure_desktop.services.browse import Counts
from procure_desktop.services.read_line import read_line
from procure_desktop.services.summarise import summarise
from procure_desktop.wording import figures
from procure_desktop.wording.terms import term


class LinesPage(ListingPage):
    """Select lines, see what is open of them, and commit funds."""

    place = Place.LINES
    frame = Frame(
        title=marked("Request lists"),
        listing=Listing.LINES,
        count=forms("{shown} of {all} line", "{shown} of {all} lines"),
        states=("open", "unapproved", "awaiting US release", "closed", "withdrawn"),
        facets=(
            Facet("capability", marked("Capability")),
            Facet("urgent", marked("Urgency"), {"yes": marked("Urgent"), "no": marked("Routine")}),
            Facet("availability", marked("US stock")),
            Facet("package", marked("Package")),
        ),
        empty=marked("No approved list yet"),
        empty_sentence=marked(
            "Import a release of the Prioritized Ukraine Requirements List. It is "
            "verified against the pinned release authority before anything is stored. A list that came as a "
            "spreadsheet is imported by the Office menu."
        ),
        empty_action="import-release",
        empty_roles=frozenset(Role) - {Role.AUDITOR},
        empty_otherwise=marked(
            "An officer who prepares, authorises or administers imports the list; it is shown here then."
        ),
        hint=marked(
            "Select a line to see its price, what is outstanding, its stamps and its controls."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Let donations be logged for the selected line."""
        super().__init__(desk, parent)
        self._donations = DonationActions(desk, self, self._chosen_line)

    @override
    def _make_parts(self) -> None:
        super()._make_parts()
        self._editions = TextLabel()
        self._editions.setObjectName("editions")

    @override
    def _header(self) -> QHBoxLayout:
        header = super()._header()
        header.insertWidget(1, self._editions)
        compare = ActionButton("compare")
        compare.stand_for(self.desk.actions["compare-versions"])
        header.insertWidget(2, compare)
        return header

    @override
    def _show_counts(self, counts: Counts) -> None:
        super()._show_counts(counts)
        editions = summarise(self.desk.office).editions
        self._editions.setText("\n".join(edition_words(edition) for edition in editions))

    @override
    def describe(self, row: Row) -> Details:
        office, line = self.desk.office, LineId(row["line"])
        details = describe_line(read_line(office, line))
        return replace(details, sections=(*details.sections, history_section(office, line)))

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        return "commit-funds"

    @override
    def totals(self, rows: tuple[Row, ...]) -> str:
        usd = sum(row["outstanding_usd"] for row in rows)
        quantity = quantity_of_one_unit(rows, "outstanding")
        sums = " = ".join(part for part in (quantity, figures.amount(Money(usd, USD))) if part)
        text = tr("{sums} outstanding").format(sums=sums)
        shut = Counter(row["state"] for row in rows if row["state"] != "open")
        why = ", ".join(f"{term(state)}: {figures.whole(count)}" for state, count in shut.items())
        return tr("{text} · cannot be funded: {why}").format(text=text, why=why) if why else text

    @override
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return {"commit-funds": self.commit_funds, **self._donations.handlers()}

    def _chosen_line(self) -> LineId:
        return LineId(self.selected_rows()[0]["line"])

    def commit_funds(self) -> None:
        """Ask for quantities or amounts and the terms, and keep them as a draft."""
        lines = tuple(LineId(row["line"]) for row in self.selected_rows())
        CommitDialog.ask(self.desk, self, lines, self._drafted)

    def _drafted(self, commitment: Commitment) -> None:
        self.desk.changes.announce({Listing.COMMITMENTS})
        self.sought.emit(Place.COMMITMENTS, int(commitment.id))
        self.desk.messages.done(_drafted_text(commitment))


def _drafted_text(commitment: Commitment) -> str:
    text = plural(
        "Draft saved: {amount} on {n} line. It reserves nothing yet. "
        "Next: look at the preview, then Submit to sign it.",
        "Draft saved: {amount} on {n} lines. It reserves nothing yet. "
        "Next: look at the preview, then Submit to sign it.",
        len(commitment.lines),
    )
    amount = figures.amount(commitment.national)
    return text.format(amount=amount, n=figures.whole(len(commitment.lines)))
