"""Checks that belong to no page: is a document genuine, is the journal what it was."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from procure_desktop.domain.journal import Head
from procure_desktop.gui.documents.verify_dialog import VerifyDialog
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.window.desk_view import DeskView
from procure_desktop.language import tr
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.wording import figures


class Checks(QObject):
    """Handlers for the actions that check."""

    def __init__(self, view: DeskView, parent: QObject) -> None:
        """Check for the officer who sees `view`."""
        super().__init__(parent)
        self._view = view
        self._desk = view.desk

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action."""
        return {
            "verify": self.verify,
            "verify-journal": self.verify_journal,
            "verify-journal-against": self.choose_witness,
        }

    def verify(self) -> None:
        """Ask which PDF."""
        VerifyDialog.ask(self._desk, self._view)

    def verify_journal(self) -> None:
        """Check every link of the chain."""
        office = self._desk.office
        self._desk.tasks.start(
            tr("Verifying the journal"), lambda _: verify_journal(office), self._tell_whole
        )

    def choose_witness(self) -> None:
        """Ask for the signed document or backup that the journal is held against."""
        chooser = choose_file(
            self._view,
            tr("Signed PDF or backup"),
            "*.pdf *.backup",
            Purpose.READ,
            Path.home(),
        )
        chooser.fileSelected.connect(self._verify_against)

    @Slot(str)
    def _verify_against(self, path: str) -> None:
        office, name = self._desk.office, Path(path).name

        def work(_progress: object) -> tuple[str, Head]:
            return name, verify_journal(office, Path(path))

        self._desk.tasks.start(tr("Verifying the journal"), work, self._tell_witnessed)

    def _tell_whole(self, head: Head) -> None:
        text = tr("The journal is whole: {number} entries, none changed or missing. {head}")
        self._desk.messages.done(
            text.format(number=figures.whole(head.number), head=_head_text(head))
        )

    def _tell_witnessed(self, checked: tuple[str, Head]) -> None:
        name, head = checked
        text = tr(
            "The journal is whole and is the one that {file} was made with: {number} entries. {head}"
        )
        self._desk.messages.done(
            text.format(file=name, number=figures.whole(head.number), head=_head_text(head))
        )


def _head_text(head: Head) -> str:
    return tr("Last hash: {hash} …").format(hash=figures.fingerprint(head.sha256))
