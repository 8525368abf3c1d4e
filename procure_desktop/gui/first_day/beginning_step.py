"""Third page: a new office with its officers, or the demo, an office that is there, or a backup."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import NoAdministratorError
from procure_desktop.domain.officer import Role
from procure_desktop.gui.first_day.officer_dialog import OfficerDialog
from procure_desktop.gui.first_day.plan import Beginning, Plan
from procure_desktop.gui.first_day.step import Step
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import marked, tr
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.wording.terms import terms

_CHOICES = {
    Beginning.NEW: marked("&New office, with the officers named below"),
    Beginning.DEMO: marked("&Demo office: illustrative data and test certificates, to try things"),
    Beginning.OPEN: marked("&Open an office that is on this computer"),
    Beginning.RESTORE: marked("Res&tore an office from a backup"),
}


class BeginningStep(Step):
    """Skipping it makes a new office with an administrator, who adds the other officers later."""

    title = marked("How to begin")

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Show what was chosen already."""
        super().__init__(plan, tasks, messages)
        self._group = QButtonGroup(self)
        self.choices = {each: self._choice(each) for each in Beginning}
        self.body.addSpacing(GAP)
        self._make_staff()
        self.body.addStretch(1)
        self._group.buttonClicked.connect(self._follow)
        self._follow()

    def _choice(self, beginning: Beginning) -> QRadioButton:
        button = QRadioButton(tr(_CHOICES[beginning]))
        button.setObjectName(f"begin-{beginning.value}")
        button.setChecked(beginning is self.plan.beginning)
        self._group.addButton(button)
        self.body.addWidget(button)
        return button

    def _make_staff(self) -> None:
        self._staff = QWidget()
        self.body.addWidget(self._staff)
        self.add = PushButton("wizard-add-officer", tr("&Add officer…"), "officer")
        self.add.clicked.connect(self._ask_officer)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self._hint = self.say("")

    def _show_staff(self) -> None:
        rows = QWidget()
        rows.setObjectName("wizard-officers")
        grid = QGridLayout(rows)
        tight(grid)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setColumnStretch(2, 1)
        grid.addWidget(Heading(tr("Officers"), steps=0), 0, 0)
        for row, officer in enumerate(self.plan.officers, 1):
            self._show_officer(grid, row, officer)
        self.body.replaceWidget(self._staff, rows)
        self._staff.hide()
        self._staff.deleteLater()
        self._staff = rows
        rows.setVisible(self.plan.beginning is Beginning.NEW)
        self._hint.setText(_needed(self.plan.officers))

    def _show_officer(self, grid: QGridLayout, row: int, officer: NewOfficer) -> None:
        certified = tr("with certificate") if officer.certificate else tr("no certificate yet")
        remove = PushButton(f"wizard-remove-{row}", tr("Remove"))
        remove.setAccessibleName(tr("Remove {name}").format(name=officer.name))
        remove.setProperty("officer", officer.name)
        remove.clicked.connect(self._remove)
        texts = (officer.name, terms(sorted(officer.roles)), certified)
        for column, text in enumerate(texts):
            grid.addWidget(TextLabel(text), row, column)
        grid.addWidget(remove, row, len(texts))

    @Slot()
    def _follow(self) -> None:
        chosen = next(each for each, button in self.choices.items() if button.isChecked())
        self.plan.beginning = chosen
        for widget in (self.add, self._hint):
            widget.setVisible(chosen is Beginning.NEW)
        self._show_staff()

    @Slot()
    def _ask_officer(self) -> None:
        OfficerDialog.ask(self.plan.officers, self.tasks, self, self._added)

    def _added(self, officer: NewOfficer) -> None:
        self.messages.clear()
        self.plan.officers = (*self.plan.officers, officer)
        self._show_staff()

    @Slot()
    def _remove(self) -> None:
        name = self.sender().property("officer")
        self.plan.officers = tuple(one for one in self.plan.officers if one.name != name)
        self._show_staff()
        self.add.setFocus()

    @override
    def take(self) -> None:
        named = self.plan.officers
        if self.plan.beginning is not Beginning.NEW or not named:
            return
        if not any(Role.ADMINISTRATOR in one.roles for one in named):
            raise NoAdministratorError

    @override
    def skip(self) -> None:
        self.plan.beginning, self.plan.officers = Beginning.NEW, ()
        self.choices[Beginning.NEW].setChecked(True)
        self._follow()


def _needed(officers: tuple[NewOfficer, ...]) -> str:
    """What the office still lacks to commit funds."""
    if not officers:
        return tr(
            "Name an administrator and two officers who prepare and authorise. Without any, an administrator "
            "begins alone and adds them later."
        )
    held = [one.roles for one in officers]
    if not any(Role.PREPARER in roles for roles in held):
        return tr("Nobody prepares commitments yet.")
    if not any(Role.AUTHORISER in roles for roles in held):
        return tr("Nobody authorises commitments yet.")
    return tr("These officers can commit funds, each signing with their own key.")
