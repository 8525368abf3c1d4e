"""What every page carries: handling marking, notices, number, and page x of y."""

from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from procure_desktop.documents.fonts import BOLD, REGULAR, text_width
from procure_desktop.documents.styles import (
    ACCENT,
    FAINT,
    INK,
    MARGIN,
    NOTICE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    TEXT_WIDTH,
)
from procure_desktop.documents.tongue import Said, Tongue, in_a_line
from procure_desktop.domain.document import CommitmentSheet
from procure_desktop.domain.handling import Marking
from procure_desktop.language import ENGLISH, marked

TITLE = marked("Commitment of funds")

_HEAD = PAGE_HEIGHT - 32
_FOOT = 26
_BOTTOM = 58
_TOP = 52
_RUNNING_TOP = 78


def short_title(sheet: CommitmentSheet) -> Said:
    """`NLD-2026-0001 · version 1`, or `Draft` while there is no number."""
    tongue, commitment = Tongue(sheet.language), sheet.commitment
    if not commitment.number:
        return tongue.tr("Draft")
    return tongue.tr(
        "{number} · version {version}",
        number=commitment.number,
        version=str(commitment.version),
    )


class FolioCanvas(Canvas):
    """A canvas that writes `Page x of y`.

    How many pages there are is known after the last, so each calls on a form that is drawn then.
    """

    tongue = Tongue(ENGLISH)

    def save(self) -> None:
        """Draw the folios, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_folio(page), 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
            self.setFillColor(FAINT)
            self.setFont(REGULAR, 7.5)
            self.drawRightString(PAGE_WIDTH - MARGIN, _FOOT, self._folio(page, pages))
            self.endForm()
        super().save()

    def _folio(self, page: int, pages: int) -> str:
        text = self.tongue.tr("Page {page} of {pages}", page=str(page), pages=str(pages))
        return in_a_line(text)


class PageFrame(BaseDocTemplate):
    """An A4 document whose pages carry a sheet's marking and notices."""

    def __init__(self, file: BinaryIO, sheet: CommitmentSheet) -> None:
        tongue = Tongue(sheet.language)
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,
            initialFontSize=8,
            lang=sheet.language,
            title=f"{in_a_line(tongue.tr(TITLE))} {in_a_line(short_title(sheet))}",
            author=sheet.office.ministry,
            subject=in_a_line(tongue.tr("Request list {serial}", serial=sheet.edition.serial)),
            creator="Procure Desktop",
            producer="Procure Desktop",
            displayDocTitle=1,
        )
        self._sheet = sheet
        self.addPageTemplates(
            [
                PageTemplate("first", _frame(_TOP), onPage=self._draw, autoNextPageTemplate="next"),
                PageTemplate("next", _frame(_RUNNING_TOP), onPage=self._draw_running),
            ]
        )

    def _draw(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        if isinstance(canvas, FolioCanvas):
            canvas.tongue = Tongue(self._sheet.language)
        canvas.saveState()
        _draw_markings(canvas, self._sheet)
        _draw_foot(canvas, self._sheet)
        canvas.doForm(_folio(canvas.getPageNumber()))
        canvas.restoreState()

    def _draw_running(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        self._draw(canvas, document)
        canvas.saveState()
        baseline = PAGE_HEIGHT - 60
        canvas.setFillColor(ACCENT)
        canvas.setFont(BOLD, 8)
        canvas.drawString(MARGIN, baseline, in_a_line(Tongue(self._sheet.language).tr(TITLE)))
        canvas.setFillColor(FAINT)
        canvas.setFont(REGULAR, 8)
        canvas.drawRightString(PAGE_WIDTH - MARGIN, baseline, in_a_line(short_title(self._sheet)))
        _draw_rule(canvas, baseline - 6)
        canvas.restoreState()


def _folio(page: int) -> str:
    return f"folio{page}"


def _frame(top: float) -> Frame:
    height = PAGE_HEIGHT - top - _BOTTOM
    return Frame(
        MARGIN, _BOTTOM, TEXT_WIDTH, height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip


def _draw_markings(canvas: Canvas, sheet: CommitmentSheet) -> None:
    marking = sheet.commitment.marking
    for baseline in (_HEAD, _FOOT):
        if marking != Marking.UNMARKED:
            canvas.setFillColor(INK)
            canvas.setFont(BOLD, 9.5)
            canvas.drawCentredString(PAGE_WIDTH / 2, baseline, marking)
    _draw_notices(canvas, sheet)


def _draw_notices(canvas: Canvas, sheet: CommitmentSheet) -> None:
    tongue = Tongue(sheet.language)
    if sheet.edition.illustrative:
        _draw_notice(canvas, MARGIN, in_a_line(tongue.tr("ILLUSTRATIVE")))
    if sheet.office.demo:
        text = in_a_line(tongue.tr("DEMO OFFICE"))
        _draw_notice(canvas, PAGE_WIDTH - MARGIN - text_width(text, BOLD, 8), text)


def _draw_notice(canvas: Canvas, left: float, text: str) -> None:
    canvas.setFillColor(NOTICE)
    canvas.setFont(BOLD, 8)
    canvas.drawString(left, _HEAD, text)


def _draw_foot(canvas: Canvas, sheet: CommitmentSheet) -> None:
    _draw_rule(canvas, _FOOT + 16)
    canvas.setFillColor(FAINT)
    canvas.setFont(REGULAR, 7.5)
    canvas.drawString(MARGIN, _FOOT, in_a_line(short_title(sheet)))


def _draw_rule(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, height, PAGE_WIDTH - MARGIN, height)
