"""The one typeface of every document: Noto Sans, embedded, so that paper looks the same everywhere."""

import io
from functools import cache
from importlib import resources

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"

_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


@cache
def _face(name: str) -> TTFont:
    file = resources.files("procure_desktop.resources") / "fonts" / _FILES[name]
    font = TTFont(name, io.BytesIO(file.read_bytes()))
    pdfmetrics.registerFont(font)
    return font


def load_fonts() -> None:
    """Make both weights known to ReportLab; again and again costs nothing."""
    for name in _FILES:
        _face(name)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD
    )


def has_glyph(character: str) -> bool:
    """Whether both weights can print one character."""
    code = ord(character)
    return all(code in _face(name).face.charToGlyph for name in _FILES)


def text_width(text: str, font: str, size: float) -> float:
    """Width in points of `text` set in one line."""
    load_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))
