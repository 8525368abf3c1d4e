"""The table of funded lines: figures in columns as wide as they are, names in what is left."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Paragraph, Table

from procure_desktop.documents.figures import NBSP
from procure_desktop.documents.fonts import BOLD, REGULAR, text_width
from procure_desktop.documents.layout import Cell, Command, grid, paragraph, said, second_size
from procure_desktop.documents.styles import ACCENT, FAINT, INK, RULE, TEXT_WIDTH, style
from procure_desktop.documents.tongue import Said, Tongue, join
from procure_desktop.domain.commitment import PricedLine
from procure_desktop.domain.document import CommitmentSheet, SheetLine
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Availability, Controls, Line, Step

_GAP = 9.0
_DOT = f"{NBSP}· "
_LEFT = frozenset({0, 1, 3})
_LEAST_LINE = 26.0
_LEAST_ITEM = 110.0
_MOST_UNIT = 46.0
_SIZES = (8.4, 7.8, 7.0, 6.2, 5.4)
_TOTAL = style(8.4, bold=True)
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
    tongue = Tongue(sheet.language)
    converted = sheet.commitment.terms.currency != USD
    heads = _heads(sheet, tongue, converted=converted)
    figures = [_figures(priced, tongue, converted=converted) for priced in sheet.commitment.lines]
    totals = _totals(sheet, tongue, converted=converted)
    columns = _fit(heads, [*figures, totals], [entry.line.unit for entry in sheet.lines])
    rows = [
        _row(entry, priced, texts, columns.size, tongue)
        for entry, priced, texts in zip(sheet.lines, sheet.commitment.lines, figures, strict=True)
    ]
    head = [_head(text, right=place not in _LEFT) for place, text in enumerate(heads)]
    total: list[Cell] = ["", said(tongue.tr("Total"), _TOTAL, beside=True), *totals]
    return grid([head, *rows, total], columns.widths, _look(columns.size), head_rows=1)


def _heads(sheet: CommitmentSheet, tongue: Tongue, *, converted: bool) -> list[Said]:
    heads = [
        tongue.tr("Line"),
        tongue.tr("Item"),
        tongue.tr("Quantity"),
        tongue.tr("Unit"),
        _of(tongue.tr("Unit price"), USD),
        _of(tongue.tr("Amount"), USD),
    ]
    national = _of(tongue.tr("Amount"), sheet.commitment.terms.currency)
    return [*heads, national] if converted else heads


def _of(head: Said, currency: str) -> Said:
    return Said(f"{head.own}\n{currency}", head.english)


def _figures(priced: PricedLine, tongue: Tongue, *, converted: bool) -> list[str]:
    texts = [
        tongue.whole(priced.quantity),
        "",
        tongue.figure(priced.unit_price),
        tongue.figure(priced.usd),
    ]
    return [*texts, tongue.figure(priced.national)] if converted else texts


def _totals(sheet: CommitmentSheet, tongue: Tongue, *, converted: bool) -> list[str]:
    totals = ["", "", "", tongue.figure(sheet.commitment.usd)]
    return [*totals, tongue.figure(sheet.commitment.national)] if converted else totals


def _fit(heads: list[Said], rows: list[list[str]], units: list[str]) -> _Columns:
    """The largest size at which every figure stands whole and the item keeps its least width."""
    for size in _SIZES:
        widths = _widths(heads, rows, units, size)
        if widths[1] >= _LEAST_ITEM:
            break
    return _Columns(size, widths)


def _widths(
    heads: list[Said], rows: list[list[str]], units: list[str], size: float
) -> tuple[float, ...]:
    columns = [max(_width(row[place], BOLD, size) for row in rows) for place in range(len(rows[0]))]
    columns[1] = min(max(_width(unit, REGULAR, size) for unit in units), _MOST_UNIT)
    labels = [_head_width(head) for head in heads]
    others = [max(pair) + _GAP for pair in zip(columns, labels[2:], strict=True)]
    line = max(_LEAST_LINE, _head_width(heads[0]) + 2)
    return (line, TEXT_WIDTH - line - sum(others), *others)


def _head_width(head: Said) -> float:
    own = (_width(word, BOLD, 7) for word in head.own.split("\n"))
    english = (_width(word, REGULAR, second_size(7)) for word in head.english.split("\n"))
    return max(*own, *english)


def _width(text: str, font: str, size: float) -> float:
    return text_width(text, font, size) + 0.5


def _head(text: Said, *, right: bool) -> Paragraph:
    return said(text, style(7, bold=True, ink=FAINT, align=2 if right else 0))


def _row(
    entry: SheetLine, priced: PricedLine, texts: list[str], size: float, tongue: Tongue
) -> list[Cell]:
    quantity, _, *money = texts
    unit = paragraph(entry.line.unit, style(size))
    return [str(entry.line.number), _item(entry, priced, tongue), quantity, unit, *money]


def _item(entry: SheetLine, priced: PricedLine, tongue: Tongue) -> list[Flowable]:
    line = entry.line
    item: list[Flowable] = [
        said(_name(line, tongue), _NAME),
        paragraph(_identity(entry), _DETAIL),
        said(_supply(line, tongue), _DETAIL),
    ]
    if priced.remainder.minor:
        item.append(said(_partial(priced, tongue), _PARTIAL))
    return item


def _name(line: Line, tongue: Tongue) -> Said:
    own = tongue.bilingual and line.name_uk
    return Said(line.name_uk, line.name) if own else Said(line.name)


def _identity(entry: SheetLine) -> str:
    line = entry.line
    parts = [line.id, f"NSN{NBSP}{line.nsn}" if line.nsn else "", line.package]
    return _DOT.join(part for part in parts if part)


def _supply(line: Line, tongue: Tongue) -> Said:
    held = line.availability
    parts = [_held(held, tongue)]
    stamp = line.stamp(Step.US_RELEASE)
    if stamp:
        parts.append(tongue.tr("released by the US {day}", day=tongue.day(stamp.day)))
    if held and held.lead_months:
        months = held.lead_months
        parts.append(tongue.plural("lead time {n} month", "lead time {n} months", months))
    return join(_DOT, [*parts, *_controls(line.controls, tongue)])


def _held(held: Availability | None, tongue: Tongue) -> Said:
    """What the list states of US stock; a list that came as a spreadsheet may state nothing."""
    known = [tongue.tr(one) for one in (held.colour, held.source) if one] if held else []
    stated = join(", ", known) or tongue.tr("not stated")
    return tongue.tr("US availability: {stated}", stated=stated)


def _controls(controls: Controls, tongue: Tongue) -> list[Said]:
    named = (
        (controls.third_party_transfer, tongue.tr("third-party transfer authorisation needed")),
        (controls.end_use_monitoring, tongue.tr("end-use monitoring")),
    )
    return [text for holds, text in named if holds]


def _partial(priced: PricedLine, tongue: Tongue) -> Said:
    return tongue.plural(
        "{n} unit and {amount} toward the next",
        "{n} units and {amount} toward the next",
        priced.quantity,
        amount=tongue.amount(priced.remainder),
    )


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
