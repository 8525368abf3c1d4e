"""What holds for everybody in the office: its letterhead, the documents' language, idle lock and backups."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.domain.settings import LEAST_IDLE, MOST_IDLE, OfficeSettings
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.file_field import FileField, Purpose
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.logo_field import LogoField
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.speech import NAMES
from procure_desktop.language import tr
from procure_desktop.services.change_settings import change_letterhead
from procure_desktop.services.office_place import suggest_backup_folder
from procure_desktop.services.office_settings import (
    change_office_settings,
    check_settings,
    office_settings,
)
from procure_desktop.wording.nations import nation_name

_LINES = 4


class OfficeSettingsDialog(FormDialog):
    """Answers with the OfficeSettings that hold from now on."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show what is set at present."""
        super().__init__(
            "office-settings-dialog", tr("Office settings"), tr("&Save"), desk.tasks, parent
        )
        self._office = desk.office
        self._settings = office_settings(desk.office)
        self._make_letterhead()
        self._make_settings()
        self._lay_rows()
        self.daily.toggled.connect(self._follow)
        self.logo.refused.connect(self.messages.refuse)
        self.logo.taken.connect(self.messages.clear)
        self._follow()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[OfficeSettings], None]) -> None:
        """Open the dialog; `answered` gets what was set."""
        cls(desk, parent).listen(answered)

    def _make_letterhead(self) -> None:
        profile = self._office.profile
        self._nation = f"{nation_name(profile.nation)} ({profile.nation})"
        self.ministry = QLineEdit(profile.ministry)
        self.ministry.setObjectName("ministry")
        self.unit = QLineEdit(profile.unit)
        self.unit.setObjectName("unit")
        self.address = QPlainTextEdit(profile.address)
        self.address.setObjectName("address")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(_LINES * self.address.fontMetrics().lineSpacing())
        self.logo = LogoField(self.tasks, self._settings.logo)

    def _make_settings(self) -> None:
        self.language = QComboBox()
        self.language.setObjectName("office-language")
        for code, name in NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._settings.language))
        self.idle = QSpinBox()
        self.idle.setObjectName("idle-minutes")
        self.idle.setRange(LEAST_IDLE, MOST_IDLE)
        self.idle.setValue(self._settings.idle_minutes)
        self.daily = QCheckBox(tr("&Back up every day"))
        self.daily.setObjectName("daily-backups")
        self.daily.setChecked(bool(self._settings.backup_folder))
        self.backups = FileField("backup-folder", tr("Folder for backups"), purpose=Purpose.FOLDER)
        kept = self._settings.backup_folder or str(suggest_backup_folder(self._office.folder) or "")
        self.backups.edit.setText(kept)

    def _lay_rows(self) -> None:
        self.add_row(tr("Nation"), TextLabel(self._nation))
        self.add_row(tr("&Ministry"), self.ministry)
        self.add_row(tr("&Unit"), self.unit)
        self.add_row(tr("&Address"), self.address)
        self.add_row(tr("&Logo (PNG or SVG)"), self.logo)
        self.add_row(tr("Language of &documents"), self.language)
        self.add_row(tr("Lock after m&inutes untouched"), self.idle)
        self.form.addRow("", self.daily)
        self.add_row(tr("&Folder for backups"), self.backups)

    @Slot()
    def _follow(self) -> None:
        self.backups.setEnabled(self.daily.isChecked())

    @override
    def work(self) -> tuple[str, Work]:
        office, wanted = self._office, self._wanted()
        texts = (self.ministry.text(), self.unit.text(), self.address.toPlainText())
        check_settings(wanted, office.folder)

        def change(_progress: object) -> OfficeSettings:
            change_letterhead(office, *texts)
            return change_office_settings(office, wanted)

        return tr("Changing the settings"), change

    def _wanted(self) -> OfficeSettings:
        backups = str(self.backups.path or "") if self.daily.isChecked() else ""
        if self.daily.isChecked() and not backups:
            raise EmptyTextError(field="folder for backups")
        return replace(
            self._settings,
            language=str(self.language.currentData()),
            idle_minutes=self.idle.value(),
            backup_folder=backups,
            logo=self.logo.png,
        )
