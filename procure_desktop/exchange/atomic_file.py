"""Writing a file so that a reader, or a power cut, finds the old one or the new one and nothing between."""

import os
import tempfile
from pathlib import Path

from procure_desktop.domain.errors import FileUnwritableError


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside `path`, flush to the disk, move into place; FileUnwritableError leaves what was there."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read; FileUnwritableError when one stands there already."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FileUnwritableError:
    return FileUnwritableError(path=path, reason=error.strerror or type(error).__name__)
