"""The actions that belong to no page: the office's own, and those that lead to a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.request_lists.import_dialog import ImportDialog
from procure_desktop.gui.request_lists.trust_dialog import TrustDialog
from procure_desktop.gui.unfinished.set_aside import set_dialogs_aside
from procure_desktop.gui.window.administration import Administration
from procure_desktop.gui.window.checks import Checks
from procure_desktop.gui.window.daily_backups import DailyBackups
from procure_desktop.gui.window.desk_view import DeskView
from procure_desktop.gui.window.finding import Finding
from procure_desktop.gui.window.idle_lock import IdleLock
from procure_desktop.gui.window.other_hands import OtherHands
from procure_desktop.gui.window.spreadsheet_actions import SpreadsheetActions
from procure_desktop.language import plural, tr
from procure_desktop.services.import_release import ReleasePreview
from procure_desktop.services.office_settings import office_settings
from procure_desktop.wording import figures
from procure_desktop.wording.effects import touched_words

_PATIENCE = 5000
"""Milliseconds that a lock waits for what is being kept."""


class OfficeActions(QObject):
    """`left` asks to close the office; it carries the officer who will come back, or nothing."""

    left = Signal(str)

    def __init__(self, view: DeskView) -> None:
        """Act on what the view shows, and go with it."""
        super().__init__(view)
        self._view = view
        self._desk = view.desk
        self._checks = Checks(view, self)
        self._spreadsheets = SpreadsheetActions(view, self)
        self._administration = Administration(view, self)
        self._finding = Finding(view, self)
        self.idle = IdleLock(office_settings(self._desk.office).idle_minutes, self)
        self.idle.expired.connect(self._lock_untouched)
        self.backups = DailyBackups(self._desk, self)
        self._others = OtherHands(self._desk, self)
        self._desk.changes.announced.connect(self._follow_settings)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action, by its name."""
        return {
            "lock": self.lock,
            "switch-officer": self.switch_officer,
            "find": self.find,
            "find-anything": self._finding.find_anything,
            "export-list": self.export_list,
            "new-commitment": self.choose_lines,
            "import-release": self.import_release,
            "compare-versions": self.compare_versions,
            "pin-trust": self.pin_trust,
            **self._spreadsheets.handlers(),
            **self._checks.handlers(),
            **self._administration.handlers(),
        }

    def import_release(self) -> None:
        """Bring in a list release after its preview."""
        ImportDialog.ask(self._desk, self._view, self._imported)

    def compare_versions(self) -> None:
        """Show two versions of a list side by side."""
        self._view.open(Place.VERSIONS)

    def _imported(self, preview: ReleasePreview) -> None:
        self._desk.changes.announce({Listing.LINES, Listing.RELEASES, Listing.EFFECTS})
        touched = any(one.notable for one in preview.effects)
        self._view.open(Place.EFFECTS if touched else Place.LINES)
        issued = preview.issued
        count = len(issued.lines)
        text = plural(
            "{serial} version {version} is imported: {n} line.",
            "{serial} version {version} is imported: {n} lines.",
            count,
        )
        said = text.format(serial=issued.serial, version=issued.version, n=figures.whole(count))
        if not touched:
            self._desk.messages.done(said)
            return
        self._desk.messages.warn(" ".join((said, touched_words(preview.effects))))

    def pin_trust(self) -> None:
        """Choose whose lists the office trusts."""
        TrustDialog.ask(self._desk, self._view, self._pinned)

    def _pinned(self, fingerprint: str) -> None:
        self._desk.changes.announce({Listing.RELEASES})
        text = tr("Pinned. Read it aloud with the release authority: {fingerprint}")
        spoken = figures.spoken_fingerprint(fingerprint)
        self._desk.messages.done(text.format(fingerprint=spoken))

    def lock(self) -> None:
        """Close the office until the same officer signs in again."""
        self.left.emit(self._desk.office.officer.name)

    @Slot()
    def _lock_untouched(self) -> None:
        """Lock, but let work under way end first: it is asked again every second."""
        if not self._desk.tasks.running and set_dialogs_aside():
            # What was being typed is on its way to the disk.
            self._desk.tasks.wait(_PATIENCE)
            self.lock()

    @Slot()
    def _follow_settings(self) -> None:
        self.idle.set_minutes(office_settings(self._desk.office).idle_minutes)

    def switch_officer(self) -> None:
        """Close the office and let any officer sign in."""
        self.left.emit("")

    def find(self) -> None:
        """Go to the search field of the open page."""
        if self._view.page is not None:
            self._view.page.go_to_search()

    def export_list(self) -> None:
        """Write what the open page shows to a file."""
        if self._view.page is not None:
            self._view.page.export_list()

    def choose_lines(self) -> None:
        """Lead to the request lists, where a commitment begins."""
        self._view.open(Place.LINES)
        self._desk.messages.say(
            tr("Select the lines to fund (Ctrl or Shift for several), then choose Commit funds.")
        )
