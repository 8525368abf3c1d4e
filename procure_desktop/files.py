"""Files written whole or not at all, and read with the system's reason when they cannot be."""

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from procure_desktop.domain.errors import (
    CancelledError,
    FileExistsAlreadyError,
    FileTooLargeError,
    FileUnreadableError,
    FileUnwritableError,
    Refusal,
)


def read_file(path: Path, most: int) -> bytes:
    """Read a file of at most `most` bytes; FileUnreadableError, FileTooLargeError."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or str(error)) from error
    if len(data) > most:
        raise FileTooLargeError(path=path, most=most)
    return data


@contextlib.contextmanager
def reading_from(path: Path) -> Iterator[None]:
    """Let every refusal that leaves the block name the file that was being read."""
    try:
        yield
    except CancelledError:
        raise
    except Refusal as refusal:
        refusal.file = path.name
        raise


def hash_file(path: Path) -> str:
    """SHA-256 of a file of any size, in hex; FileUnreadableError."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or str(error)) from error


def read_start(path: Path, length: int) -> bytes:
    """The first `length` bytes of a file, or all of a shorter one; FileUnreadableError."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or str(error)) from error


def write_file(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write to a temporary file beside `path`, flush it to the disk, and move it into place.

    Without `overwrite` an existing file is refused with FileExistsAlreadyError.
    """
    with _saying_why(path):
        _write(path, data, overwrite=overwrite)


@contextlib.contextmanager
def nothing_left(path: Path) -> Iterator[None]:
    """Take away what a block made at `path`, and the folders that it made above, when the block raises."""
    missing = [folder for folder in path.parents if not folder.exists()]
    try:
        yield
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        for folder in missing:
            with contextlib.suppress(
                OSError
            ):  # another program put something there, or it was not made
                folder.rmdir()
        raise


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone, and those above it; FileUnwritableError with the system's reason."""
    try:
        path.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise FileUnwritableError(path=path, reason=error.strerror or str(error)) from error


def _write(path: Path, data: bytes, *, overwrite: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file in the making: `made` is where to write it, beside the place that it will have."""

    made: Path
    path: Path
    overwrite: bool

    def place(self) -> None:
        """Flush what was written to the disk and move it into place."""
        with _saying_why(self.path):
            with self.made.open("rb+") as file:
                os.fsync(file.fileno())
            if self.overwrite:
                self.made.replace(self.path)
            else:
                _place_new(self.made, self.path)
            sync_folder(self.path.parent)


@contextmanager
def stage_file(path: Path, *, overwrite: bool) -> Iterator[StagedFile]:
    """Let a large file be written piece by piece; unless it is placed, nothing of it is left.

    Its folder is the writer's own, for pieces that a library keeps while it writes. An existing file is
    refused with FileExistsAlreadyError before anything is written, and again when it is placed.
    """
    if path.exists() and not overwrite:
        raise FileExistsAlreadyError(path=path)
    with _saying_why(path):
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        with _saying_why(path):
            yield StagedFile(folder / path.name, path, overwrite)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _saying_why(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise FileExistsAlreadyError(path=path) from None
    except OSError as error:
        raise FileUnwritableError(path=path, reason=error.strerror or str(error)) from error


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its name unless something has it; a link refuses that in one step."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError as error:  # sticks and some shares know no links
        if path.exists():
            raise FileExistsError from error
        temporary.replace(path)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system lets a folder be flushed."""
    with contextlib.suppress(PermissionError):  # Windows opens no folder, and needs no such flush
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
