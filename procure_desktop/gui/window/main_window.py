"""The main window: signing in, then menus, toolbar, the desk and the status bar."""

import traceback
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.menus import WITHOUT_OFFICE
from procure_desktop.gui.entry.recent_offices import remember_office
from procure_desktop.gui.entry.sign_in_page import SignInPage
from procure_desktop.gui.help.help_keys import HelpKeys
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.style.icons import link_icon
from procure_desktop.gui.style.measures import WINDOW
from procure_desktop.gui.style.panes import go_on
from procure_desktop.gui.window.bars import Bars
from procure_desktop.gui.window.view_actions import ViewActions
from procure_desktop.language import spoken, tr

if TYPE_CHECKING:
    # What comes after signing in loads much: it is imported while the passphrase is typed.
    from procure_desktop.gui.first_day.plan import Beginning
    from procure_desktop.gui.first_day.wizard import Made
    from procure_desktop.gui.window.desk_view import DeskView
    from procure_desktop.gui.window.office_actions import OfficeActions
    from procure_desktop.services.office import Office


_NEXT = "procure_desktop.gui.window.office_actions"
_FIRST_DAY = "procure_desktop.gui.first_day.wizard"
_PAUSE = 100
"""Milliseconds after which it is looked again whether a dialog is open."""


class MainWindow(QMainWindow):
    """One office and one signed-in officer at a time; `entered` carries the office's folder."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start at the sign-in page, without an office."""
        super().__init__(parent)
        self.setObjectName("main-window")
        self.setWindowTitle(tr("Procure Desktop"))
        self.setWindowIcon(link_icon("authorise"))
        self._fit_screen()
        self.tasks = TaskRunner(self)
        self.actions_table = ActionTable(self)
        self._view_actions = ViewActions(self.actions_table, self.tasks, self)
        self._help = HelpKeys(self)
        self.view: DeskView | None = None
        self.sign_in = SignInPage(self.tasks)
        self._office_actions: OfficeActions | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        self.setCentralWidget(self._stack)
        self._listen()
        self._bars = self._make_bars()
        self._show_bars(visible=False)

    def _listen(self) -> None:
        for name in self.actions_table.names():
            action = self.actions_table[name]
            action.triggered.connect(self._dispatch)
            self.addAction(action)
        self._listen_to_sign_in()
        self.tasks.refused.connect(self._refuse)
        self._view_actions.outgrown.connect(self.rebuild)

    def _listen_to_sign_in(self) -> None:
        self.sign_in.signed_in.connect(self.enter)
        self.sign_in.new_wanted.connect(self.begin_first_day)

    def _fit_screen(self) -> None:
        """Take the whole of a screen that has no room for the window and its frame."""
        self.resize(*WINDOW)
        if self.screen().availableSize().height() <= WINDOW[1]:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _make_bars(self) -> Bars:
        return Bars(self, self.actions_table, self.tasks, self._view_actions.speak)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars.fit_width()

    def show_office(self, folder: Path | None, officer: str = "") -> None:
        """Offer to sign in to the office in `folder`."""
        self.sign_in.show_office(folder, officer)

    @Slot()
    def begin_first_day(self) -> None:
        """Show the wizard that makes an office, once what it needs is loaded."""
        if not self.tasks.running:
            self.tasks.start("", lambda _progress: import_module(_FIRST_DAY), self._show_first_day)

    def _show_first_day(self, _module: object) -> None:
        from procure_desktop.gui.first_day.wizard import FirstDayWizard

        wizard = FirstDayWizard.ask(self.tasks, self)
        self._spoken = spoken()
        # Before what was made is offered: the page that offers it is made anew in another language.
        wizard.finished.connect(self._reword)
        wizard.made.connect(self._show_made)
        wizard.chose.connect(self._follow_choice)

    @Slot()
    def _reword(self) -> None:
        if spoken() != self._spoken:
            self.rebuild()

    @Slot(object)
    def _show_made(self, made: "Made") -> None:
        self.show_office(made.folder, made.officer)
        self.sign_in.messages.done(tr("The office is made. Sign in to it."))

    @Slot(object)
    def _follow_choice(self, beginning: "Beginning") -> None:
        if beginning.value == "open":
            self.sign_in.choose_office()
        else:
            self.sign_in.ask_backup()

    def prepare(self) -> None:
        """Load what comes after signing in, in the task runner's thread."""
        self.tasks.start("", lambda _progress: import_module(_NEXT), _ignore)

    @Slot(object)
    def enter(self, office: "Office") -> None:
        """Show the desk of the officer who signed in."""
        view = self._show_desk(office)
        view.open(Place.HOME)
        view.tell_unfinished()
        profile = office.profile
        title = f"{profile.nation} · {profile.ministry} · {profile.unit}"
        remember_office(office.folder, title)
        self.entered.emit(office.folder)

    def _show_desk(self, office: "Office") -> "DeskView":
        from procure_desktop.gui.desk.read_only_band import read_only_reason
        from procure_desktop.gui.window.desk_view import DeskView
        from procure_desktop.gui.window.office_actions import OfficeActions

        self.view = DeskView(office, self.tasks, self.actions_table)
        self._office_actions = OfficeActions(self.view)
        self._office_actions.left.connect(self.leave)
        self._office_actions.idle.counted.connect(self._bars.idle.show_left)
        self._bars.backup.clicked.connect(self._office_actions.backups.now)
        self._bars.backup.setEnabled(not office.read_only)
        self.actions_table.keep_off_writing(read_only_reason(office))
        self._office_actions.backups.changed.connect(self._show_database)
        self.view.standing_changed.connect(self._follow)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        self.view.desk.changes.announced.connect(self._show_database)
        self._show_who(self.view)
        self._show_bars(visible=True)
        self.view.fill_menu(self._bars.pages_menu)
        return self.view

    @Slot()
    def rebuild(self) -> None:
        """Make all that is shown anew, as another language or text size wants it.

        The office, the pages that are open, and what is searched and selected on them stay. Waits until
        no dialog is open and nothing runs, since both belong to what is made anew.
        """
        if self.tasks.running or QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_PAUSE, self.rebuild)
            return
        self._help.close()
        self.actions_table.reword()
        self._bars.remove()
        self._bars = self._make_bars()
        self._renew_sign_in()
        if self.view is None:
            self._show_bars(visible=False)
            self.setWindowTitle(tr("Procure Desktop"))
        else:
            self._renew_desk(self.view)

    def _renew_sign_in(self) -> None:
        old = self.sign_in
        self.sign_in = SignInPage(self.tasks)
        self._listen_to_sign_in()
        self._stack.addWidget(self.sign_in)
        if self.view is None:
            self.sign_in.show_office(old.sought, old.officer.currentText())
            self._stack.setCurrentWidget(self.sign_in)
        self._stack.removeWidget(old)
        old.deleteLater()

    def _renew_desk(self, old: "DeskView") -> None:
        standpoints = old.standpoints()
        self._show_desk(old.desk.office).go_back_to(standpoints)
        self._stack.removeWidget(old)
        old.deleteLater()

    @Slot(str)
    def leave(self, officer: str = "") -> None:
        """Close the office and offer to sign in to it again."""
        if self.view is None:
            return
        if not self.tasks.running:
            # What was kept after a pause is kept now; what counts still reads from the office.
            self.view.settle()
            self.tasks.wait()
        view, office = self.view, self.view.desk.office
        self.view, self._office_actions = None, None
        self._show_bars(visible=False)
        self._stack.setCurrentWidget(self.sign_in)
        self._stack.removeWidget(view)
        view.deleteLater()
        office.close()
        self.sign_in.show_office(office.folder, officer)

    def _show_bars(self, *, visible: bool) -> None:
        self._bars.show(visible=visible)
        for name in self.actions_table.names():
            self.actions_table[name].setEnabled(name in WITHOUT_OFFICE)
        self._view_actions.follow()

    def _show_who(self, view: "DeskView") -> None:
        self._bars.who.setText(view.who())
        self._show_database()
        title = tr("{office} – Procure Desktop").format(office=view.office_title())
        self.setWindowTitle(title)

    @Slot()
    def _show_database(self) -> None:
        if self.view is not None:
            self._bars.office.setText(self.view.database())
        if self._office_actions is not None:
            self._bars.backup.show_trouble(self._office_actions.backups.trouble)

    @Slot()
    def _follow(self) -> None:
        page = self.view.page if self.view is not None else None
        if page is not None:
            self.actions_table.follow(page.standing())
            self._view_actions.follow()
            self._bars.page.setText(page.status())

    @Slot()
    def _dispatch(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        handler = self._handlers().get(action.objectName())
        if handler is not None:
            handler()

    def _go_on(self, steps: int) -> None:
        if self.view is not None:
            go_on((self._bars.toolbar, *self.view.panes(), self._bars.status), steps)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            **self._view_actions.handlers(),
            **self._help.handlers(),
            "next-pane": partial(self._go_on, 1),
            "previous-pane": partial(self._go_on, -1),
            "quit": self.close,
        }
        if self.view is None or self._office_actions is None or self.view.page is None:
            return own
        return {**own, **self._office_actions.handlers(), **self.view.page.handlers()}

    @Slot(object)
    def _refuse(self, error: ProcureError) -> None:
        from procure_desktop.wording.errors import sentence

        self._bar().refuse(sentence(error))

    def report_bug(self, error: BaseException) -> None:
        """Say that the program itself failed; the details can be copied from the message."""
        where = traceback.extract_tb(error.__traceback__)[-1:]
        place = "".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in where)
        text = tr(
            "A fault of this program stopped what it was doing; what was saved before is whole. "
            "Please report: {kind} at {place}"
        )
        self._bar().refuse(text.format(kind=type(error).__name__, place=place))

    def _bar(self) -> MessageBar:
        return self.view.desk.messages if self.view is not None else self.sign_in.messages

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, close the office, then the window."""
        self._help.close()
        self.tasks.cancel_all()
        self.tasks.wait()
        self.leave()
        # The sign-in page, shown once more, looks at the office.
        self.tasks.wait()
        super().closeEvent(event)


def _ignore(_result: object) -> None:
    """Take a result that nobody waits for."""
