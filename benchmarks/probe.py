"""One window in a process of its own: prints a figure when it is there, and ends without ceremony."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import psutil
from PySide6.QtCore import (
    QAbstractTableModel,
    QEventLoop,
    QModelIndex,
    QPersistentModelIndex,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget
from typing_extensions import override

_NOWHERE = QModelIndex()
_JUMPS = 300


class _Bare(QAbstractTableModel):
    """As many rows as a list has, with nothing behind them."""

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1_000_000

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 11

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return "Generator set, 30 kW" if role == 0 else None


def bare_window() -> float:
    """Show an empty window."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    _paint(application, window)
    return 0.0


def sign_in(office: str) -> float:
    """Show the program's window, as far as the sign-in page."""
    from procure_desktop.app import load_fonts
    from procure_desktop.gui.style.look import wear_look
    from procure_desktop.gui.window.main_window import MainWindow

    application = QApplication(sys.argv[:1])
    load_fonts()
    wear_look(application)
    window = MainWindow()
    window.show_office(Path(office))
    window.show()
    _paint(application, window)
    return 0.0


def bare_screen(what: str) -> float:
    """Show a table of a million rows with nothing behind them: seconds, megabytes, or milliseconds a jump."""
    application = QApplication(sys.argv[:1])
    window, table = QMainWindow(), QTableView()
    window.resize(1366, 768)
    window.show()
    _paint(application, window)
    begun = perf_counter()
    table.setModel(_Bare())
    window.setCentralWidget(table)
    _paint(application, window)
    taken = perf_counter() - begun
    return _outcome(what, taken, table)


def first_screen(office: str, what: str) -> float:
    """Open the office with its key and show its lines: seconds, megabytes, or milliseconds a jump."""
    from benchmarks.office import OFFICER, PASSPHRASE
    from procure_desktop.app import load_fonts
    from procure_desktop.gui.desk.action_rules import Place
    from procure_desktop.gui.listing.listing_page import ListingPage
    from procure_desktop.gui.style.look import wear_look
    from procure_desktop.gui.window import desk_view, office_actions
    from procure_desktop.gui.window.main_window import MainWindow
    from procure_desktop.services.office import utc_now
    from procure_desktop.services.open_office import open_with_key
    from procure_desktop.store.folder import existing_office
    from procure_desktop.store.keys import read_key_file, unwrap

    del desk_view, office_actions  # loaded while the passphrase is typed
    application = QApplication(sys.argv[:1])
    load_fonts()
    wear_look(application)
    window = MainWindow()
    window.show()
    _paint(application, window)
    files = existing_office(Path(office))
    key = unwrap(read_key_file(files.keys), OFFICER, PASSPHRASE)
    begun = perf_counter()
    opened = open_with_key(files, key, OFFICER, utc_now)
    window._show_desk(opened)  # noqa: SLF001 (its own window opens Home first)
    view = window.view
    assert view is not None
    page = view.open(Place.LINES)
    assert isinstance(page, ListingPage)
    _until(application, lambda: not window.tasks._tasks)  # noqa: SLF001
    _paint(application, window)
    taken = perf_counter() - begun
    return _outcome(what, taken, page.table)


def _outcome(what: str, taken: float, table: QTableView) -> float:
    if what == "seconds":
        return taken
    jumps = _jumps(table)
    if what == "jumps":
        return jumps[int(len(jumps) * 0.95)]
    return psutil.Process().memory_info().rss / 1_000_000


def _jumps(table: QTableView) -> list[float]:
    """Milliseconds of jumps to rows all over the list, painted, in their order."""
    taken, rows = [], table.model().rowCount()
    for number in range(_JUMPS):
        begun = perf_counter()
        table.scrollTo(table.model().index(number * 7919 * 127 % rows, 0))
        table.viewport().repaint()
        taken.append((perf_counter() - begun) * 1000)
    return sorted(taken)


def _paint(application: QApplication, window: QWidget) -> None:
    handle = window.windowHandle()
    _until(application, handle.isExposed)
    window.repaint()


def _until(application: QApplication, true: Callable[[], bool]) -> None:
    # Sleeping between events: a loop that never rests would keep the interpreter from the other thread.
    tick = QTimer()
    tick.start(1)
    while not true():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    tick.stop()
    application.processEvents()


PROBES: dict[str, Callable[..., float]] = {
    "bare-window": bare_window,
    "sign-in": sign_in,
    "bare-screen": bare_screen,
    "first-screen": first_screen,
}

if __name__ == "__main__":
    print(PROBES[sys.argv[1]](*sys.argv[2:]), flush=True)
    os._exit(0)
