"""Officers and settings: who may do what here, and how carefully marked things it may hold."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Officer
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.officers.add_officer_dialog import AddOfficerDialog
from procure_desktop.gui.officers.enrol_dialog import EnrolDialog
from procure_desktop.gui.officers.leave_dialog import LeaveDialog
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, text_height, text_width, tight
from procure_desktop.gui.style.scrolled import Scrolled, fit_screen
from procure_desktop.gui.tables.listing_model import ListingModel
from procure_desktop.gui.tables.listing_table import ListingTable
from procure_desktop.language import tr
from procure_desktop.services.change_settings import set_highest_marking
from procure_desktop.wording.errors import sentence

_ROWS = 9


class OfficersDialog(QDialog):
    """The administrator's dialog; each change is made and journaled at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show the officers and the highest marking."""
        super().__init__(parent)
        self.setObjectName("officers-dialog")
        self.setWindowTitle(tr("Officers and settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.model = ListingModel(desk.office, Query(Listing.OFFICERS), self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._follow()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget) -> None:
        """Open the dialog."""
        dialog = cls(desk, parent)
        fit_screen(dialog)
        dialog.open()

    def _make_parts(self) -> None:
        self.messages = MessageBar()
        self.table = ListingTable(self.model, several=False)
        self.table.setAccessibleName(tr("Officers"))
        self.table.setMinimumHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.add = PushButton("add-officer", tr("&Add officer…"), "officer", accent=True)
        self.enrol = PushButton("enrol", tr("&Enrol certificate…"), "sign")
        self.leave = PushButton("leave", tr("Officer &leaves…"), "quit")
        self.marking = QComboBox()
        self.marking.setObjectName("highest-marking")
        self.marking.setAccessibleName(tr("Highest handling marking"))
        for marking in Marking:
            self.marking.addItem(marking.value, marking)
        self.apply = PushButton("set-marking", tr("&Set marking"))
        self.shut = PushButton("officers-close", tr("&Close"))
        self._show_marking()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP, gap=GAP + GAP // 2)
        layout.addWidget(Heading(self.windowTitle(), steps=2))
        layout.addWidget(Scrolled(self._middle(), self.windowTitle(), beside=10 * text_height()), 1)
        foot = QHBoxLayout()
        foot.addWidget(TaskStrip(self._desk.tasks), 1)
        foot.addStretch(0)
        foot.addWidget(self.shut)
        layout.addLayout(foot)
        self.setMinimumWidth(text_width(self, 124))

    def _middle(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        tight(layout, gap=GAP + GAP // 2)
        layout.addWidget(self.messages)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.add, self.enrol, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addSpacing(GAP)
        layout.addWidget(Heading(tr("Highest handling marking"), steps=0))
        layout.addWidget(TextLabel(self._why(), wrap=True))
        layout.addLayout(self._marking_row())
        return layout

    def _why(self) -> str:
        return tr(
            "Lists and lines marked higher than this are refused. The administrator answers for the "
            "choice: this program is not accredited by any authority."
        )

    def _marking_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.marking)
        row.addWidget(self.apply)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_officer)
        self.enrol.clicked.connect(self._enrol_certificate)
        self.leave.clicked.connect(self._let_leave)
        self.apply.clicked.connect(self._set_marking)
        self.shut.clicked.connect(self.reject)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self._enrol_certificate)
        self.marking.currentIndexChanged.connect(self._follow)

    def _show_marking(self) -> None:
        self._highest = self._desk.office.profile.highest_marking
        self.marking.setCurrentIndex(self.marking.findData(self._highest))

    @Slot()
    def _follow(self) -> None:
        present = any(row["left_at"] is None for row in self.table.selected_rows())
        self.enrol.setEnabled(present)
        self.leave.setEnabled(present)
        self.apply.setEnabled(self.marking.currentData() != self._highest)

    @Slot()
    def _add_officer(self) -> None:
        AddOfficerDialog.ask(self._desk, self, self._added)

    def _added(self, officer: Officer) -> None:
        self._changed(officer)
        text = tr(
            "{name} can sign in now. Tell them the first passphrase in person, not by message."
        )
        self.messages.done(text.format(name=officer.name))

    @Slot()
    def _enrol_certificate(self) -> None:
        rows = self.table.selected_rows()
        if self.enrol.isEnabled():
            EnrolDialog.ask(self._desk, self, rows[0], self._enrolled)

    def _enrolled(self, officer: Officer) -> None:
        self._changed(officer)
        text = tr("The certificate of {name} is enrolled.")
        self.messages.done(text.format(name=officer.name))

    @Slot()
    def _let_leave(self) -> None:
        name = str(self.table.selected_rows()[0]["name"])
        LeaveDialog.ask(self._desk, self, name, self._left)

    def _left(self, officer: Officer) -> None:
        self._changed(officer)
        # Its button is off now and would pass the focus on to any neighbour.
        self.table.setFocus()
        self._desk.changes.announce({Listing.COMMITMENTS})
        text = tr(
            "{name} has left the office and can no longer sign in. What was signed stays valid."
        )
        self.messages.done(text.format(name=officer.name))
        if officer.id == self._desk.office.officer.id:
            self.reject()
            self._desk.actions["switch-officer"].trigger()

    def _changed(self, officer: Officer) -> None:
        self.model.reload()
        self.table.reveal(int(officer.id))
        self._desk.changes.announce({Listing.OFFICERS})

    @Slot()
    def _set_marking(self) -> None:
        office, marking = self._desk.office, Marking(self.marking.currentData())
        self.messages.clear()
        self._desk.tasks.start(
            tr("Changing the settings"),
            lambda _: set_highest_marking(office, marking),
            self._set,
            self._refuse,
        )

    def _set(self, profile: OfficeProfile) -> None:
        self._show_marking()
        # Its button is off now and would pass the focus on to any neighbour.
        self.marking.setFocus()
        self._follow()
        self._desk.changes.announce(())
        text = tr("This office may now hold up to {marking}.")
        self.messages.done(text.format(marking=profile.highest_marking.value))

    def _refuse(self, error: ProcureError) -> None:
        self.messages.refuse(sentence(error))
