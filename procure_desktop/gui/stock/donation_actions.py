"""Logging a donation: the same on every page that leads to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from procure_desktop.domain.donation import Donation
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.commitments.line_choice_dialog import LineChoiceDialog
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.stock.donation_dialog import DonationDialog
from procure_desktop.language import tr
from procure_desktop.services.read_line import read_line
from procure_desktop.wording import figures


class DonationActions(QObject):
    """Handlers for a page; `chosen` returns its urgent line, or None where one is chosen first."""

    def __init__(self, desk: Desk, page: Page, chosen: Callable[[], LineId | None]) -> None:
        """Act for `page` and go with it."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._chosen = chosen

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action."""
        return {"log-donation": self.log_donation}

    def log_donation(self) -> None:
        """Ask what is given, and for which line where that is not known yet."""
        line = self._chosen()
        if line is None:
            LineChoiceDialog.ask(self._desk, self._page, self._ask)
        else:
            self._ask(line)

    def _ask(self, line: LineId) -> None:
        DonationDialog.ask(self._desk, self._page, line, self._logged)

    def _logged(self, donation: Donation) -> None:
        self._desk.changes.announce({Listing.DONATIONS, Listing.LINES})
        self._page.sought.emit(Place.STOCK, int(donation.id))
        view = read_line(self._desk.office, donation.offer.line)
        text = tr("{number} is logged. Line {line} now has {left} outstanding.")
        self._desk.messages.done(
            text.format(
                number=donation.number,
                line=view.line.number,
                left=figures.units(view.outstanding.quantity, view.line.unit),
            )
        )
