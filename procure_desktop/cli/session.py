"""What one command works with: the office it opens, the passphrases it asks for, and how it answers."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from procure_desktop.domain.errors import OfficeMissingError
from procure_desktop.language import tr
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import officer_names, signed_in

PASSPHRASE = "PROCURE_PASSPHRASE"  # noqa: S105 (the name of a variable)
KEY_PASSPHRASE = "PROCURE_KEY_PASSPHRASE"  # noqa: S105 (the name of a variable)
NEW_PASSPHRASE = "PROCURE_NEW_PASSPHRASE"  # noqa: S105 (the name of a variable)

RECOVERY_KEY = "PROCURE_RECOVERY_KEY"


@dataclass(frozen=True, slots=True)
class Session:
    """The options before the noun. `folder` is None and `officer` empty when they were not given."""

    folder: Path | None
    officer: str
    as_json: bool

    @contextmanager
    def office(self) -> Iterator[Office]:
        """Sign in to the office for one command."""
        folder = self.office_folder()
        name = self.officer or self._only_officer(folder)
        with signed_in(
            folder, name, passphrase(tr("Passphrase of {name}").format(name=name))
        ) as office:
            yield office

    def office_folder(self) -> Path:
        """The office folder; wrong usage without `--office`."""
        if self.folder is None:
            message = tr("Name the office: procure --office DIR ...")
            raise typer.BadParameter(message)
        if not self.folder.is_dir():
            raise OfficeMissingError(path=self.folder)
        return self.folder

    def say(self, data: Any, *lines: str) -> None:
        """Answer with `data` as JSON, or with `lines` for people."""
        text = json.dumps(data, ensure_ascii=False, indent=1) if self.as_json else "\n".join(lines)
        sys.stdout.write(text + "\n")

    def progress(self, done: int, total: int) -> None:
        """Show on standard error how far long work has come, where somebody looks."""
        if sys.stderr.isatty():
            sys.stderr.write(
                f"\r{done * 100 // max(total, 1):3d} %" + ("\n" if done >= total else "")
            )
            sys.stderr.flush()

    def _only_officer(self, folder: Path) -> str:
        names = officer_names(folder)
        if len(names) != 1:
            text = tr("Name the officer: procure --officer NAME ... ({names})")
            message = text.format(names=", ".join(names))
            raise typer.BadParameter(message)
        return names[0]


def passphrase(prompt: str, variable: str = PASSPHRASE) -> str:
    """A passphrase from the environment, or asked for without showing it."""
    given = os.environ.get(variable)
    return _ask(prompt, variable, again=False) if given is None else given


def new_passphrase(prompt: str, variable: str) -> str:
    """A passphrase to set, from the environment, or asked for twice."""
    given = os.environ.get(variable)
    return _ask(prompt, variable, again=True) if given is None else given


def _ask(prompt: str, variable: str, *, again: bool) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        return str(typer.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))
    typed = sys.stdin.readline() if sys.stdin is not None else ""
    if not typed:
        text = tr("{prompt}: none was given; set {variable}, or answer the prompt at a terminal.")
        message = text.format(prompt=prompt, variable=variable)
        raise typer.BadParameter(message)
    return typed.rstrip("\r\n")
