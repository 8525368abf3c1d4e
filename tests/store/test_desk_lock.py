import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procure_desktop.store.desk_lock import Holder, read_holder, take_desk

FIRST = Holder("Preparer", "desk-1", datetime(2026, 6, 15, 9, 0, tzinfo=UTC))
SECOND = Holder("Аудитор", "desk-2", datetime(2026, 6, 15, 10, 0, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.lock"


def test_one_takes_the_desk_and_the_other_is_told_who_has_it(path: Path) -> None:
    assert read_holder(path) is None
    first = take_desk(path, FIRST)
    assert first is not None
    assert take_desk(path, SECOND) is None
    assert read_holder(path) == FIRST
    first.release()
    assert read_holder(path) is None
    second = take_desk(path, SECOND)
    assert second is not None
    assert read_holder(path) == SECOND
    second.release()
    second.release()


def test_a_killed_program_leaves_the_desk_free(path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.store.test_desk_lock import FIRST;"
        "from procure_desktop.store.desk_lock import take_desk;"
        "lock = take_desk(Path(sys.argv[1]), FIRST); print('taken', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        assert take_desk(path, SECOND) is None
        assert read_holder(path) == FIRST
        other.send_signal(signal.SIGKILL)
    lock = take_desk(path, SECOND)
    assert lock is not None
    assert read_holder(path) == SECOND
    lock.release()


def test_a_link_in_its_place_empties_no_other_file(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("kept")
    path = tmp_path / "desk.lock"
    path.symlink_to(other)
    assert take_desk(path, FIRST) is None
    assert other.read_text() == "kept"


def test_where_nothing_can_be_written_nobody_takes_it(tmp_path: Path) -> None:
    assert take_desk(tmp_path / "missing" / "desk.lock", FIRST) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"7", b"{}", b"\xff", b'{"since": 7}', b'{"since": "soon"}', b"[" * 9000],
)
def test_what_says_nothing_is_nobody(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert read_holder(path) is None
