"""Building blocks of a page: escaped paragraphs, and grids of cells without ReportLab's own look."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from procure_desktop.documents.fonts import REGULAR, text_width
from procure_desktop.documents.glyphs import markup
from procure_desktop.documents.styles import BODY, HEADING, INK, LABEL, RULE, TEXT_WIDTH

Cell = str | Flowable | Sequence[Flowable]
Cells = tuple[int, int]
Command = tuple[str, Cells, Cells, *tuple[Any, ...]]

_LABEL_WIDTH = 92.0
# Helvetica is ReportLab's default in tables: every cell is told otherwise first.
_PLAIN: tuple[Command, ...] = (
    ("FONT", (0, 0), (-1, -1), REGULAR, 8.8, 11.9),
    ("TEXTCOLOR", (0, 0), (-1, -1), INK),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
)


def paragraph(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph that says `text` and nothing else, whatever is in it."""
    return Paragraph(markup(text), style)


def heading(text: str) -> list[Flowable]:
    """A section's heading with the room around it."""
    return [Spacer(0, 11), paragraph(text, HEADING), Spacer(0, 3)]


def grid(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    commands: Sequence[Command] = (),
    *,
    head_rows: int = 0,
) -> Table:
    """A table of the text's width; a row too tall for a page is split too."""
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=head_rows,
        splitInRow=1,
        hAlign="LEFT",
        style=[*_PLAIN, *commands],
    )


def facts(rows: Sequence[tuple[str, str]]) -> Table:
    """Labels beside their values; a row whose value is empty is left out."""
    known = [(paragraph(label, LABEL), paragraph(value)) for label, value in rows if value]
    return grid(
        known,
        (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH),
        [("LINEBELOW", (0, 0), (-1, -2), 0.4, RULE)],
    )


def fitting_size(text: str, font: str, size: float, width: float) -> float:
    """The largest size up to `size` at which `text` stands in one line of `width` points."""
    needed = text_width(text, font, size)
    return size if needed <= width else size * width / needed
