"""The letter of approval as it comes: a PDF, looked at before it is kept."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from procure_desktop.documents.pages import page_count
from procure_desktop.domain.attestation import Letter
from procure_desktop.domain.errors import LetterAheadError, LetterUnreadableError
from procure_desktop.domain.text import require_text
from procure_desktop.files import read_file

MOST_BYTES = 32 * 1024 * 1024
_BEGINS = b"%PDF-"


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter as an officer gives it: the file, its reference and its day."""

    path: Path
    reference: str
    day: date


def read_letter(given: LetterFile, today: date) -> tuple[Letter, bytes]:
    """The letter and its bytes.

    Raises LetterUnreadableError for what is no PDF with pages, LetterAheadError for a day to come, and
    what read_file and require_text raise.
    """
    pdf = read_file(given.path, MOST_BYTES)
    if not pdf.startswith(_BEGINS) or not _has_pages(pdf):
        raise LetterUnreadableError(path=given.path)
    if given.day > today:
        raise LetterAheadError(day=given.day)
    name = require_text("name of the letter", given.path.name, most=200)
    reference = require_text("reference of the letter", given.reference, most=200)
    return Letter(name, reference, given.day, hashlib.sha256(pdf).hexdigest()), pdf


def _has_pages(pdf: bytes) -> bool:
    try:
        return page_count(pdf) > 0
    except Exception:  # noqa: BLE001 (whatever a library raises on a hostile file, it is no letter)
        return False
