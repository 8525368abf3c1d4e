"""The look of a document: two inks, one accent, a few text sizes."""

from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from procure_desktop.documents.fonts import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

INK: Color = HexColor("#1b2430")
FAINT: Color = HexColor("#5b6675")
ACCENT: Color = HexColor("#1d3a5f")
RULE: Color = HexColor("#c3cad3")
TINT: Color = HexColor("#f1f4f8")
NOTICE: Color = HexColor("#a33a00")


def style(
    size: float,
    *,
    bold: bool = False,
    ink: Color = INK,
    align: Literal[0, 1, 2] = 0,
    leading: float = 1.36,
) -> ParagraphStyle:
    """A paragraph style; `align` is 0 for left, 1 for centre, 2 for right, `leading` counts in sizes."""
    return ParagraphStyle(
        name=f"{size}-{bold}-{ink.hexval()}-{align}",
        fontName=BOLD if bold else REGULAR,
        bulletFontName=REGULAR,
        fontSize=size,
        leading=size * leading,
        textColor=ink,
        alignment=align,
        splitLongWords=1,
    )


BODY = style(8.8)
LABEL = style(8.8, ink=FAINT)
SMALL = style(7, ink=FAINT)
HEADING = style(10.5, bold=True, ink=ACCENT)
