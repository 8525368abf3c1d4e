"""Second page: who the office is, as its letterhead says, and how carefully it may hold things."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.gui.first_day.plan import Plan, usual_nation
from procure_desktop.gui.first_day.step import Step, add_field
from procure_desktop.gui.parts.logo_field import LogoField
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.nation_field import NationField
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.language import marked, tr
from procure_desktop.services.create_office import check_profile

_LINES = 4


class IdentityStep(Step):
    """Skipping it takes the region's nation and names that can be changed later."""

    title = marked("Who you are")

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Show what the plan says already."""
        super().__init__(plan, tasks, messages)
        self.say(
            tr(
                "This stands on the letterhead of every commitment, and the nation's code begins its number."
            )
        )
        self._make_fields()
        form = self.add_form()
        add_field(form, tr("N&ation"), self.nation)
        add_field(form, tr("&Ministry"), self.ministry)
        add_field(form, tr("&Unit"), self.unit)
        add_field(form, tr("Addr&ess"), self.address)
        add_field(form, tr("&Logo (PNG or SVG)"), self.logo)
        add_field(form, tr("&Highest marking"), self.marking)
        self.say(
            tr(
                "Lists marked higher are refused. The administrator answers for the choice: this program is not "
                "accredited by any authority."
            )
        )
        self.body.addStretch(1)
        self.logo.taken.connect(self._keep_logo)
        self.logo.refused.connect(messages.refuse)

    def _make_fields(self) -> None:
        plan = self.plan
        self.nation = NationField(plan.nation or usual_nation())
        self.ministry = _line("ministry", plan.ministry, tr("Ministry of Defence"))
        self.unit = _line("unit", plan.unit, tr("Procurement office"))
        self.address = QPlainTextEdit(plan.address)
        self.address.setObjectName("address")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(_LINES * self.address.fontMetrics().lineSpacing())
        self.logo = LogoField(self.tasks, plan.logo)
        self.marking = QComboBox()
        self.marking.setObjectName("wizard-marking")
        for marking in Marking:
            self.marking.addItem(marking.value, marking)
        self.marking.setCurrentIndex(self.marking.findData(plan.marking))

    @Slot()
    def _keep_logo(self) -> None:
        self.messages.clear()
        self.plan.logo = self.logo.png

    @override
    def take(self) -> None:
        plan = self.plan
        self.nation.settle()
        plan.nation = self.nation.code
        plan.ministry, plan.unit = self.ministry.text(), self.unit.text()
        plan.address = self.address.toPlainText()
        plan.marking = Marking(self.marking.currentData())
        checked: OfficeProfile = check_profile(plan.profile)
        plan.address = checked.address

    @override
    def skip(self) -> None:
        plan, usual = self.plan, Plan()
        plan.nation = plan.ministry = plan.unit = plan.address = ""
        plan.marking, plan.logo = usual.marking, usual.logo


def _line(name: str, text: str, usual: str) -> QLineEdit:
    edit = QLineEdit(text or usual)
    edit.setObjectName(name)
    return edit
