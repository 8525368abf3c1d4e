"""Restoring an office from a backup: which, where, by whom, and which numbers were given since."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError, ProcureError
from procure_desktop.gui.parts.file_field import FileField, Purpose
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.parts.twice_typed import secret_field
from procure_desktop.language import tr
from procure_desktop.services.back_up_office import restore_office
from procure_desktop.services.look_at_backup import BackupTitle, look_at_backup
from procure_desktop.wording import figures


@dataclass(frozen=True, slots=True)
class Restored:
    """The office that was restored, and the officer whose passphrase opened it."""

    folder: Path
    officer: str


class RestoreDialog(FormDialog):
    """Answers with a Restored."""

    def __init__(self, tasks: TaskRunner, parent: QWidget) -> None:
        """Ask for the backup; what it says of itself fills the rest."""
        super().__init__("restore-dialog", tr("Restore a backup"), tr("&Restore"), tasks, parent)
        self.file = FileField("backup-file", tr("Backup"), "*.backup")
        self.shown = TextLabel(tr("Choose a file ending in .backup."), wrap=True)
        self.shown.setObjectName("backup-title")
        self.folder = FileField("restore-folder", tr("New folder"), purpose=Purpose.WRITE)
        self.officer = QComboBox()
        self.officer.setObjectName("restore-officer")
        self.passphrase = secret_field("restore-passphrase")
        self.last_number = QLineEdit()
        self.last_number.setObjectName("last-number")
        self.add_row(tr("&Backup"), self.file)
        self.add_row(tr("It says"), self.shown)
        self.add_row(tr("New &folder"), self.folder)
        self.add_row(tr("&Officer"), self.officer)
        self.add_row(tr("&Passphrase"), self.passphrase)
        self.add_row(tr("Last &number given"), self.last_number)
        self.add_row("", TextLabel(_why_number(), wrap=True))
        self.file.changed.connect(self._look)
        self.file.edit.setFocus()

    @classmethod
    def ask(cls, tasks: TaskRunner, parent: QWidget, answered: Callable[[Restored], None]) -> None:
        """Open the dialog; `answered` gets what was restored."""
        cls(tasks, parent).listen(answered)

    @Slot()
    def _look(self) -> None:
        path = self.file.path
        if path is not None and path.is_file():
            self.tasks.start("", lambda _: look_at_backup(path), self._show, self._cannot)

    def _show(self, backup: BackupTitle) -> None:
        title = backup.title
        text = tr("{nation} · {ministry} · {unit}, backed up {at}")
        self.shown.setText(
            text.format(
                nation=title.nation,
                ministry=title.ministry,
                unit=title.unit,
                at=figures.moment(backup.made_at),
            )
        )
        self.officer.clear()
        self.officer.addItems(backup.officers)
        if self.folder.path is None:
            self.folder.set_path(_free(Path.home() / "Procure offices", title.nation.lower()))
        self.last_number.setPlaceholderText(f"{title.nation}-{backup.made_at.year}-0007")

    def _cannot(self, error: ProcureError) -> None:
        self.officer.clear()
        self.refuse(error)

    @override
    def work(self) -> tuple[str, Work]:
        path, folder = self.file.path, self.folder.path
        if path is None:
            raise EmptyTextError(field="path of the backup")
        if folder is None:
            raise EmptyTextError(field="new folder")
        officer, passphrase = self.officer.currentText(), self.passphrase.text()
        number = self.last_number.text().strip().upper()

        def restore(_progress: object) -> Restored:
            return Restored(restore_office(path, folder, officer, passphrase, number), officer)

        return tr("Restoring the office"), restore


def _why_number() -> str:
    return tr(
        "Was a commitment submitted after this backup was made? Then enter the last number that was given, as it "
        "stands on paper, so that no number is given twice. Leave it empty when there was none."
    )


def _free(home: Path, name: str) -> Path:
    names = (f"{name}{number}.office" for number in ("", *range(2, 1000)))
    return next(home / one for one in names if not (home / one).exists())
