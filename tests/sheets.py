"""Spreadsheets made for tests, each by other means than the program reads them with."""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.spreadsheet import ListCover
from procure_desktop.services.import_spreadsheet import SheetOrder
from procure_desktop.services.letters import LetterFile
from procure_desktop.services.look_at_spreadsheet import look_at_spreadsheet

HEADS = (
    "№ з/п",
    "Назва",
    "Найменування англійською",
    "Категорія",
    "Од. виміру",
    "Потреба",
    "Залишок",
    "Ціна за одиницю, USD",
    "Пріоритет",
    "Потрібно до",
    "Терміново",
    "Примітки",
)
ROW = (1, "Ракета", "Missile", "ППО", "шт", 40, 25, 1250.5, 2, "31.03.2027", "так", "")
ROWS = (
    ROW,
    (2, "Снаряд 155 мм", "Projectile, 155 mm", "артилерія", "шт", 5000, 5000, 3200.55, 1, "30.09.2026", "ні", "a"),
    (3, "Аптечка", "First aid kit", "медицина", "компл", 900, 900, 89.9, 7, "01.12.2026", "ні", "b"),
)  # fmt: skip
COVER = ListCover(
    serial="UA-SHEET",
    issuer="Test sender",
    issued=date(2026, 6, 1),
    expires=date(2026, 12, 31),
    marking=Marking.NATO_UNCLASSIFIED,
)


def write_csv(
    path: Path,
    rows: Iterable[Sequence[Any]] = ROWS,
    *,
    encoding: str = "utf-8",
    delimiter: str = ";",
    heads: Sequence[str] = HEADS,
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([heads, *rows])
    return path


def write_xlsx(
    path: Path, rows: Iterable[Sequence[Any]] = ROWS, *, heads: Sequence[str] = HEADS, top: int = 2
) -> Path:
    """The rows below a title and an empty row."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Потреби")
        days = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write(0, 0, "ILLUSTRATIVE")
        for number, row in enumerate([heads, *rows], start=top):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, days)
                else:
                    sheet.write(number, place, value)
        hidden = book.add_worksheet("Hidden")
        hidden.hide()
    return path


def write_ods(path: Path, rows: Iterable[Sequence[Any]] = ROWS, body: str = "") -> Path:
    """The least that is an ODS; `body` replaces the rows."""
    table = body or "".join(_ods_row(row) for row in [HEADS, *rows])
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
        f'<office:body><office:spreadsheet><table:table table:name="Sheet1">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"
        )
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    text = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def write_letter(path: Path) -> Path:
    """A PDF of one page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 720, "ILLUSTRATIVE letter of approval")
    canvas.save()
    return path


def letter_file(folder: Path) -> LetterFile:
    return LetterFile(write_letter(folder / "letter.pdf"), "NSATU/123", date(2026, 6, 10))


def sheet_order(
    folder: Path,
    rows: Iterable[Sequence[Any]] = ROWS,
    *,
    serial: str = COVER.serial,
    letter: bool = False,
    good_rows: bool = False,
    first: int = 0,
) -> SheetOrder:
    """The order to import a workbook with these rows; `first` moves the line numbers."""
    moved = [(row[0] + first, *row[1:]) for row in rows]
    path = write_xlsx(folder / f"{serial}.xlsx", moved)
    mapping = look_at_spreadsheet(path).mapping
    given = letter_file(folder) if letter else None
    return SheetOrder(path, mapping, replace(COVER, serial=serial), good_rows, given)
