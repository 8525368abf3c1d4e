import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from procure_desktop.domain.errors import CancelledError, EmptyCommitmentError, ProcureError
from procure_desktop.gui.parts.tasks import Progress, Task, TaskRunner, _Work


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.cancel_all()
    assert runner.wait()


def test_result_comes_back_in_the_threads_own_time(qtbot: QtBot, tasks: TaskRunner) -> None:
    told: list[tuple[int, bool]] = []
    here = threading.get_ident()
    elsewhere: list[int] = []

    def work(_progress: Progress) -> int:
        elsewhere.append(threading.get_ident())
        return 42

    tasks.start("Count", work, lambda n: told.append((n, threading.get_ident() == here)))
    assert not told
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, True)]
    assert elsewhere != [here]
    assert not tasks.running


def test_tasks_run_one_after_another(qtbot: QtBot, tasks: TaskRunner) -> None:
    inside: list[int] = []
    most: list[int] = []
    ended: list[int] = []

    def work(_progress: Progress) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()

    for _ in range(5):
        tasks.start("Step", work, lambda _: ended.append(1))
    qtbot.waitUntil(lambda: len(ended) == 5)
    assert max(most) == 1


def test_progress_is_told_and_cancelling_raises_from_it(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[tuple[int, int]] = []
    refused: list[ProcureError] = []
    done: list[None] = []
    cleaned_up: list[bool] = []

    def work(progress: Progress) -> None:
        try:
            for step in range(10_000):
                progress(step, 10_000)
                time.sleep(0.001)
        except CancelledError:
            cleaned_up.append(True)
            raise

    task = tasks.start("Long", work, done.append, refused.append)
    tasks.progressed.connect(lambda _task, step, total: seen.append((step, total)))
    qtbot.waitUntil(lambda: len(seen) > 2)
    task.cancel()
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], CancelledError)
    assert cleaned_up == [True]
    assert not done
    assert seen[0][1] == 10_000


def test_refusal_nobody_waits_for_is_announced(qtbot: QtBot, tasks: TaskRunner) -> None:
    def work(_progress: Progress) -> None:
        raise EmptyCommitmentError

    with qtbot.waitSignal(tasks.refused) as caught:
        tasks.start("Refuse", work, lambda _: None)
    assert caught.args is not None
    assert isinstance(caught.args[0], EmptyCommitmentError)


def test_bug_reaches_the_exception_hook(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    tasks.start("Break", work, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: bool(reported))
    assert reported == [ZeroDivisionError]


def test_widget_that_is_gone_is_not_called_back(qtbot: QtBot, tasks: TaskRunner) -> None:
    class Waiting(QObject):
        def take(self, _result: object) -> None:
            pytest.fail("called after its end")

    import shiboken6

    waiting = Waiting()
    tasks.start("Late", lambda _: None, waiting.take)
    shiboken6.delete(waiting)
    with qtbot.waitSignal(tasks.finished):
        pass


def test_a_window_that_is_gone_hears_nothing_of_what_still_ran(qtbot: QtBot) -> None:
    runner, done = TaskRunner(), list[int]()
    late = _Work(runner, Task("", done.append, None), lambda _progress: 1)
    delete(runner)
    late.run()
    assert not done
