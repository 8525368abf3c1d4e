"""Take a logo for the letterhead out of a file."""

from pathlib import Path

from procure_desktop.documents.logo import clean_logo
from procure_desktop.files import read_file

MOST_BYTES = 2_000_000


def read_logo(path: Path) -> bytes:
    """The PNG at `path` as it is kept and printed.

    Raises FileUnreadableError, FileTooLargeError, LogoUnreadableError, LogoSizeError.
    """
    return take_logo(read_file(path, MOST_BYTES), path)


def take_logo(data: bytes, path: Path) -> bytes:
    """The PNG in `data` as it is kept and printed; `path` names it in a refusal."""
    return clean_logo(data, path)
