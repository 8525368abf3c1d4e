"""Cells of a workbook that hold an error such as #DIV/0!, which the reading library shows as empty."""

import re
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from procure_desktop.exchange.zip_suspicion import chunks

_XLSX_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\st=["']e["'])[^>]*?\br=["']([A-Z]{1,2})([0-9]{1,7})["']"""
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Place = tuple[int, int]
"""Row and column, from 1."""


def error_cells(archive: zipfile.ZipFile, sheet: str) -> frozenset[Place]:
    """The places of a sheet's error cells; none for an ODS, whose errors are read as text.

    The archive was checked before, so its XML defines no entities.
    """
    part = _sheet_part(archive, sheet)
    if part is None:
        return frozenset()
    found = set[Place]()
    for chunk in chunks(archive, archive.getinfo(part)):
        found |= {(int(row), _column(letters)) for letters, row in _XLSX_ERROR.findall(chunk)}
    return frozenset(found)


def _sheet_part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part that a sheet's name leads to, or None where the names do not follow the usual plan."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return None
    try:
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (no entities)
        relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 (the same)
    except ET.ParseError:
        return None
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for one in book.iter():
        if one.tag.endswith("}sheet") and one.get("name") == sheet:
            target = targets.get(one.get(_RELATION), "")
            part = str(PurePosixPath("xl") / target) if target[:1] != "/" else target[1:]
            return part if part in names else None
    return None


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column
