import os
import subprocess
import sys
from pathlib import Path

import pytest

from procure_desktop.__main__ import has_display
from procure_desktop.gui.window.main_window import MainWindow
from tests.office_factory import Place

SLOW = ("sqlalchemy", "pyhanko", "reportlab", "pikepdf", "tuf", "pypdfium2", "babel")


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_display(environment: dict[str, str], platform: str, there: bool) -> None:
    assert has_display(environment, platform) is there


def test_without_a_display_it_says_so_and_names_what_works() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "procure_desktop"],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "no display" in done.stderr
    assert "make demo" in done.stderr
    assert "Traceback" not in done.stderr


START = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from procure_desktop import app
from procure_desktop.__main__ import main

wanted, *arguments = sys.argv[1:]

class Watched(QApplication):
    def exec(self):
        seen = lambda: [one for one in self.allWidgets() if one.objectName() == wanted and one.isVisible()]
        for _ in range(400):
            if seen():
                break
            # A loop of its own lets the task runner's thread work; QTest.qWait does not.
            loop = QEventLoop()
            QTimer.singleShot(50, loop.quit)
            loop.exec()
        assert seen(), wanted
        window = next(one for one in self.topLevelWidgets() if one.objectName() == "main-window")
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("a test"), None)
        print(window.sign_in.messages.text)
        window.close()
        return 0

app.QApplication = Watched
sys.exit(main(arguments))
"""


@pytest.mark.parametrize("known", [False, True], ids=["nothing known", "an office named"])
def test_the_program_starts_and_says_its_faults(known: bool, place: Place, tmp_path: Path) -> None:
    """All that the program does until it waits for the officer: the first day, or the offer to sign in."""
    shows, *arguments = (
        ("officer", "--office", str(place.office)) if known else ("first-day-wizard",)
    )
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", START, shows, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "ZeroDivisionError: a test" in done.stderr
    assert "A fault of this program" in done.stdout


def test_sign_in_page_does_not_wait_for_the_heavy_libraries() -> None:
    code = (
        "import sys; import procure_desktop.gui.window.main_window; "
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_fault_of_the_program_is_said_in_the_window(window: MainWindow) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        divmod(1, 0)
    window.report_bug(caught.value)
    said = window.sign_in.messages.text
    assert "ZeroDivisionError at test_start.py" in said
