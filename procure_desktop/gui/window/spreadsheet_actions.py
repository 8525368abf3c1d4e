"""The actions for lists that come as spreadsheets: importing one, and attesting to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from procure_desktop.domain.listing import Listing
from procure_desktop.domain.request_list import Approval
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.request_lists.attest_dialog import AttestDialog
from procure_desktop.gui.request_lists.spreadsheet_wizard import SpreadsheetWizard
from procure_desktop.gui.window.desk_view import DeskView
from procure_desktop.language import plural, tr
from procure_desktop.services.attest_list import ListStanding
from procure_desktop.services.import_spreadsheet import SheetPreview
from procure_desktop.wording import figures
from procure_desktop.wording.effects import touched_words


class SpreadsheetActions(QObject):
    """Opens the wizard and the attestation, and says what came of them."""

    def __init__(self, view: DeskView, parent: QObject) -> None:
        """Act for the officer who sees `view`."""
        super().__init__(parent)
        self._view = view
        self._desk = view.desk

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action."""
        return {"import-spreadsheet": self.import_spreadsheet, "attest-list": self.attest_list}

    def import_spreadsheet(self) -> None:
        """Bring in a list that came as a spreadsheet, step by step."""
        SpreadsheetWizard.ask(self._desk, self._view, self._imported)

    def _imported(self, found: SheetPreview) -> None:
        self._desk.changes.announce({Listing.LINES, Listing.RELEASES, Listing.EFFECTS})
        touched = any(one.notable for one in found.effects)
        self._view.open(Place.EFFECTS if touched else Place.LINES)
        text = plural(
            "{serial} version {version} is imported, unapproved: {n} line. Next, two officers attest to its letter: "
            "Attest list, in the Office menu.",
            "{serial} version {version} is imported, unapproved: {n} lines. Next, two officers attest to its letter: "
            "Attest list, in the Office menu.",
            found.good,
        )
        number = figures.whole(found.good)
        said = text.format(serial=found.serial, version=found.version, n=number)
        if touched:
            self._desk.messages.warn(" ".join((said, touched_words(found.effects))))
        else:
            self._desk.messages.done(said)

    def attest_list(self) -> None:
        """Vouch for a list with its letter in hand."""
        AttestDialog.ask(self._desk, self._view, self._attested)

    def _attested(self, standing: ListStanding) -> None:
        self._desk.changes.announce({Listing.LINES, Listing.RELEASES, Listing.JOURNAL})
        self._view.open(Place.LINES)
        done = standing.edition.approval is Approval.ATTESTED
        text = (
            tr("Two officers have attested to {serial} version {version}: it can be committed to.")
            if done
            else tr(
                "You have attested to {serial} version {version}. Another officer attests next."
            )
        )
        edition = standing.edition
        self._desk.messages.done(text.format(serial=edition.serial, version=edition.version))
