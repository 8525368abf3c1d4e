"""The main job by `procure` alone, each command a process of its own, as a script would run it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from procure_desktop.exchange.request_list_file import write_request_list
from tests.office_factory import AUTHORISER, KEY_PASSPHRASE, PASSPHRASE, PREPARER, Place, make_list

ADMINISTRATOR = "Administrator"
SECRETS = {
    "PROCURE_PASSPHRASE": PASSPHRASE,
    "PROCURE_NEW_PASSPHRASE": PASSPHRASE,
    "PROCURE_KEY_PASSPHRASE": KEY_PASSPHRASE,
}


class Clerk:
    """Runs `procure` in a folder; `place` lends the officers' keys and certificates."""

    def __init__(self, folder: Path, place: Place) -> None:
        self.folder, self.place = folder, place

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "procure_desktop.cli", *arguments],
            cwd=self.folder,
            env=os.environ | SECRETS,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def does(self, officer: str, *arguments: str) -> Any:
        """Run a command that must succeed, and return its result."""
        signed_in = ("--office", "mod.office", "--officer", officer) if officer else ()
        done = self.run(*signed_in, "--json", *arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def clerk(place: Place, tmp_path: Path) -> Clerk:
    return Clerk(tmp_path, place)


@pytest.mark.timeout(600)
def test_from_nothing_to_a_signed_document_and_a_backup(clerk: Clerk, tmp_path: Path) -> None:
    make_office(clerk)
    publish_and_import(clerk, tmp_path)
    number = commit(clerk)
    pdf = tmp_path / "commitment.pdf"
    clerk.does(PREPARER, "document", "export", number, "--out", "commitment.pdf")
    assert clerk.does(PREPARER, "document", "verify", "commitment.pdf")["answer"] == "valid"
    check_with_other_tools(pdf)
    donate(clerk)
    check_history(clerk, tmp_path)


def make_office(clerk: Clerk) -> None:
    clerk.does(
        "", "office", "create", "mod.office", "--nation", "NLD", "--ministry", "Test Ministry",
        "--unit", "Test Unit", "--administrator", ADMINISTRATOR,
    )  # fmt: skip
    for name, role in ((PREPARER, "preparer"), (AUTHORISER, "authoriser")):
        certificate = str(clerk.place.certificate(name))
        added = clerk.does(
            ADMINISTRATOR,
            "office",
            "add-officer",
            name,
            "--role",
            role,
            "--certificate",
            certificate,
        )
        assert added["roles"] == [role]


def publish_and_import(clerk: Clerk, folder: Path) -> None:
    (folder / "list.json").write_bytes(write_request_list(make_list()))
    made = clerk.does("", "desk", "init", "desk")
    clerk.does("", "desk", "release", "list.json", "--keys", "desk", "--out", "1.release")
    pinned = clerk.does(ADMINISTRATOR, "office", "trust", "desk/root.json")
    assert pinned["fingerprint"] == made["fingerprint"]
    assert not clerk.does(PREPARER, "list", "import", "1.release", "--preview")["stored"]
    assert clerk.does(PREPARER, "list", "show") == []
    assert clerk.does(PREPARER, "list", "import", "1.release")["new"] == 6
    assert clerk.does(PREPARER, "list", "show")[0]["serial"] == "UA-TEST"


def commit(clerk: Clerk) -> str:
    found = clerk.does(PREPARER, "line", "find", "--text", "projectile", "--urgent", "--limit", "5")
    line = found["lines"][0]["line"]
    draft = clerk.does(
        PREPARER, "commitment", "draft", "--line", f"{line}=12", "--line", "UA-0001=25000.50 EUR",
        "--currency", "EUR", "--budget-line", "Test budget line",
    )  # fmt: skip
    assert draft["number"] == ""
    preparer, authoriser = (str(clerk.place.key(name).path) for name in (PREPARER, AUTHORISER))
    submitted = clerk.does(PREPARER, "commitment", "submit", str(draft["id"]), "--p12", preparer)
    assert submitted["state"] == "submitted"
    number = str(submitted["number"])
    own = ("--office", "mod.office", "--officer", PREPARER, "commitment", "authorise", number)
    refused = clerk.run(*own, "--p12", preparer)
    assert (refused.returncode, refused.stdout) == (1, "")
    authorised = clerk.does(AUTHORISER, "commitment", "authorise", number, "--p12", authoriser)
    assert authorised["state"] == "authorised"
    assert clerk.does(PREPARER, "commitment", "show", number) == authorised
    assert [one["number"] for one in clerk.does(PREPARER, "commitment", "list")] == [number]
    return number


def check_with_other_tools(pdf: Path) -> None:
    said = subprocess.run(["pdfsig", str(pdf)], capture_output=True, text=True, check=False).stdout
    assert said.count("Signature is Valid") == 2
    sound = subprocess.run(
        ["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False
    )
    assert sound.returncode == 0, sound.stderr


def donate(clerk: Clerk) -> None:
    clerk.does(
        PREPARER, "donation", "log", "--line", "UA-0006", "--quantity", "2", "--depot", "Test depot",
        "--serial", "T-1", "--serial", "T-2", "--net-book", "40000 EUR",
        "--new-replacement", "900000 EUR", "--quoted", "net book",
    )  # fmt: skip
    assert clerk.does(PREPARER, "donation", "list")[0]["quoted_basis"] == "net book"
    line = clerk.does(PREPARER, "line", "find", "--text", "UA-0006")["lines"][0]
    assert line["outstanding"] == 28


def check_history(clerk: Clerk, folder: Path) -> None:
    head = clerk.does(PREPARER, "journal", "verify", "--against", "commitment.pdf")
    assert len(clerk.does(PREPARER, "journal", "show")) == head["number"]
    clerk.does(PREPARER, "office", "backup", "mod.backup")
    clerk.does(PREPARER, "journal", "verify", "--against", "mod.backup")
    again = clerk.run(
        "--office", "mod.office", "--officer", PREPARER, "office", "backup", "mod.backup"
    )
    assert again.returncode == 3
    assert again.stderr.count("\n") == 1
    clerk.does("", "office", "restore", "mod.backup", "restored.office")
    assert clerk.run("office", "restore", "mod.backup", "restored.office").returncode == 3
    assert (folder / "restored.office" / "office.db").stat().st_size > 0
