"""The visible stamp of a signature, drawn like the rest of the page and taken over by pyHanko."""

import io
from datetime import datetime

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from procure_desktop.documents.fonts import BOLD, REGULAR, load_fonts
from procure_desktop.documents.glyphs import check_glyphs, printable
from procure_desktop.documents.layout import fitting_size, paragraph
from procure_desktop.documents.signature_boxes import BOX_HEIGHT, BOX_WIDTH, ROLE_LABELS
from procure_desktop.documents.styles import ACCENT, FAINT, INK, style
from procure_desktop.documents.tongue import Tongue, in_a_line
from procure_desktop.domain.document import SignatureRole

_LEFT = 16.0
_ROOM = BOX_WIDTH - _LEFT - 8
_SUBJECT_TOP = 23.0
_SUBJECT_SIZES = (6.4, 5.6, 4.8, 4.0)
_MOST_SUBJECT = 300


def stamp_style(
    role: SignatureRole, name: str, at: datetime, subject: str, tongue: Tongue
) -> StaticStampStyle:
    """The stamp as pyHanko puts it into a signature field of the box's size.

    `at` is in UTC; `subject` is the certificate's. Raises GlyphMissingError for the officer's name.
    """
    load_fonts()
    check_glyphs("name", name)
    drawn = _draw(role, name, tongue.moment(at), printable(subject)[:_MOST_SUBJECT], tongue)
    whole_box = SimpleBoxLayoutRule(
        AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0)
    )
    return StaticStampStyle(
        border_width=0,
        background=_DrawnPage(drawn),
        background_layout=whole_box,
        background_opacity=1.0,
    )


class _DrawnPage(PdfContent):
    """A page in memory (pyHanko's own class reads one from a file)."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        """Import the page into the document under way and draw it."""
        reader = PdfFileReader(io.BytesIO(self._page))
        self.resources.xobject["/Stamp"] = self._ensure_writer.import_page_as_xobject(reader)
        self.box = BoxConstraints(width=BOX_WIDTH, height=BOX_HEIGHT)
        return b"/Stamp Do"


def _draw(role: SignatureRole, name: str, at: str, subject: str, tongue: Tongue) -> bytes:
    file = io.BytesIO()
    size = (BOX_WIDTH, BOX_HEIGHT)
    canvas = Canvas(file, pagesize=size, invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]
    canvas.setFillColor(ACCENT)
    canvas.rect(7, 8, 2.5, BOX_HEIGHT - 16, stroke=0, fill=1)
    canvas.setFillColor(FAINT)
    said = tongue.tr("{role} · signed electronically", role=tongue.tr(ROLE_LABELS[role]))
    label = in_a_line(said)
    canvas.setFont(REGULAR, fitting_size(label, REGULAR, 7, _ROOM))
    canvas.drawString(_LEFT, 49, label)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, fitting_size(name, BOLD, 11, _ROOM))
    canvas.drawString(_LEFT, 36.5, name)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(_LEFT, 26, at)
    _draw_subject(canvas, subject)
    canvas.save()
    return file.getvalue()


def _draw_subject(canvas: Canvas, subject: str) -> None:
    """Set the subject as large as fits below the time."""
    for size in _SUBJECT_SIZES:
        text = paragraph(subject, style(size, ink=FAINT, leading=1.3))
        height = _height(text)
        if height <= _SUBJECT_TOP:
            break
    text.drawOn(canvas, _LEFT, _SUBJECT_TOP - height)


def _height(text: Paragraph) -> float:
    return float(text.wrap(_ROOM, BOX_HEIGHT)[1])
