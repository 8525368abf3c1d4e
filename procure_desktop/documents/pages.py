"""Pages of a PDF as pictures, for the screen and the printer."""

import threading
from dataclasses import dataclass

import pypdfium2

# PDFium keeps state of its own: one thread at a time, the whole program over.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page, four bytes each (blue, green, red, unused), rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    data: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def render_page(pdf: bytes, page: int, scale: float) -> PageImage:
    """Draw one page, counted from 0, at `scale` pixels a point, signature stamps included."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            document.init_forms()
            return _draw(document[page], scale)
        finally:
            document.close()


def _draw(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    return image
