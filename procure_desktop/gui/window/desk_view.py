"""What a signed-in officer sees: demo band, rail, message bar and the open page."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.changes import Changes
from procure_desktop.gui.desk.demo_band import DemoBand
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.desk.read_only_band import ReadOnlyBand, read_only_reason
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.page_stack import PageStack
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.style.measures import is_wordy, tight
from procure_desktop.gui.style.scrolled import scrolling
from procure_desktop.gui.unfinished.unfinished_notice import unfinished_notice
from procure_desktop.gui.window.pages import PAGES
from procure_desktop.gui.window.rail import Rail
from procure_desktop.language import tr
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.find_rate import find_rate
from procure_desktop.services.office import Office
from procure_desktop.wording import figures
from procure_desktop.wording.terms import terms


class DeskView(QWidget):
    """`standing_changed`: another page is open or another row selected."""

    standing_changed = Signal()

    def __init__(
        self, office: Office, tasks: TaskRunner, actions: ActionTable, parent: QWidget | None = None
    ) -> None:
        """Lay out the view; pages are made when they are first opened."""
        super().__init__(parent)
        self.setObjectName("desk")
        self.desk = Desk(office, tasks, Changes(self), MessageBar(), actions)
        self._pages: dict[Place, Page] = {}
        self._stack = PageStack()
        self._rail = Rail()
        self._rail.chosen.connect(self._turn_to)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, gap=0)
        if self.desk.office.profile.demo:
            layout.addWidget(DemoBand())
        if self.desk.office.read_only:
            layout.addWidget(ReadOnlyBand(read_only_reason(self.desk.office)))
        across = QHBoxLayout()
        tight(across, gap=0)
        across.addWidget(self._rail)
        centre = QVBoxLayout()
        tight(centre, gap=0)
        centre.addWidget(self.desk.messages)
        centre.addWidget(scrolling(self._stack, tr("Page")), 1)
        across.addLayout(centre, 1)
        layout.addLayout(across, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.show_words(wordy=is_wordy(self))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts of the view that F6 goes through: the pages, messages, and what the page has."""
        page = self.page
        return (self._rail, self.desk.messages, *(page.panes() if page is not None else ()))

    def who(self) -> str:
        """Return who works here, and of which day the published rates are."""
        office = self.desk.office
        rate = find_rate("EUR", office.now().date())
        return tr("{nation} · {officer} ({roles}) · ECB rates of {day}").format(
            nation=office.profile.nation,
            officer=office.officer.name,
            roles=terms(sorted(office.officer.roles)),
            day=figures.day(rate.day),
        )

    def office_title(self) -> str:
        """Return the office's name for the window's title."""
        profile = self.desk.office.profile
        return f"{profile.nation} {profile.unit}"

    def database(self) -> str:
        """Return which office is open and when it was backed up last, as its journal says."""
        office = self.desk.office
        query = Query(Listing.JOURNAL, facets=(("action", ("office backed up",)),))
        entries = list_ids(office, query)
        if not entries:
            return tr("{office} · no backup yet").format(office=office.folder.name)
        (entry,) = read_rows(office, Listing.JOURNAL, entries[:1])
        at = figures.moment(entry["at"])
        return tr("{office} · backed up {at}").format(office=office.folder.name, at=at)

    @property
    def page(self) -> Page | None:
        """The open page."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def open(self, place: Place, record: int | None = None) -> Page:
        """Open a page and select a record on it."""
        page = self._pages.get(place) or self._make(place)
        self._rail.check(place)
        self._stack.setCurrentWidget(page)
        page.reveal(record)
        self.standing_changed.emit()
        return page

    def standpoints(self) -> dict[Place, object]:
        """Return where the officer is on every page that was opened, the page in front last."""
        front = self.page
        pages = sorted(self._pages.values(), key=lambda page: page is front)
        return {page.place: page.standpoint() for page in pages}

    def go_back_to(self, standpoints: dict[Place, object]) -> None:
        """Open every page as another view left it, the last one in front."""
        for place, standpoint in standpoints.items():
            self.open(place).go_back_to(standpoint)
        self.standing_changed.emit()

    def settle(self) -> None:
        """Let every page keep at once what it would keep after a pause."""
        for page in self._pages.values():
            page.settle()

    def tell_unfinished(self) -> None:
        """Say what the officer typed before and did not save, where there is such."""
        notice = unfinished_notice(self.desk.office)
        if notice:
            self.desk.messages.say(notice)

    def fill_menu(self, menu: QMenu) -> None:
        """Put the pages into a menu."""
        menu.clear()
        menu.addActions(list(self._rail.actions_of.values()))

    def _make(self, place: Place) -> Page:
        page = PAGES[place](self.desk)
        page.standing_changed.connect(self._hear_page)
        page.sought.connect(self._seek)
        page.state_sought.connect(self._seek_state)
        self._pages[place] = page
        self._stack.addWidget(page)
        return page

    @Slot(object)
    def _turn_to(self, place: Place) -> None:
        self.desk.messages.clear()
        self.open(place)

    @Slot(object, object)
    def _seek(self, place: Place, record: int | None) -> None:
        self.open(place, record)

    @Slot(object, str)
    def _seek_state(self, place: Place, state: str) -> None:
        self.open(place).show_state(state)

    @Slot()
    def _hear_page(self) -> None:
        if self.sender() is self.page:
            self.standing_changed.emit()
