"""How a CSV file is written: its encoding and its delimiter, found from the file; an officer can correct both."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from procure_desktop.domain.errors import FileUnreadableError

UTF_8, UTF_16, WINDOWS_1251, WINDOWS_1252 = "utf-8-sig", "utf-16", "windows-1251", "windows-1252"
ENCODINGS = (UTF_8, UTF_16, "utf-16-le", "utf-16-be", WINDOWS_1251, WINDOWS_1252)
DELIMITERS = (",", ";", "\t", "|")

_CHUNK = 1024 * 1024
_SAMPLE_ROWS = 50
# What Windows writes for the same letters: Cyrillic words are runs of such bytes, accents stand alone.
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LONG_RUN = 3


@dataclass(frozen=True, slots=True)
class CsvForm:
    """The name of the encoding and the character between two cells."""

    encoding: str
    delimiter: str


def detect_form(path: Path) -> CsvForm:
    """The likeliest form of a CSV file, looking at all of its bytes; FileUnreadableError."""
    try:
        with path.open("rb") as file:
            start = file.read(_CHUNK)
            encoding = _marked(start) or _encoding(start, iter(lambda: file.read(_CHUNK), b""))
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or str(error)) from error
    text = start.decode(encoding, errors="replace")
    return CsvForm(encoding, detect_delimiter(text))


def _marked(start: bytes) -> str:
    """The encoding that a byte order mark or the zero bytes of ASCII in UTF-16 tell; else nothing."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF_16
    if start.startswith(codecs.BOM_UTF8):
        return UTF_8
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) > pairs // 3:
        return "utf-16-le"
    return "utf-16-be" if pairs and start[0::2].count(0) > pairs // 3 else ""


def _encoding(start: bytes, further: Iterator[bytes]) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    pieces = [start]
    try:
        decoder.decode(start)
        for piece in further:
            pieces[0] = piece
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _windows(pieces[0])
    return UTF_8


def _windows(piece: bytes) -> str:
    runs = Counter(len(run) >= _LONG_RUN for run in _HIGH_RUN.findall(piece))
    # Five byte values mean nothing in 1252 and letters or signs in 1251.
    impossible = any(byte in piece for byte in b"\x81\x8d\x8f\x90\x9d")
    return WINDOWS_1251 if impossible or runs[True] >= runs[False] else WINDOWS_1252


def detect_delimiter(text: str) -> str:
    """The delimiter by which the first rows have most cells and agree most about how many."""
    lines = text.splitlines(keepends=True)[:_SAMPLE_ROWS]
    return max(DELIMITERS, key=lambda one: (_agreement(lines, one), -DELIMITERS.index(one)))


def _agreement(lines: list[str], delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, rows = max(widths.items(), key=lambda one: (one[1], one[0]))
    return (width - 1) * rows / widths.total()
