import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from procure_desktop.cli.main import main
from tests.office_factory import KEY_PASSPHRASE, PASSPHRASE, PREPARER, Place


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Procure = Callable[..., Ended]


@pytest.fixture
def procure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Procure:
    """Run `procure` with these arguments, its passphrases in the environment."""
    monkeypatch.setenv("PROCURE_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PROCURE_NEW_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PROCURE_KEY_PASSPHRASE", KEY_PASSPHRASE)

    def run(*arguments: object) -> Ended:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["procure", *map(str, arguments)])
        status = main()
        written = capsys.readouterr()
        return Ended(status, written.out, written.err)

    return run


@pytest.fixture
def office(procure: Procure, place: Place) -> Procure:
    """Run `procure` on the made office, as its preparer unless another officer is named."""

    def run(*arguments: object, officer: str = PREPARER) -> Ended:
        return procure("--office", place.office, "--officer", officer, *arguments)

    return run


@pytest.fixture
def asked(office: Procure) -> Callable[..., Any]:
    """The JSON of a command that must succeed and say nothing else."""

    def run(*arguments: object, officer: str = PREPARER) -> Any:
        done = office("--json", *arguments, officer=officer)
        assert (done.status, done.err) == (0, "")
        return done.json

    return run


@pytest.fixture
def refused(office: Procure) -> Callable[..., str]:
    """The one sentence of a command that must fail with this status and print no result."""

    def run(status: int, *arguments: object, officer: str = PREPARER) -> str:
        done = office(*arguments, officer=officer)
        assert (done.status, done.out) == (status, "")
        assert done.err.count("\n") == 1
        assert "Traceback" not in done.err
        return done.err

    return run


Asked = Callable[..., Any]
Refused = Callable[..., str]
