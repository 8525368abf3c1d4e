"""The first steps of an office on Home: they tick themselves, and each that is left leads to where it is done."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from procure_desktop.domain.officer import Role
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.action_button import ActionButton, PushButton
from procure_desktop.gui.parts.sign import Sign
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.language import marked, tr
from procure_desktop.services.first_steps import FirstStep, awaits_releases, first_steps

_TEXTS = {
    FirstStep.OFFICE: marked("The office is made"),
    FirstStep.OFFICERS: marked("Two officers, one who prepares and one who authorises"),
    FirstStep.CERTIFICATES: marked("Their certificates enrolled"),
    FirstStep.RECOVERY_KEY: marked("A recovery key printed and locked away"),
    FirstStep.BACKUPS: marked("Backups every day, or a first one"),
    FirstStep.LIST: marked("A list imported"),
    FirstStep.COMMITMENT: marked("A first commitment"),
}
_LEADS = {
    FirstStep.OFFICERS: "officers",
    FirstStep.CERTIFICATES: "officers",
    FirstStep.RECOVERY_KEY: "recovery-key",
    FirstStep.BACKUPS: "office-settings",
    FirstStep.LIST: "import-spreadsheet",
    FirstStep.COMMITMENT: "new-commitment",
}
_COLUMNS = 2


class ChecklistPanel(QFrame):
    """Hidden in a demo office, once all is done, and for whoever put it away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Look at the office now, and again whenever something changed."""
        super().__init__(parent)
        self.setObjectName("checklist")
        self._desk = desk
        profile = desk.office.profile
        self._kept = f"first steps {profile.identity}"
        self._wanted = not profile.demo and Preferences().text(self._kept) != "hidden"
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._column = QVBoxLayout(self)
        tight(self._column, margin=2 * GAP)
        self._heading = Heading()
        self._heading.setObjectName("checklist-heading")
        self.away = PushButton("checklist-hide", tr("Put away"))
        self.away.setAccessibleName(tr("Put the first steps away"))
        self.away.clicked.connect(self._put_away)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.away)
        self._column.addLayout(top)
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self.look()
        desk.changes.announced.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Show what is done by now."""
        if not self._wanted:
            self.hide()
            return
        done = first_steps(self._desk.office)
        self.setVisible(len(done) < len(FirstStep))
        text = tr("First steps: {done} of {all} done")
        self._heading.setText(text.format(done=len(done), all=len(FirstStep)))
        rows = self._fill(done)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()

    def _fill(self, done: frozenset[FirstStep]) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        tight(grid)
        grid.setHorizontalSpacing(2 * GAP)
        high = -(-len(FirstStep) // _COLUMNS)
        for place, step in enumerate(FirstStep):
            column, row = divmod(place, high)
            grid.addLayout(self._row(rows, step, done=step in done), row, column)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return rows

    def _row(self, rows: QWidget, step: FirstStep, *, done: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        tight(row)
        sign = Sign().show_mark(Mark.DONE if done else Mark.RED)
        sign.setAccessibleName(tr("done") if done else tr("to do"))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        label = TextLabel(tr(_TEXTS[step]), wrap=True)
        label.setObjectName(f"step-text-{_name(step)}")
        row.addWidget(label, 1)
        if not done:
            button = ActionButton(f"step-{_name(step)}", rows)
            button.stand_for(self._desk.actions[self._lead(step)])
            row.addWidget(button)
        return row

    def _lead(self, step: FirstStep) -> str:
        """The action that does a step, for this officer in this office."""
        administers = Role.ADMINISTRATOR in self._desk.office.officer.roles
        if step is FirstStep.BACKUPS and not administers:
            return "back-up"
        if step is FirstStep.LIST and awaits_releases(self._desk.office):
            return "import-release"
        return _LEADS[step]

    @Slot()
    def _put_away(self) -> None:
        self._wanted = False
        Preferences().keep(self._kept, "hidden")
        self.look()


def _name(step: FirstStep) -> str:
    return step.name.lower().replace("_", "-")
