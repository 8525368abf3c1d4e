"""Going to what was found: the action is done, the page opened, the view shown, the record selected."""

from PySide6.QtCore import QObject

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.saved_view import Arrangement, SavedView
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.action_specs import ActionSpec
from procure_desktop.gui.finding.find_dialog import FindDialog
from procure_desktop.gui.finding.find_targets import PLACES, Target
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.listing.usual_views import UsualView
from procure_desktop.gui.window.desk_view import DeskView
from procure_desktop.services.find_records import FoundRecord
from procure_desktop.services.remember_visit import remember_visit


class Finding(QObject):
    """Opens the field over what the view shows."""

    def __init__(self, view: DeskView, parent: QObject) -> None:
        """Find for the officer who sees `view`."""
        super().__init__(parent)
        self._view, self._desk = view, view.desk

    def find_anything(self) -> None:
        """Ask where to go."""
        page = self._view.page
        if page is not None:
            FindDialog.ask(self._desk, page, self._view, self._go)

    def _go(self, target: Target) -> None:
        self._remember(target)
        match target.goal:
            case ActionSpec():
                self._desk.actions[target.goal.name].trigger()
            case Place():
                self._view.open(target.goal)
            case UsualView():
                self._show(Arrangement(target.goal.query))
            case SavedView():
                self._view.open(PLACES[target.goal.arrangement.query.listing]).show_view(
                    target.goal
                )
            case FoundRecord():
                self._show_record(target.goal)

    def _show(self, arrangement: Arrangement) -> None:
        page = self._view.open(PLACES[arrangement.query.listing])
        if isinstance(page, ListingPage):
            page.show_arrangement(arrangement)

    def _show_record(self, found: FoundRecord) -> None:
        if found.listing is Listing.OFFICERS:
            self._desk.actions["officers"].trigger()
        else:
            self._view.open(PLACES[found.listing], found.id)

    def _remember(self, target: Target) -> None:
        office = self._desk.office
        if not office.read_only:
            self._desk.tasks.start("", lambda _: remember_visit(office, target.key), _ignore)


def _ignore(_nothing: object) -> None:
    """Take an answer that nobody waits for."""
