import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from procure_desktop.cli.main import main
from tests.cli.conftest import Procure, Refused
from tests.office_factory import ADMINISTRATOR, PASSPHRASE, Place

COMMANDS = {
    "office": [
        "create", "add-officer", "enrol", "change-passphrase", "officers", "trust", "set-marking", "backup", "restore",
    ],
    "desk": ["init", "release"],
    "list": ["import", "show"],
    "line": ["find"],
    "commitment": ["draft", "submit", "authorise", "return", "withdraw", "show", "list"],
    "document": ["export", "verify"],
    "donation": ["log", "list"],
    "journal": ["show", "verify"],
}  # fmt: skip


def test_help_lists_every_noun(procure: Procure) -> None:
    shown = procure("--help")
    assert shown.status == 0
    assert all(f"\n  {noun}" in shown.out for noun in ("demo", *COMMANDS))


@pytest.mark.parametrize("noun", sorted(COMMANDS))
def test_a_noun_lists_its_commands_in_plain_text(procure: Procure, noun: str) -> None:
    shown = procure(noun, "--help")
    assert shown.status == 0
    assert all(f"\n  {command}" in shown.out for command in COMMANDS[noun])
    assert "completion" not in shown.out
    assert shown.out.isascii()


@pytest.mark.parametrize(
    ("noun", "command"), [(noun, one) for noun, many in COMMANDS.items() for one in many]
)
def test_every_command_explains_itself(procure: Procure, noun: str, command: str) -> None:
    shown = procure(noun, command, "--help")
    assert shown.status == 0
    assert f"Usage: procure {noun} {command}" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["line", "lose"],
        ["line", "find"],
        ["--nothing"],
        ["line", "find", "--limit", "0"],
        ["line", "find", "--capability", "magic"],
        ["office", "create", "x"],
        ["commitment", "draft"],
        ["desk", "release", "L.json", "--keys", "K", "--out", "F", "--expires", "tomorrow"],
    ],
)
def test_wrong_usage_is_status_2_and_one_sentence(procure: Procure, arguments: list[str]) -> None:
    ended = procure(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["line"], ["office"]])
def test_without_a_command_there_is_help(procure: Procure, arguments: list[str]) -> None:
    ended = procure(*arguments)
    assert ended.status == 2
    assert "Usage: procure" in ended.out + ended.err


def test_options_stand_before_the_noun(procure: Procure, place: Place) -> None:
    assert procure("line", "find", "--office", place.office).status == 2


def test_a_refusal_is_status_1(refused: Refused) -> None:
    assert "UA-9999" in refused(
        1, "commitment", "draft", "--line", "UA-9999=1", "--currency", "USD", "--budget-line", "x"
    )


def test_a_fault_of_the_environment_is_status_3(procure: Procure, tmp_path: Path) -> None:
    ended = procure("--office", tmp_path / "no.office", "line", "find")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err == (
        f"There is no office at {tmp_path}/no.office: choose a folder that ends in .office.\n"
    )
    (tmp_path / "empty.office").mkdir()
    assert procure("--office", tmp_path / "empty.office", "line", "find").status == 3


def test_the_system_s_own_refusal_is_a_sentence_too(procure: Procure, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = procure("demo", tmp_path / "file" / "demo")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.count("\n") == 1


def test_a_fault_of_the_program_is_a_sentence_too(refused: Refused, place: Place) -> None:
    with place.signed_in("Preparer") as opened, opened.database.transaction() as tx:
        tx.exec_driver_sql("ALTER TABLE line RENAME TO lost")
    assert "failed unexpectedly" in refused(3, "line", "find")


def test_a_wrong_passphrase(
    office: Procure, monkeypatch: pytest.MonkeyPatch, refused: Refused
) -> None:
    monkeypatch.setenv("PROCURE_PASSPHRASE", "not the passphrase")
    assert "passphrase" in refused(1, "line", "find")


def test_an_officer_is_named_unless_there_is_one(
    procure: Procure, place: Place, tmp_path: Path
) -> None:
    ended = procure("--office", place.office, "line", "find")
    assert ended.status == 2
    assert ADMINISTRATOR in ended.err
    folder = tmp_path / "one.office"
    names = ("--nation", "NLD", "--ministry", "M", "--unit", "U", "--administrator", "A")
    assert procure("office", "create", folder, *names).status == 0
    assert procure("--office", folder, "line", "find").out == "0 of 0 lines.\n"


def test_office_and_officer_may_come_from_the_environment(
    procure: Procure, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCURE_OFFICE", str(place.office))
    monkeypatch.setenv("PROCURE_OFFICER", "Auditor")
    assert procure("line", "find").status == 0


def test_a_passphrase_may_come_by_a_pipe(
    office: Procure, monkeypatch: pytest.MonkeyPatch, refused: Refused
) -> None:
    monkeypatch.delenv("PROCURE_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
    assert office("line", "find").status == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "PROCURE_PASSPHRASE" in refused(2, "line", "find")


def test_text_that_is_no_text_is_wrong_usage(office: Procure) -> None:
    for arguments in (
        ("line", "find", "--text", "\udcff"),
        ("commitment", "show", "\udcff"),
        ("office", "restore", "F\udcff", "x"),
    ):
        ended = office(*arguments)
        assert (ended.status, ended.out) == (2, "")
        assert "UTF-8" in ended.err


@pytest.mark.parametrize(
    "command",
    [
        [str(Path(sys.executable).with_name("procure"))],
        [sys.executable, "-m", "procure_desktop.cli"],
    ],
)
def test_it_starts_as_a_program(command: list[str]) -> None:
    done = subprocess.run([*command, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: procure")
    wrong = subprocess.run([*command, "x"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_breaking_off_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Place
) -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    monkeypatch.delenv("PROCURE_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "stdin", Interrupted())
    monkeypatch.setattr(
        sys,
        "argv",
        ["procure", "--office", str(place.office), "--officer", "Auditor", "line", "find"],
    )
    assert main() == 1
    assert capsys.readouterr().err == "Cancelled. Nothing was changed.\n"


def run_through_shell(command: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    """Run `procure` as a shell would, with its own ideas of streams and encodings."""
    program = f'"{sys.executable}" -m procure_desktop.cli {command}'
    environment = os.environ | variables
    return subprocess.run(["sh", "-c", program], env=environment, capture_output=True, check=False)


def test_a_closed_input_gives_no_passphrase(place: Place) -> None:
    ended = run_through_shell(f"--office {place.office} --officer Preparer line find <&-")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.count(b"\n") == 1


def test_ukrainian_names_come_through_any_pipe(place: Place) -> None:
    ended = run_through_shell(
        f"--office {place.office} --officer Preparer --json line find --limit 1",
        PYTHONIOENCODING="ascii",
        PROCURE_PASSPHRASE=PASSPHRASE,
    )
    assert ended.returncode == 0
    assert "Ракета" in ended.stdout.decode()
