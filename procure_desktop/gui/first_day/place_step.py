"""Fourth page: the folder of the office, and where its daily backups go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.domain.place import SyncService
from procure_desktop.gui.first_day.plan import Beginning, Plan
from procure_desktop.gui.first_day.step import Step, add_field, new_form
from procure_desktop.gui.parts.file_field import FileField, Purpose
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import Progress, TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import marked, tr
from procure_desktop.services.office_place import (
    check_new_place,
    lost_together,
    suggest_backup_folder,
)
from procure_desktop.services.office_settings import check_settings


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of the chosen places."""

    folder: Path
    backups: Path | None
    synchronised: SyncService | None
    together: bool


class PlaceStep(Step):
    """Skipping it takes a folder below the home folder, and another disk for the backups where there is one."""

    title = marked("Where the office lies")

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Show what was chosen already."""
        super().__init__(plan, tasks, messages)
        self._warned: Seen | None = None
        self.say(
            tr(
                "An office is one folder on a local disk: its encrypted database and its keys. Network shares are "
                "refused, since they lose writes; folders that are synchronised should not hold it either."
            )
        )
        self.folder = FileField("wizard-folder", tr("New folder"), purpose=Purpose.WRITE)
        add_field(self.add_form(), tr("New &folder"), self.folder)
        self.body.addSpacing(GAP)
        self._make_backups()
        self.body.addStretch(1)

    def _make_backups(self) -> None:
        self.daily = QCheckBox(tr("&Back up every day"))
        self.daily.setObjectName("wizard-daily")
        self.backups = FileField("wizard-backups", tr("Folder for backups"), purpose=Purpose.FOLDER)
        advice = tr(
            "Best on another disk or a stick that stays in the office: a broken disk then takes only one of both. "
            "Seven daily, four weekly and twelve monthly backups are kept, each opened and checked."
        )
        self._kept = QWidget()
        column = QVBoxLayout(self._kept)
        tight(column, gap=GAP + GAP // 2)
        form = new_form()
        column.addWidget(self.daily)
        column.addLayout(form)
        add_field(form, tr("F&older for backups"), self.backups)
        column.addWidget(TextLabel(advice, wrap=True))
        self.body.addWidget(self._kept)
        self.daily.toggled.connect(self._follow)

    @override
    def begin(self) -> None:
        plan = self.plan
        self.folder.set_path(plan.place)
        if plan.backups is None:
            suggested = suggest_backup_folder(plan.place)
            plan.backups = str(suggested or "")
        self.daily.setChecked(bool(plan.backups))
        self.backups.edit.setText(plan.backups)
        self._kept.setVisible(plan.beginning is Beginning.NEW)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.backups.setEnabled(self.daily.isChecked())

    @override
    def take(self) -> None:
        plan = self.plan
        plan.folder = str(self.folder.path or "")
        daily = self.daily.isChecked() and plan.beginning is Beginning.NEW
        plan.backups = str(self.backups.path or "") if daily else ""
        if daily and not plan.backups:
            raise EmptyTextError(field="folder for backups")
        check_settings(plan.settings, plan.place)

    @override
    def look(self) -> Callable[[Progress], Seen]:
        folder, backups = self.plan.place, self.plan.backups
        kept = Path(backups) if backups else None

        def look(_progress: Progress) -> Seen:
            service = check_new_place(folder)
            return Seen(folder, kept, service, kept is not None and lost_together(folder, kept))

        return look

    @override
    def go_on(self, seen: object) -> bool:
        """Warn once of what is not refused; the same places again are what is wanted."""
        if not isinstance(seen, Seen) or seen == self._warned:
            return True
        warnings = list(_warnings(seen))
        self._warned = seen
        if warnings:
            self.messages.warn(
                "\n".join([*warnings, tr("Choose another, or Next again to keep it.")])
            )
        return not warnings

    @override
    def skip(self) -> None:
        plan = self.plan
        plan.folder, plan.backups = "", None
        self.begin()


def _warnings(seen: Seen) -> Iterator[str]:
    if seen.synchronised is not None:
        text = tr(
            "{folder} is synchronised by {service}: it copies the office while it is written to and can mix two "
            "states of it."
        )
        yield text.format(folder=seen.folder, service=seen.synchronised.value)
    if seen.together:
        text = tr("{folder} lies on the same disk as the office: one broken disk takes both.")
        yield text.format(folder=seen.backups)
