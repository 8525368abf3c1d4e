"""The zip inside an XLSX or ODS file, looked through before a library that trusts it opens it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError

from procure_desktop.domain.errors import SpreadsheetTooLargeError, SpreadsheetUnreadableError
from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.exchange.sheet_extent import BeyondError, ExtentWatch
from procure_desktop.exchange.sheet_limits import (
    MOST_MEMBERS,
    MOST_RATIO,
    MOST_UNPACKED_BYTES,
)

_CENTRAL_HEADER = b"PK\x01\x02"
_ENCRYPTED = 0x1
_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_OVERLAP = 4096
_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
    zlib.error,
)

# What a reader looks for in a part that it takes for a sheet, whatever the part's name.
_SHEET = re.compile(rb"sheetData|table-cell")
# The binary form of a workbook, which could not be looked through here.
_BINARY = "xl/workbook.bin"


def check_zip(path: Path, data: bytes) -> zipfile.ZipFile:
    """Return the archive of an XLSX or ODS file once nothing in it can overwhelm its reader.

    Raises SpreadsheetUnreadableError for what is no zip, encrypted, or holds a name twice or a way out;
    SpreadsheetTooLargeError for too many parts, too much unpacked, and cells too far out.
    """
    if data.count(_CENTRAL_HEADER) > MOST_MEMBERS:
        raise SpreadsheetTooLargeError(
            path=path, place="zip", limit=Limit.MEMBERS, most=MOST_MEMBERS
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_members(path, archive.infolist())
        for member in archive.infolist():
            _check_part(path, archive, member)
    except _ERRORS:
        raise SpreadsheetUnreadableError(path=path, place="zip") from None
    return archive


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    seen = set[str]()
    for member in members:
        name = member.filename
        out = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)
        unfit = name.casefold() in seen or name.casefold() == _BINARY
        if unfit or out or member.flag_bits & _ENCRYPTED:
            raise SpreadsheetUnreadableError(path=path, place=name[:80])
        seen.add(name.casefold())
        if member.file_size > max(_SMALL, member.compress_size * MOST_RATIO):
            raise SpreadsheetTooLargeError(
                path=path, place=name[:80], limit=Limit.RATIO, most=MOST_RATIO
            )
    if sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
        raise SpreadsheetTooLargeError(
            path=path, place="zip", limit=Limit.UNPACKED_BYTES, most=MOST_UNPACKED_BYTES
        )


def _check_part(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    named = member.filename.casefold().endswith((".xml", ".rels"))
    if not named and not any(_SHEET.search(chunk) for chunk in chunks(archive, member)):
        return
    place = member.filename[:80]
    try:
        _watch(archive, member)
    except BeyondError as beyond:
        raise SpreadsheetTooLargeError(
            path=path, place=place, limit=beyond.limit, most=beyond.most
        ) from None
    except (ExpatError, ValueError):
        raise SpreadsheetUnreadableError(path=path, place=place) from None


def _watch(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    watch = ExtentWatch()
    with archive.open(member) as file:
        while piece := file.read(_CHUNK):
            watch.read(piece)
    watch.read(b"", last=True)


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap, so that what is searched for lies whole in one of them."""
    with archive.open(member) as file:
        tail = b""
        while piece := file.read(_CHUNK):
            yield tail + piece
            tail = piece[-_OVERLAP:]
