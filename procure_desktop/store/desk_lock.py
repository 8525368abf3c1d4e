"""The desk lock: which window works in an office, held by the operating system for as long as the program lives.

`desk.lock` says in plain words who has the desk. What counts is the system's lock on it, which a killed program
loses at once, so that nothing stale is ever left and no process number has to be believed.
"""

import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

_MOST_BYTES = 10_000
_FAR = 1 << 30
"""Where Windows locks a byte: far behind the text, which others must be able to read."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the desk: officer, name of the machine, and since when (UTC)."""

    officer: str
    machine: str
    since: datetime


@dataclass(frozen=True, slots=True)
class DeskLock:
    """The desk, taken; it is given back by `release`, or when the program ends in whatever way."""

    file: BinaryIO

    def release(self) -> None:
        """Give the desk back; once more does nothing."""
        if not self.file.closed:
            self.file.truncate(0)
            self.file.close()


def take_desk(path: Path, holder: Holder) -> DeskLock | None:
    """Take the desk for `holder`; None when another window has it, or where nothing can be written."""
    try:
        file = os.fdopen(_open_own(path), "ab", buffering=0)
    except OSError:
        return None
    if not _locked(file):
        file.close()
        return None
    file.truncate(0)
    content = {"officer": holder.officer, "machine": holder.machine}
    file.write(json.dumps(content | {"since": holder.since.isoformat()}).encode())
    return DeskLock(file)


def _open_own(path: Path) -> int:
    """Open the lock itself: one that a folder from elsewhere makes a link would empty the file it leads to."""
    own = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | own, 0o666)


def read_holder(path: Path) -> Holder | None:
    """Who says to have the desk; None where nobody does, or it cannot be read."""
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(_MOST_BYTES))
        since = datetime.fromisoformat(content["since"]).astimezone(UTC)
        return Holder(str(content["officer"]), str(content["machine"]), since)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


if sys.platform == "win32":  # pragma: no cover (tried on Windows alone)
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
