"""The bars around the desk: menus, toolbar and status bar, made anew when another language or text size wants it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QStatusBar, QToolBar

from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.menus import HELP, MENUS, TOOLBAR, VIEW
from procure_desktop.gui.parts.elided_label import ElidedLabel
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.style.measures import GAP, is_wordy, sign_size
from procure_desktop.gui.window.backup_button import BackupButton
from procure_desktop.gui.window.idle_warning import IdleWarning
from procure_desktop.gui.window.language_menu import LanguageMenu
from procure_desktop.language import tr


class Bars:
    """What stands above and below the desk of one window; `pages_menu` is filled by the desk."""

    def __init__(
        self,
        window: QMainWindow,
        actions: ActionTable,
        tasks: TaskRunner,
        speak: Callable[[], None],
    ) -> None:
        """Put the bars into the window; `speak` is called once a language was chosen in the menu."""
        self._window = window
        self._actions = actions
        self._make_menus(speak)
        self._make_toolbar()
        self._make_status_bar(tasks)
        self.fit_width()

    def _make_menus(self, speak: Callable[[], None]) -> None:
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        self._window.setMenuBar(bar)
        self.who = ElidedLabel()
        self.who.setObjectName("who")
        self.who.setContentsMargins(GAP, GAP // 2, GAP, 0)
        bar.setCornerWidget(self.who)
        for title, names in MENUS.items():
            if title == HELP:
                self.pages_menu = bar.addMenu(tr("&Go to"))
            menu = bar.addMenu(tr(title))
            if title == VIEW:
                languages = LanguageMenu(menu)
                languages.chosen.connect(speak)
                menu.addMenu(languages)
            self._fill(menu, names)

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def _make_toolbar(self) -> None:
        self.toolbar = QToolBar(tr("Main actions"))
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setAccessibleName(tr("Main actions"))
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toolbar.setIconSize(sign_size())
        for name in TOOLBAR:
            self.toolbar.addAction(self._actions[name])
            button = self.toolbar.widgetForAction(self._actions[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._window.addToolBar(self.toolbar)

    def _make_status_bar(self, tasks: TaskRunner) -> None:
        self.status = QStatusBar()
        self._window.setStatusBar(self.status)
        self.page = _status_label("page-status")
        self.office = _status_label("database")
        self.idle = IdleWarning()
        self.backup = BackupButton()
        self.status.addWidget(self.page, 1)
        for widget in (self.idle, TaskStrip(tasks), self.office, self.backup):
            self.status.addPermanentWidget(widget)

    def fit_width(self) -> None:
        """Leave out the toolbar's words, and cut who works here, where the window is too narrow."""
        style = Qt.ToolButtonStyle
        wordy = is_wordy(self._window)
        self.toolbar.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if wordy else style.ToolButtonIconOnly
        )
        bar = self._window.menuBar()
        menus = sum(bar.actionGeometry(menu).width() for menu in bar.actions())
        self.who.setMaximumWidth(max(self._window.width() - menus - 4 * GAP, 1))

    def show(self, *, visible: bool) -> None:
        """Show the bars, or hide them while nobody is signed in."""
        for bar in (self._window.menuBar(), self.toolbar, self.status):
            bar.setVisible(visible)

    def remove(self) -> None:
        """Take the toolbar away; the other bars give way to those that are put in their place."""
        self._window.removeToolBar(self.toolbar)
        self.toolbar.deleteLater()


def _status_label(name: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setObjectName(name)
    label.setContentsMargins(GAP, 0, GAP, 0)
    return label
