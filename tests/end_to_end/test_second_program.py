"""A window has the desk: commands go on beside it, a second window reads, and a kill leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from procure_desktop.domain.errors import OfficeReadOnlyError
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.services.browse import list_ids
from procure_desktop.services.open_desk import open_desk
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import AUDITOR, DEPUTY, GREEN, PASSPHRASE, PREPARER, Place, draft

ROOT = Path(__file__).parents[2]
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.services.open_desk import open_desk

application = QApplication([])
window = MainWindow()
window.show()
window.enter(open_desk(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
QTimer.singleShot(0, lambda: print("open", flush=True))
application.exec()
"""


@pytest.fixture
def window(place: Place) -> "Iterator[subprocess.Popen[str]]":
    """The window of another program, the preparer signed in."""
    command = [sys.executable, "-c", _WINDOW, str(place.office), PREPARER, PASSPHRASE]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program
        program.kill()


def command(place: Place, *arguments: str) -> "subprocess.CompletedProcess[str]":
    start = [sys.executable, "-m", "procure_desktop.cli", "--office", str(place.office)]
    environment = os.environ | {"PROCURE_PASSPHRASE": PASSPHRASE}
    return subprocess.run(
        [*start, "--officer", PREPARER, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_second_window_reads_and_commands_write_beside_the_first(
    place: Place, window: "subprocess.Popen[str]"
) -> None:
    second = open_desk(place.office, DEPUTY, PASSPHRASE)
    assert second.read_only
    assert second.holder is not None
    assert second.holder.officer == PREPARER
    with pytest.raises(OfficeReadOnlyError):
        draft(second)
    drafted = command(
        place,
        "commitment",
        "draft",
        "--line",
        f"{GREEN}=1",
        "--currency",
        "EUR",
        "--budget-line",
        "T",
    )
    assert drafted.returncode == 0, drafted.stderr
    assert command(place, "journal", "verify").returncode == 0
    assert len(list_ids(second, Query(Listing.COMMITMENTS))) == 1
    verify_journal(second)
    second.close()
    assert window.poll() is None


def test_a_killed_window_leaves_the_desk_and_the_office_whole(
    place: Place, window: "subprocess.Popen[str]"
) -> None:
    window.send_signal(signal.SIGKILL)
    window.wait()
    office = open_desk(place.office, AUDITOR, PASSPHRASE)
    assert not office.read_only
    verify_journal(office)
    office.close()
