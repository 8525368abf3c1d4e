"""Importing a list release: verified and previewed first, stored only when the officer says so."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.details import Details, DetailsPane, Fact, Section
from procure_desktop.gui.details.effect_details import effect_sections
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP
from procure_desktop.gui.style.phrases import fingerprint_lines
from procure_desktop.language import tr
from procure_desktop.services.import_release import ReleasePreview, import_release, preview_release
from procure_desktop.services.pin_trust import pinned_fingerprint
from procure_desktop.wording import figures


class ImportDialog(FormDialog):
    """Answers with the ReleasePreview of what was imported."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask for the file; the button verifies first and imports then."""
        super().__init__("import-dialog", tr("Import release"), "", desk.tasks, parent)
        self._office = desk.office
        self._preview: ReleasePreview | None = None
        self._authority = pinned_fingerprint(desk.office)
        self.file = FileField(
            "release-file", tr("List release"), "*.release", start=desk.office.folder.parent
        )
        self.add_row(tr("&File"), self.file)
        self.add_row(tr("Release authority"), self._authority_label())
        self.shown = DetailsPane(
            tr("Choose a file ending in .release. It is verified before it is read.")
        )
        self.shown.setMinimumHeight(32 * GAP)
        self.body.addWidget(self.shown)
        self.file.changed.connect(self._start_again)
        self._start_again()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[ReleasePreview], None]) -> None:
        """Open the dialog; `answered` gets what was imported."""
        cls(desk, parent).listen(answered)

    def _authority_label(self) -> TextLabel:
        text = (
            fingerprint_lines(self._authority)
            if self._authority
            else tr("None is pinned. An administrator pins it first, in the Office menu.")
        )
        label = TextLabel(text, wrap=not self._authority).copyable()
        label.setObjectName("authority")
        return label

    @override
    def work(self) -> tuple[str, Work]:
        path, office = self.file.path, self._office
        if path is None:
            raise EmptyTextError(field="path of the release")
        if self._preview is None:
            return tr("Verifying the release"), lambda progress: preview_release(
                office, path, progress
            )
        return tr("Importing the release"), lambda progress: import_release(office, path, progress)

    @override
    def finish(self, result: Any) -> None:
        if self._preview is not None:
            super().finish(result)
            return
        self._preview = result
        self.shown.show_details(describe_release(result))
        self.primary.setText(tr("&Import"))
        self.messages.done(tr("The release is genuine. Nothing is stored yet."))

    @Slot()
    def _start_again(self) -> None:
        self._preview = None
        self.messages.clear()
        self.shown.show_details(None)
        self.primary.setText(tr("&Verify and preview"))
        self.primary.setEnabled(self.file.path is not None)


def describe_release(preview: ReleasePreview) -> Details:
    """Return what a verified release holds and what importing it changes."""
    issued, difference = preview.issued, preview.difference
    kind = tr("ILLUSTRATIVE, for demonstration only") if issued.illustrative else ""
    return Details(
        tr("{serial} version {version}").format(serial=issued.serial, version=issued.version),
        tr("Issued by {issuer} on {day}").format(
            issuer=issued.issuer, day=figures.day(issued.issued)
        ),
        (
            Section(
                tr("What changes"),
                (
                    Fact(tr("New lines"), figures.whole(difference.new)),
                    Fact(tr("Changed lines"), figures.whole(difference.changed)),
                    Fact(tr("Withdrawn lines"), figures.whole(difference.withdrawn)),
                ),
            ),
            *effect_sections(preview.effects),
            Section(
                tr("The release"),
                (
                    Fact(tr("Lines"), figures.whole(len(issued.lines))),
                    Fact(tr("Packages"), figures.whole(len(issued.packages))),
                    Fact(tr("Open until"), figures.day(preview.expires)),
                    Fact(tr("Marking"), issued.marking),
                    Fact(tr("Data"), kind),
                    Fact(tr("Signatures"), figures.whole(preview.signers)),
                    Fact(tr("SHA-256"), figures.spoken_fingerprint(preview.file.sha256)),
                ),
            ),
        ),
    )
