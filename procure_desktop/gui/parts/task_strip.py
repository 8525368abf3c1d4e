"""What is being worked on: its title, how far it is, and a button that cancels it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.tasks import Task, TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import text_width, tight
from procure_desktop.language import tr


class TaskStrip(QWidget):
    """Follows the task runner; hidden while nothing runs."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Follow `tasks` from now on."""
        super().__init__(parent)
        self.setObjectName("task-strip")
        self._tasks = tasks
        self._title = TextLabel()
        self._bar = QProgressBar()
        self._bar.setObjectName("task-progress")
        self._bar.setFixedWidth(text_width(self, 24))
        self._cancel = PushButton("task-cancel", tr("Cancel"))
        self._cancel.clicked.connect(self._cancel_first)
        layout = QHBoxLayout(self)
        tight(layout)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        tasks.started.connect(self._follow)
        tasks.finished.connect(self._follow)
        tasks.progressed.connect(self._move)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        running = self._tasks.running
        self.setVisible(bool(running))
        if running:
            self._name(running[0])
            self._bar.setRange(0, 0)
            self._cancel.setEnabled(True)

    def _name(self, task: Task) -> None:
        self._title.setText(task.title)
        self._bar.setAccessibleName(task.title)
        self._cancel.setAccessibleName(tr("Cancel: {task}").format(task=task.title))

    @Slot(object, int, int)
    def _move(self, task: Task, done: int, total: int) -> None:
        if self._tasks.running[:1] == (task,):
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    @Slot()
    def _cancel_first(self) -> None:
        for task in self._tasks.running[:1]:
            task.cancel()
        self._cancel.setEnabled(False)
