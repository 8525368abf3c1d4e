"""The office's own actions: officers and settings, backup, and what this program is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from procure_desktop.domain.journal import Head
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.help.about_dialog import AboutDialog
from procure_desktop.gui.officers.office_settings_dialog import OfficeSettingsDialog
from procure_desktop.gui.officers.officers_dialog import OfficersDialog
from procure_desktop.gui.officers.passphrase_dialog import PassphraseDialog
from procure_desktop.gui.officers.recovery_key_dialog import RecoveryKeyDialog
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.gui.window.desk_view import DeskView
from procure_desktop.language import tr
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.wording import figures


class Administration(QObject):
    """Handlers for the actions of the office itself."""

    def __init__(self, view: DeskView, parent: QObject) -> None:
        """Act for the officer who sees `view`."""
        super().__init__(parent)
        self._view = view
        self._desk = view.desk

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action."""
        return {
            "officers": self.officers,
            "office-settings": self.office_settings,
            "change-passphrase": self.change_passphrase,
            "recovery-key": self.recovery_key,
            "back-up": self.back_up,
            "about": self.about,
        }

    def officers(self) -> None:
        """Show the officers and the settings."""
        OfficersDialog.ask(self._desk, self._view)

    def office_settings(self) -> None:
        """Show the letterhead and what is set for everybody."""
        OfficeSettingsDialog.ask(self._desk, self._view, self._settings_changed)

    def _settings_changed(self, _settings: object) -> None:
        self._desk.changes.announce({Listing.JOURNAL})
        self._desk.messages.done(tr("The settings hold for everybody in this office from now on."))

    def change_passphrase(self) -> None:
        """Ask for the officer's present and new passphrase."""
        PassphraseDialog.ask(self._desk, self._view, self._passphrase_changed)

    def _passphrase_changed(self, _nothing: None) -> None:
        self._desk.changes.announce({Listing.JOURNAL})
        text = tr("Your passphrase is changed. Backups made before keep the old one.")
        self._desk.messages.done(text)

    def recovery_key(self) -> None:
        """Make a recovery key."""
        RecoveryKeyDialog.ask(self._desk, self._view, self._recovery_key_made)

    def _recovery_key_made(self, _key: object) -> None:
        self._desk.changes.announce({Listing.JOURNAL})
        text = tr(
            "The recovery key opens this office from now on. Lock its sheet away; destroy older ones."
        )
        self._desk.messages.done(text)

    def about(self) -> None:
        """Say what this program is."""
        AboutDialog.ask(self._view)

    def back_up(self) -> None:
        """Ask where the backup goes."""
        name = f"{self._desk.office.folder.stem} {self._desk.office.now():%Y-%m-%d}.backup"
        chooser = choose_file(
            self._view,
            tr("Backup of the office"),
            "*.backup",
            Purpose.WRITE,
            Path.home() / name,
        )
        chooser.fileSelected.connect(self._back_up_to)

    @Slot(str)
    def _back_up_to(self, path: str) -> None:
        office, target = self._desk.office, Path(path)

        def work(progress: Progress) -> tuple[Path, Head]:
            return target, back_up_office(office, target, progress)

        self._desk.tasks.start(tr("Backing up the office"), work, self._backed_up)

    def _backed_up(self, written: tuple[Path, Head]) -> None:
        path, head = written
        self._desk.changes.announce({Listing.JOURNAL})
        text = tr(
            "Backed up, opened and checked: {path}. It holds the journal up to entry {number}. "
            "Keep it on another disk."
        )
        number = figures.whole(head.number)
        self._desk.messages.done(text.format(path=path, number=number))
