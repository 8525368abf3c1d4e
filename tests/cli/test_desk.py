from pathlib import Path

import pytest

from procure_desktop.exchange.request_list_file import write_request_list
from tests.cli.conftest import Procure
from tests.office_factory import make_list


def test_a_desk_is_made_and_releases_a_list(procure: Procure, tmp_path: Path) -> None:
    desk, listed, out = tmp_path / "desk", tmp_path / "list.json", tmp_path / "1.release"
    made = procure("--json", "desk", "init", desk)
    assert (made.status, made.err) == (0, "")
    assert made.json["root"] == str(desk / "root.json")
    assert len(made.json["release_keys"]) == len(made.json["root_keys"]) == 3
    listed.write_bytes(write_request_list(make_list()))
    keys = ("--keys", desk, "--out", out, "--expires", "2035-12-31")
    released = procure("--json", "desk", "release", listed, *keys)
    assert (released.status, released.err) == (0, "")
    assert (released.json["lines"], released.json["signers"]) == (6, 3)
    assert released.json["expires"] == "2035-12-31"
    said = procure("desk", "release", listed, "--keys", desk, "--out", out)
    assert said.out.startswith("Released UA-TEST version 1 with 6 lines, valid to ")


def test_the_fingerprint_is_read_aloud(procure: Procure, tmp_path: Path) -> None:
    said = procure("desk", "init", tmp_path / "desk").out.splitlines()
    assert len(said[1].replace(" ", "")) == 64
    again = procure("desk", "init", tmp_path / "desk")
    assert (again.status, again.out) == (3, "")


def test_a_list_that_will_not_do_is_refused(
    procure: Procure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    procure("desk", "init", tmp_path / "desk")
    listed = tmp_path / "list.json"
    keys = ("--keys", tmp_path / "desk", "--out", tmp_path / "F.release")
    assert procure("desk", "release", listed, *keys).status == 3
    listed.write_text("{}")
    assert procure("desk", "release", listed, *keys).status == 1
    listed.write_bytes(write_request_list(make_list()))
    monkeypatch.setenv("PROCURE_KEY_PASSPHRASE", "wrong passphrase")
    refused = procure("desk", "release", listed, *keys)
    assert (refused.status, refused.out) == (1, "")
    assert not (tmp_path / "F.release").exists()


def test_a_lost_key_is_replaced(procure: Procure, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    procure("desk", "init", desk)
    (desk / "release-2.pem").unlink()
    replaced = procure("--json", "desk", "replace-key", desk, "--lost", "release-2")
    assert (replaced.status, replaced.err) == (0, "")
    assert replaced.json["key"] == str(desk / "release-4.pem")
    assert replaced.json["version"] == 2
    said = procure("desk", "replace-key", desk, "--lost", "root-3").out.splitlines()
    assert said[0].startswith(f"Made {desk / 'root-4.pem'} in place of root-3.")
    refused = procure("desk", "replace-key", desk, "--lost", "root")
    assert (refused.status, refused.out) == (1, "")
