"""The one task runner: everything that takes time runs here, shows its progress and can be cancelled."""

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from procure_desktop.domain.errors import CancelledError, ProcureError

Progress = Callable[[int, int], None]
"""Told (done, total); raises CancelledError when the officer cancelled."""

T = TypeVar("T")


class Task:
    """One piece of work under way; `title` says to people what it is, an empty one says nothing."""

    def __init__(
        self, title: str, done: Callable[[Any], None], failed: Callable[[ProcureError], None] | None
    ) -> None:
        """Hold what is called with the result, and with the refusal (None: the runner announces it)."""
        self.title = title
        self.done = done
        self.failed = failed
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it changed is rolled back."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise CancelledError once cancelled."""
        if self._cancelled.is_set():
            raise CancelledError


class _Work(QRunnable):
    """Runs in the pool's thread and reports through the runner's signals."""

    def __init__(self, runner: "TaskRunner", task: Task, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._runner = runner
        self._task = task
        self._work = work

    def run(self) -> None:
        result, error = None, None
        try:
            self._task.check()
            result = self._work(self._report)
        except BaseException as raised:  # noqa: BLE001 (handed to the window's thread, which raises it again)
            error = raised
        # A window that is gone waits for nothing: it was destroyed while this ran.
        if isValid(self._runner):
            self._runner.settled.emit(self._task, result, error)

    def _report(self, done: int, total: int) -> None:
        self._task.check()
        self._runner.moved.emit(self._task, done, total)


class TaskRunner(QObject):
    """Runs tasks one after another in one thread, so that no library is entered twice at once.

    Looks, which only read the office, have a thread of their own beside it.

    Results come back in the window's thread. A refusal goes to the task's `failed`, else to the signal
    `refused`; anything else is a bug and is raised again where the window's exception hook sees it.
    """

    settled = Signal(object, object, object)
    moved = Signal(object, int, int)
    started = Signal(object)
    progressed = Signal(object, int, int)
    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the pools of one thread each."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._looks = QThreadPool(self)
        self._looks.setMaxThreadCount(1)
        self._tasks: list[Task] = []
        self.settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks with a title that have not ended, in the order of their start."""
        return tuple(task for task in self._tasks if task.title)

    @property
    def idle(self) -> bool:
        """Whether every task has ended and its result was taken, also of those without a title."""
        return not self._tasks

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[ProcureError], None] | None = None,
    ) -> Task:
        """Run `work(progress)`; call `done` with its result or `failed` with its refusal, in this thread."""
        task = Task(title, done, failed)
        self._tasks.append(task)
        self.started.emit(task)
        self._pool.start(_Work(self, task, work))
        return task

    def look(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ProcureError], None] | None = None,
    ) -> Task:
        """Read something while a task may run: as start, but without a title and without progress."""
        task = Task("", done, failed)
        self._tasks.append(task)
        self._looks.start(_Work(self, task, lambda _progress: work()))
        return task

    def cancel_all(self) -> None:
        """Ask every task to stop."""
        for task in self._tasks:
            task.cancel()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Block until the threads are idle (when the window closes); False when it took longer."""
        return self._pool.waitForDone(milliseconds) and self._looks.waitForDone(milliseconds)

    @Slot(object, int, int)
    def _move(self, task: Task, done: int, total: int) -> None:
        self.progressed.emit(task, done, total)

    @Slot(object, object, object)
    def _settle(self, task: Task, result: object, error: BaseException | None) -> None:
        self._tasks.remove(task)
        self.finished.emit(task)
        if error is None:
            _deliver(task.done, result)
        elif isinstance(error, ProcureError):
            self._refuse(task, error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _refuse(self, task: Task, error: ProcureError) -> None:
        if task.failed is None:
            self.refused.emit(error)
        else:
            _deliver(task.failed, error)


def _deliver(callback: Callable[[Any], None], value: object) -> None:
    """Call back unless the widget that waited for it is gone."""
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, QObject) and not isValid(owner):
        return
    callback(value)
