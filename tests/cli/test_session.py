"""At a terminal: passphrases are asked for without showing them, and progress is shown."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.office_factory import AUDITOR, PASSPHRASE, Place

ENVIRONMENT = {name: value for name, value in os.environ.items() if "PROCURE" not in name}


def at_terminal(answers: list[str], *arguments: object) -> tuple[int, str, str]:
    """Run `procure` at a terminal; its status, its standard output, and what the terminal showed."""
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("there are no pseudo-terminals here: /dev/pts is not mounted")
    command = [sys.executable, "-m", "procure_desktop.cli", *map(str, arguments)]
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = ""
        for answer in answers:
            shown += read_until(ours, ": ")
            os.write(ours, answer.encode())
        assert process.stdout is not None
        out = process.stdout.read()
        shown += read_until(ours, "")
    os.close(ours)
    return process.returncode, out, shown


def read_until(terminal: int, mark: str) -> str:
    """What the terminal shows up to `mark`, or to its end."""
    shown = ""
    while not (mark and shown.endswith(mark)):
        try:
            part = os.read(terminal, 1000)
        except OSError:  # the other end is closed
            break
        shown += part.decode()
    return shown


@pytest.mark.timeout(60)
def test_a_passphrase_is_not_shown_and_progress_is(place: Place, tmp_path: Path) -> None:
    status, out, shown = at_terminal(
        [PASSPHRASE + "\n"],
        "--office", place.office, "--officer", AUDITOR, "office", "backup", tmp_path / "mod.backup",
    )  # fmt: skip
    assert (status, out.startswith("Wrote and checked")) == (0, True)
    assert "Passphrase of Auditor: " in shown
    assert "100 %" in shown
    assert PASSPHRASE not in shown


@pytest.mark.timeout(60)
def test_a_new_passphrase_is_asked_for_twice(tmp_path: Path) -> None:
    arguments = (
        "office", "create", tmp_path / "mod.office", "--nation", "NLD", "--ministry", "M",
        "--unit", "U", "--administrator", "A",
    )  # fmt: skip
    answers = [PASSPHRASE + "\n", "another one\n", PASSPHRASE + "\n", PASSPHRASE + "\n"]
    status, _, shown = at_terminal(answers, *arguments)
    assert status == 0
    assert shown.count("Passphrase of A: ") == 2


@pytest.mark.timeout(60)
def test_breaking_off_at_the_prompt_changes_nothing(place: Place) -> None:
    arguments = ("--office", place.office, "--officer", AUDITOR, "line", "find")
    status, out, shown = at_terminal(["\x04"], *arguments)
    assert (status, out) == (1, "")
    assert shown.rstrip().endswith("Cancelled. Nothing was changed.")
