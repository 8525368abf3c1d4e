"""Signing in: which office, which officer, which passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from procure_desktop.domain.errors import ProcureError, SignInDelayedError
from procure_desktop.gui.entry.recent_offices import RecentOfficesList
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import Heading, TextLabel, breakable
from procure_desktop.gui.parts.wait_line import WaitLine
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.gui.style.scrolled import scrolling
from procure_desktop.language import tr

if TYPE_CHECKING:
    from procure_desktop.gui.entry.restore_dialog import Restored
    from procure_desktop.services.make_demo import DemoPaths
    from procure_desktop.services.office import Office
    from procure_desktop.services.open_office import OfficeTitle


_DEMO_BEGINS = "Preparer"
"""With whom the main job begins in a demo office; elsewhere officers bear names."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be said of an office before anyone signs in."""

    folder: Path
    title: "OfficeTitle"
    officers: list[str]


class SignInPage(QWidget):
    """`signed_in` carries the opened Office; `new_wanted` asks for the wizard that makes one."""

    signed_in = Signal(object)
    new_wanted = Signal()

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Start without an office."""
        super().__init__(parent)
        self.setObjectName("sign-in-page")
        self._tasks = tasks
        self._folder: Path | None = None
        self._sought: Path | None = None
        self._passphrases: dict[str, str] = {}
        self._wanted = ""
        self._make_parts()
        self._lay_out()
        self.officer.currentIndexChanged.connect(self._follow_officer)
        self.passphrase.returnPressed.connect(self.sign_in)
        self.enter.clicked.connect(self.sign_in)
        self.wait.changed.connect(self._follow_wait)
        self.forgotten.clicked.connect(self._recover)
        self.other.clicked.connect(self.choose_office)
        self.demo.clicked.connect(self._choose_demo)
        self.new.clicked.connect(self.new_wanted)
        self.restore.clicked.connect(self.ask_backup)
        self.recent.chosen.connect(self.show_office)
        self.show_office(None)

    def _make_parts(self) -> None:
        self.heading = Heading(tr("Procure Desktop"), steps=3)
        self.title = TextLabel(wrap=True)
        self.title.setObjectName("office-title")
        self.messages = MessageBar()
        self.officer = QComboBox()
        self.officer.setObjectName("officer")
        self.officer.setAccessibleName(tr("Officer"))
        self.officer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.passphrase.setAccessibleName(tr("Passphrase"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.hint = TextLabel().copyable()
        self.hint.setObjectName("demo-passphrase")
        self.wait = WaitLine()
        self.enter = PushButton("sign-in", tr("&Sign in"), "lock", accent=True)
        self.forgotten = PushButton("forgotten-passphrase", tr("For&gotten passphrase…"))
        self.other = PushButton("open-office", tr("&Open an office…"), "folder")
        self.new = PushButton("new-office", tr("&New office…"), "add")
        self.restore = PushButton("restore-office", tr("&Restore a backup…"), "backup")
        self.demo = PushButton("make-demo", tr("&Make the demo office…"), "home")
        self.recent = RecentOfficesList(self._tasks)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("sign-in-card")
        card.setFixedWidth(text_width(self, 76))
        layout = QVBoxLayout(card)
        tight(layout, margin=3 * GAP, gap=GAP + GAP // 2)
        layout.addWidget(self.heading)
        layout.addWidget(self.title)
        layout.addWidget(self.messages)
        layout.addWidget(self._form())
        layout.addWidget(TaskStrip(self._tasks))
        layout.addSpacing(GAP)
        others = QGridLayout()
        tight(others)
        for place, button in enumerate((self.new, self.other, self.restore, self.demo)):
            others.addWidget(button, place // 2, place % 2)
        layout.addLayout(others)
        layout.addWidget(self.recent)
        card.setAutoFillBackground(True)
        card.setBackgroundRole(card.palette().ColorRole.Base)
        middle = QWidget()
        middle.setAccessibleName(tr("Sign in"))
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(scrolling(middle, tr("Sign in")))
        around = QVBoxLayout(middle)
        around.addStretch(2)
        # Between stretches, not aligned: an aligned widget is not asked how high its texts need it.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        around.addLayout(across)
        around.addStretch(3)

    def _form(self) -> QWidget:
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        tight(form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            (tr("O&fficer"), self.officer),
            (tr("&Passphrase"), self.passphrase),
        ):
            label = TextLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self.hint)
        form.addRow("", self.wait)
        enter = QHBoxLayout()
        enter.addWidget(self.enter, 1)
        enter.addWidget(self.forgotten)
        form.addRow("", enter)
        return self._fields

    @property
    def folder(self) -> Path | None:
        """The office that is offered, or None."""
        return self._folder

    @property
    def sought(self) -> Path | None:
        """The office that is offered or still looked at, or None."""
        return self._sought

    @Slot(object)
    def show_office(self, folder: Path | None, officer: str = "") -> None:
        """Offer the officers of the office in `folder`; None offers to open or make one."""
        self.messages.clear()
        self._folder, self._sought = None, folder
        self._fields.hide()
        self.title.setText(
            tr(
                "Make an office of your own, open one, or make the demo office, which holds illustrative data "
                "and test certificates only."
            )
        )
        self.recent.offer(folder)
        if folder is None:
            return
        self._wanted = officer
        self.title.setText(breakable(folder))
        self._tasks.start("", lambda _progress: look_at(folder), self._offer, self._refused)

    def _offer(self, offered: Offered) -> None:
        if offered.folder != self._sought:
            return  # another one was asked for meanwhile
        self._folder = offered.folder
        self._passphrases = {}
        title = offered.title
        who = f"{title.nation} · {title.ministry} · {title.unit}"
        self.title.setText(f"{who}\n{breakable(offered.folder)}")
        self.officer.clear()
        self.officer.addItems(offered.officers)
        wanted = self._wanted or _DEMO_BEGINS
        self.officer.setCurrentIndex(max(self.officer.findText(wanted), 0))
        self._follow_officer()
        self._fields.show()
        self.passphrase.setFocus()
        if title.demo:
            self._tasks.start("", lambda _progress: demo_passphrases(), self._tell_passphrases)

    def _tell_passphrases(self, passphrases: dict[str, str]) -> None:
        self._passphrases = passphrases
        self._show_hint()

    @Slot()
    def sign_in(self) -> None:
        """Open the office with the passphrase that was typed."""
        from procure_desktop.services.open_desk import open_desk

        folder, name = self._folder, self.officer.currentText()
        passphrase = self.passphrase.text()
        if folder is None or self._tasks.running or self.wait.seconds:
            return
        self.messages.clear()
        self._tasks.start(
            tr("Opening the office"),
            lambda _progress: open_desk(folder, name, passphrase),
            self._opened,
            self._not_opened,
        )

    def _opened(self, office: "Office") -> None:
        self.passphrase.clear()
        self.signed_in.emit(office)

    def _not_opened(self, error: ProcureError) -> None:
        # What makes one wait has a line of its own.
        if not isinstance(error, SignInDelayedError):
            self._refused(error)
        self._ask_wait()

    def _ask_wait(self) -> None:
        from procure_desktop.services.unlock import sign_in_wait

        folder, name = self._folder, self.officer.currentText()
        if folder is not None and name:
            self._tasks.start(
                "", lambda _progress: sign_in_wait(folder, name), self.wait.wait, self._refused
            )

    @Slot()
    def _follow_wait(self) -> None:
        self.enter.setEnabled(not self.wait.seconds)

    def _refused(self, error: ProcureError) -> None:
        from procure_desktop.wording.errors import sentence

        self.messages.refuse(sentence(error))
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    @Slot()
    def _follow_officer(self) -> None:
        self.passphrase.clear()
        self._show_hint()
        self._ask_wait()

    def _show_hint(self) -> None:
        known = self._passphrases.get(self.officer.currentText(), "")
        self.hint.setText(tr("Demo passphrase: {known}").format(known=known))
        self.hint.setVisible(bool(known))

    @Slot()
    def _recover(self) -> None:
        from procure_desktop.gui.officers.recover_dialog import RecoverDialog

        if self._folder is None or self._tasks.running:
            return
        names = [self.officer.itemText(place) for place in range(self.officer.count())]
        officer = self.officer.currentText()
        RecoverDialog.ask(self._folder, names, officer, self._tasks, self, self._recovered)

    def _recovered(self, name: str) -> None:
        self.officer.setCurrentText(name)
        text = tr("{name} has a new passphrase: sign in with it.")
        self.messages.done(text.format(name=name))
        self._ask_wait()
        self.passphrase.setFocus()

    @Slot()
    def ask_backup(self) -> None:
        """Ask which backup is restored, and where."""
        from procure_desktop.gui.entry.restore_dialog import RestoreDialog

        if not self._tasks.running:
            RestoreDialog.ask(self._tasks, self, self._restored)

    def _restored(self, restored: "Restored") -> None:
        self.show_office(restored.folder, restored.officer)
        self.messages.done(tr("The office is restored. Sign in to it."))

    @Slot()
    def choose_office(self) -> None:
        """Ask for the folder of an office."""
        beside = self._folder.parent if self._folder else None
        chooser = choose_file(self, tr("Office folder"), "", Purpose.FOLDER, beside)
        chooser.fileSelected.connect(self._take_office)

    @Slot(str)
    def _take_office(self, path: str) -> None:
        self.show_office(Path(path))

    @Slot()
    def _choose_demo(self) -> None:
        start = Path.home() / "Procure demo"
        title = tr("New folder for the demo office")
        chooser = choose_file(self, title, "", Purpose.WRITE, start)
        chooser.fileSelected.connect(self._make_demo)

    @Slot(str)
    def _make_demo(self, path: str) -> None:
        from procure_desktop.services.make_demo import make_demo

        self._tasks.start(
            tr("Making the demo office"),
            lambda progress: make_demo(Path(path), progress),
            self._show_demo,
            self._refused,
        )

    def _show_demo(self, made: "DemoPaths") -> None:
        self.show_office(made.office)
        self.messages.done(tr("The demo office is made."))


def look_at(folder: Path) -> Offered:
    """Read what an office says of itself; runs in the task runner's thread, for it loads much."""
    from procure_desktop.services.open_office import office_title, officer_names

    title = office_title(folder)
    return Offered(folder, title, officer_names(folder))


def demo_passphrases() -> dict[str, str]:
    """Return the passphrases of every demo office, which are printed for everybody."""
    from procure_desktop.services.make_demo import PASSPHRASES

    return dict(PASSPHRASES)
