"""The composition root of the window: makes the application, its look, and the main window."""

import sys
from functools import partial
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from procure_desktop.gui.entry.recent_offices import recent_offices
from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.gui.window.main_window import MainWindow


def run_window(office: Path | None) -> int:
    """Show the window, offering `office` or the one that was open last; return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("procure-desktop")
    application.setApplicationDisplayName("Procure Desktop")
    application.setOrganizationName("procure-desktop")
    load_fonts()
    wear_look(application)
    speak_preferred(application)
    window = MainWindow()
    offered = office or _last_office()
    window.show_office(offered)
    sys.excepthook = partial(_report, window)
    window.show()
    if offered is None and not recent_offices():
        QTimer.singleShot(0, window.begin_first_day)
    QTimer.singleShot(0, window.prepare)
    return application.exec()


def _report(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Write a fault of the program to stderr as ever, and say it in the window too."""
    sys.__excepthook__(kind, error, trace)
    window.report_bug(error)


def load_fonts() -> None:
    """Read on the screen what is printed on paper: the same Noto Sans."""
    folder = files("procure_desktop.resources").joinpath("fonts")
    for file in folder.iterdir():
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())


def _last_office() -> Path | None:
    """The office that was open last and is still there."""
    return next((one.folder for one in recent_offices() if one.folder.is_dir()), None)
