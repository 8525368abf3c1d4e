"""Last page: what will be made, and what must be on paper before it is."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.gui.details.details import Details, DetailsPane, Fact, Section
from procure_desktop.gui.first_day.plan import Beginning, Plan
from procure_desktop.gui.first_day.step import Step
from procure_desktop.gui.officers.recovery_key_panel import RecoveryKeyPanel
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, larger, tight
from procure_desktop.gui.style.speech import NAMES
from procure_desktop.language import marked, spoken, tr
from procure_desktop.services.recovery_key import draft_recovery_sheet
from procure_desktop.wording.nations import nation_name
from procure_desktop.wording.terms import terms


class SummaryStep(Step):
    """Nothing has been made yet when it is shown."""

    title = marked("Summary")

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Keep the recovery key to be printed beside what will be made."""
        super().__init__(plan, tasks, messages)
        across = QHBoxLayout()
        tight(across, gap=2 * GAP)
        self.shown = DetailsPane("")
        across.addWidget(self.shown, 1)
        self._papers = QWidget()
        across.addWidget(self._papers, 1)
        self.body.addLayout(across, 1)
        self._make_papers()

    def _make_papers(self) -> None:
        column = QVBoxLayout(self._papers)
        tight(column, gap=GAP + GAP // 2)
        column.addWidget(self._first_passphrase())
        column.addWidget(Heading(tr("Recovery key"), steps=0))
        why = tr(
            "It gives an officer a new passphrase when one is forgotten. Print it, seal it and lock it away; it is "
            "shown only now."
        )
        column.addWidget(TextLabel(why, wrap=True))
        plan = self.plan
        self.recovery = RecoveryKeyPanel(
            plan.recovery,
            lambda: draft_recovery_sheet(plan.profile, plan.recovery),
            self.tasks,
            self.messages,
        )
        self.later = QCheckBox(tr("Make a recovery key &later"))
        self.later.setObjectName("recovery-later")
        self.later.toggled.connect(self._follow)
        column.addWidget(self.recovery)
        column.addWidget(self.later)
        column.addStretch(1)

    def _first_passphrase(self) -> QWidget:
        self._alone = QWidget()
        column = QVBoxLayout(self._alone)
        tight(column)
        column.addWidget(Heading(tr("Passphrase of the administrator"), steps=0))
        label = TextLabel(self.plan.generated).copyable()
        label.setObjectName("generated-passphrase")
        label.setFont(larger(label.font(), 1))
        self.noted = QCheckBox(tr("I &wrote it down"))
        self.noted.setObjectName("passphrase-noted")
        column.addWidget(label)
        column.addWidget(self.noted)
        return self._alone

    @override
    def begin(self) -> None:
        plan = self.plan
        new = plan.beginning is Beginning.NEW
        self._alone.setVisible(new and plan.alone)
        self._papers.setVisible(new)
        self.shown.show_details(_details(plan))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.recovery.setEnabled(not self.later.isChecked())

    @override
    def take(self) -> None:
        self.plan.recovery_later = self.later.isChecked()

    @override
    def go_on(self, _seen: object) -> bool:
        """Hold back until what cannot be read again is on paper."""
        if self.plan.beginning is not Beginning.NEW:
            return True
        if self.plan.alone and not self.noted.isChecked():
            self.messages.refuse(
                tr("Write the administrator's passphrase down first: it is not shown again.")
            )
            self.noted.setFocus()
            return False
        return self.later.isChecked() or self.recovery.confirm()


def _details(plan: Plan) -> Details:
    if plan.beginning is Beginning.DEMO:
        return Details(
            tr("Demo office"),
            tr("Illustrative data and test certificates only."),
            (Section(tr("Where"), (Fact(tr("Folder"), str(plan.place)),)),),
        )
    profile = plan.profile
    return Details(
        profile.ministry,
        profile.unit,
        (
            Section(
                tr("Who you are"),
                (
                    Fact(tr("Nation"), f"{nation_name(profile.nation)} ({profile.nation})"),
                    Fact(tr("Address"), profile.address),
                    Fact(tr("Logo"), tr("as chosen") if plan.logo else tr("none")),
                    Fact(tr("Highest marking"), profile.highest_marking.value),
                    Fact(tr("Language"), NAMES[spoken().code]),
                ),
            ),
            Section(tr("Officers"), tuple(_officers(plan))),
            Section(
                tr("Where"),
                (
                    Fact(tr("Folder"), str(plan.place)),
                    Fact(tr("Daily backups"), plan.backups or tr("none")),
                ),
            ),
        ),
    )


def _officers(plan: Plan) -> list[Fact]:
    certified = tr("with certificate")
    return [
        Fact(
            tr("Officer"),
            " · ".join(
                (one.name, terms(sorted(one.roles)), *((certified,) if one.certificate else ()))
            ),
        )
        for one in plan.staff
    ]
