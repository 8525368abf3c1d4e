"""Building blocks of a page: escaped paragraphs, and grids of cells without ReportLab's own look."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from procure_desktop.documents.figures import NBSP
from procure_desktop.documents.fonts import REGULAR, text_width
from procure_desktop.documents.glyphs import markup
from procure_desktop.documents.styles import BODY, FAINT, HEADING, INK, LABEL, RULE, TEXT_WIDTH
from procure_desktop.documents.tongue import Value, own_of

Cell = str | Flowable | Sequence[Flowable]
Cells = tuple[int, int]
Command = tuple[str, Cells, Cells, *tuple[Any, ...]]

_LABEL_WIDTH = 92.0
SECOND = 0.8
_LEAST = 6.0
_GREY = "#" + FAINT.hexval()[2:]
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


class _Rows(Table):
    """A table whose rows are split only where one is taller than a page (ReportLab splits any that is last)."""

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (ReportLab's)
        """Split between rows; within one that was moved to a page of its own and does not fit there either."""
        self.splitInRow = 1 if hasattr(self, "_postponed") else 0
        return super().split(aW, aH)


def paragraph(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph that says `text` and nothing else, whatever is in it."""
    return Paragraph(markup(text), style)


def said(
    text: Value, style: ParagraphStyle = BODY, *, beside: bool = False, second: float = SECOND
) -> Paragraph:
    """A paragraph in the document's language, with English smaller and grey beneath it or `beside` it."""
    if isinstance(text, str) or not text.english or text.english == text.own:
        return paragraph(own_of(text), style)
    size = second_size(style.fontSize, second)
    english = f'<font face="{REGULAR}" size="{size}" color="{_GREY}">{markup(text.english)}</font>'
    between = f"{NBSP}{NBSP} " if beside else "<br/>"
    return Paragraph(f"{markup(text.own)}{between}{english}", style)


def second_size(size: float, second: float = SECOND) -> float:
    """Size in points of the English beneath a text of `size`; none is too small to be read."""
    return max(round(size * second, 1), _LEAST)


def heading(text: Value) -> list[Flowable]:
    """A section's heading with the room around it."""
    return [Spacer(0, 11), said(text, HEADING, beside=True), Spacer(0, 3)]


def grid(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    commands: Sequence[Command] = (),
    *,
    head_rows: int = 0,
) -> Table:
    """A table of the text's width; a row too tall for a page is split too."""
    return _Rows(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=head_rows,
        hAlign="LEFT",
        style=[*_PLAIN, *commands],
    )


def facts(rows: Sequence[tuple[Value, Value]]) -> Table:
    """Labels beside their values; a row whose value is empty is left out."""
    known = [(said(label, LABEL), said(value)) for label, value in rows if value]
    return grid(
        known,
        (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH),
        [("LINEBELOW", (0, 0), (-1, -2), 0.4, RULE)],
    )


def fitting_size(text: str, font: str, size: float, width: float) -> float:
    """The largest size up to `size` at which `text` stands in one line of `width` points."""
    needed = text_width(text, font, size)
    return size if needed <= width else size * width / needed
