"""The zip inside an XLSX or ODS file, looked through before a library that trusts it opens it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from procure_desktop.domain.errors import SpreadsheetTooLargeError, SpreadsheetUnreadableError
from procure_desktop.domain.spreadsheet import Limit
from procure_desktop.exchange.sheet_limits import (
    MOST_COLUMNS,
    MOST_MEMBERS,
    MOST_RATIO,
    MOST_SHEET_ROWS,
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

# A document type could define entities that grow without end.
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# A cell's own place, such as r="AB12". One full cell far out makes a reader lay out all before it.
_FAR_COLUMN = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r=["'](?:[A-Z]{3,}|C[W-Z]|[D-Z][A-Z])[0-9]+["'](?:[^>]*[^/>])?>"""
)
_FAR_ROW = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r=["'][A-Z]+(?:[0-9]{7,}|[2-9][0-9]{5})["'](?:[^>]*[^/>])?>"""
)
# An ODS says a cell or a row many times in one word; empty ones at the end are usual.
_MANY_COLUMNS = re.compile(
    rb"""<table:table-cell\s(?=[^>]*office:value-type)[^>]*number-columns-repeated=["'](?:[0-9]{4,}|[1-9][0-9]{2})["']"""
)
_MANY_ROWS = re.compile(
    rb"""<table:table-row\s[^>]*number-rows-repeated=["'][0-9]{4,}["'][^>]*>"""
    rb"""(?!(?:\s*<table:(?:covered-)?table-cell(?:(?!office:value)[^>])*/>)*\s*</table:table-row>)"""
)


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
            if member.filename.endswith(".xml"):
                _check_xml(path, archive, member)
    except _ERRORS:
        raise SpreadsheetUnreadableError(path=path, place="zip") from None
    return archive


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    seen = set[str]()
    for member in members:
        name = member.filename
        out = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)
        if name.casefold() in seen or out or member.flag_bits & _ENCRYPTED:
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


def _check_xml(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    place = member.filename[:80]
    is_sheet = place.startswith("xl/worksheets/")
    for chunk in chunks(archive, member):
        if _DOCTYPE.search(chunk):
            raise SpreadsheetUnreadableError(path=path, place=place)
        columns = _FAR_COLUMN.search(chunk) if is_sheet else _MANY_COLUMNS.search(chunk)
        if columns:
            raise SpreadsheetTooLargeError(
                path=path, place=place, limit=Limit.COLUMNS, most=MOST_COLUMNS
            )
        if _FAR_ROW.search(chunk) if is_sheet else _MANY_ROWS.search(chunk):
            raise SpreadsheetTooLargeError(
                path=path, place=place, limit=Limit.ROWS, most=MOST_SHEET_ROWS
            )


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that overlap, so that what is searched for lies whole in one of them."""
    with archive.open(member) as file:
        tail = b""
        while piece := file.read(_CHUNK):
            yield tail + piece
            tail = piece[-_OVERLAP:]
