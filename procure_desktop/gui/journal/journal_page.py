"""Journal: every change, the newest first, and the check that none was altered."""

from typing_extensions import override

from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.journal_details import describe_entry
from procure_desktop.gui.listing.listing_frame import Frame
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.facet_box import Facet
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import forms, marked
from procure_desktop.services.read_commitment import read_entry


class JournalPage(ListingPage):
    """Read who did what and when, and verify the chain of hashes."""

    place = Place.JOURNAL
    frame = Frame(
        title=marked("Journal"),
        listing=Listing.JOURNAL,
        count=forms("{shown} of {all} entry", "{shown} of {all} entries"),
        facets=(Facet("action", marked("Action")), Facet("officer", marked("Officer"))),
        empty=marked("The journal is empty"),
        empty_sentence=marked(
            "Every change is written here with its officer, its time and a hash."
        ),
        hint=marked("Select an entry to see what was before, what was after, and its hash."),
    )

    @override
    def describe(self, row: Row) -> Details:
        return describe_entry(read_entry(self.desk.office, row["id"]))

    @override
    def next_step(self, rows: tuple[Row, ...]) -> str:
        return "verify-journal"
