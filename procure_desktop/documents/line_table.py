"""The table of funded lines: figures in columns as wide as they are, names in what is left."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Paragraph, Table

from procure_desktop.documents.figures import NBSP, amount, day, figure, whole
from procure_desktop.documents.fonts import BOLD, REGULAR, text_width
from procure_desktop.documents.layout import Cell, Command, grid, paragraph
from procure_desktop.documents.styles import ACCENT, FAINT, INK, RULE, TEXT_WIDTH, style
from procure_desktop.domain.commitment import PricedLine
from procure_desktop.domain.document import CommitmentSheet, SheetLine
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Availability, Controls, Line, Step

_GAP = 9.0
_DOT = f"{NBSP}· "
_LEFT = frozenset({0, 1, 3})
_LEAST_ITEM = 110.0
_MOST_UNIT = 46.0
_SIZES = (8.4, 7.8, 7.0, 6.2, 5.4)
_NAME = style(8.6, bold=True, leading=1.3)
_DETAIL = style(7, ink=FAINT, leading=1.36)
_PARTIAL = style(7.2, ink=ACCENT, leading=1.36)


@dataclass(frozen=True)
class _Columns:
    """Size of the figures in points, and the width of every column."""

    size: float
    widths: tuple[float, ...]


def line_table(sheet: CommitmentSheet) -> Table:
    """One row a line, its head repeated on every page, the totals last."""
    converted = sheet.commitment.terms.currency != USD
    heads = _heads(sheet, converted=converted)
    figures = [_figures(priced, converted=converted) for priced in sheet.commitment.lines]
    totals = _totals(sheet, converted=converted)
    columns = _fit(heads, [*figures, totals], [entry.line.unit for entry in sheet.lines])
    rows = [
        _row(entry, priced, texts, columns.size)
        for entry, priced, texts in zip(sheet.lines, sheet.commitment.lines, figures, strict=True)
    ]
    head = [_head(text, right=place not in _LEFT) for place, text in enumerate(heads)]
    total: list[Cell] = ["", "Total", *totals]
    return grid([head, *rows, total], columns.widths, _look(columns.size), head_rows=1)


def _heads(sheet: CommitmentSheet, *, converted: bool) -> list[str]:
    heads = ["Line", "Item", "Quantity", "Unit", f"Unit price\n{USD}", f"Amount\n{USD}"]
    return [*heads, f"Amount\n{sheet.commitment.terms.currency}"] if converted else heads


def _figures(priced: PricedLine, *, converted: bool) -> list[str]:
    texts = [whole(priced.quantity), "", figure(priced.unit_price), figure(priced.usd)]
    return [*texts, figure(priced.national)] if converted else texts


def _totals(sheet: CommitmentSheet, *, converted: bool) -> list[str]:
    totals = ["", "", "", figure(sheet.commitment.usd)]
    return [*totals, figure(sheet.commitment.national)] if converted else totals


def _fit(heads: list[str], rows: list[list[str]], units: list[str]) -> _Columns:
    """The largest size at which every figure stands whole and the item keeps its least width."""
    for size in _SIZES:
        widths = _widths(heads, rows, units, size)
        if widths[1] >= _LEAST_ITEM:
            break
    return _Columns(size, widths)


def _widths(
    heads: list[str], rows: list[list[str]], units: list[str], size: float
) -> tuple[float, ...]:
    columns = [max(_width(row[place], BOLD, size) for row in rows) for place in range(len(rows[0]))]
    columns[1] = min(max(_width(unit, REGULAR, size) for unit in units), _MOST_UNIT)
    labels = [max(_width(word, BOLD, 7) for word in head.split("\n")) for head in heads]
    others = [max(pair) + _GAP for pair in zip(columns, labels[2:], strict=True)]
    line = 26.0
    return (line, TEXT_WIDTH - line - sum(others), *others)


def _width(text: str, font: str, size: float) -> float:
    return text_width(text, font, size) + 0.5


def _head(text: str, *, right: bool) -> Paragraph:
    return paragraph(text, style(7, bold=True, ink=FAINT, align=2 if right else 0))


def _row(entry: SheetLine, priced: PricedLine, texts: list[str], size: float) -> list[Cell]:
    quantity, _, *money = texts
    unit = paragraph(entry.line.unit, style(size))
    return [str(entry.line.number), _item(entry, priced), quantity, unit, *money]


def _item(entry: SheetLine, priced: PricedLine) -> list[Flowable]:
    line = entry.line
    item: list[Flowable] = [
        paragraph(line.name, _NAME),
        paragraph(_identity(entry), _DETAIL),
        paragraph(_supply(line), _DETAIL),
    ]
    if priced.remainder.minor:
        item.append(paragraph(_partial(priced), _PARTIAL))
    return item


def _identity(entry: SheetLine) -> str:
    line = entry.line
    parts = [line.id, f"NSN{NBSP}{line.nsn}" if line.nsn else "", line.package]
    return _DOT.join(part for part in parts if part)


def _supply(line: Line) -> str:
    held = line.availability
    parts = [_held(held)]
    stamp = line.stamp(Step.US_RELEASE)
    if stamp:
        parts.append(f"released by the US {day(stamp.day)}")
    if held and held.lead_months:
        parts.append(f"lead time {_months(held.lead_months)}".replace(" ", NBSP))
    return _DOT.join([*parts, *_controls(line.controls)])


def _held(held: Availability | None) -> str:
    """What the list states of US stock; a list that came as a spreadsheet may state nothing."""
    known = [held.colour, held.source] if held else ["not stated"]
    return f"US availability: {', '.join(part for part in known if part)}"


def _controls(controls: Controls) -> list[str]:
    named = (
        (controls.third_party_transfer, "third-party transfer authorisation needed"),
        (controls.end_use_monitoring, "end-use monitoring"),
    )
    return [text for holds, text in named if holds]


def _partial(priced: PricedLine) -> str:
    units = "1 unit" if priced.quantity == 1 else f"{whole(priced.quantity)} units"
    return f"{units.replace(' ', NBSP)} and {amount(priced.remainder)} toward the next"


def _look(size: float) -> list[Command]:
    return [
        ("FONT", (0, 1), (-1, -1), REGULAR, size, 11.2),
        ("FONT", (0, -1), (-1, -1), BOLD, size, 11.2),
        ("ALIGN", (2, 0), (2, -1), "RIGHT"),
        ("ALIGN", (4, 0), (-1, -1), "RIGHT"),
        ("LEFTPADDING", (1, 0), (-1, -1), _GAP),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("TOPPADDING", (0, 1), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 4.5),
        ("LINEBELOW", (0, 1), (-1, -2), 0.4, RULE),
        # After the rows' rules: on a further page these reach into the head.
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
        ("LINEABOVE", (0, -1), (-1, -1), 1, ACCENT),
        ("NOSPLIT", (0, -2), (-1, -1)),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
    ]


def _months(number: int) -> str:
    return "1 month" if number == 1 else f"{number} months"
