"""Pages of a document as images, with the DRAFT band while it is not signed by both officers."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from procure_desktop.gui.parts.draft_band import draw_draft_band
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.services.document_bytes import DocumentBytes, page_count, render_page

POINTS = 72
"""PDF points an inch: a scale of 1 draws as many pixels an inch."""


def draw_pages(document: DocumentBytes, scale: float, progress: Progress) -> Iterator[QImage]:
    """Draw every page in turn at `scale` pixels a point; runs in the task runner's thread."""
    total = page_count(document.pdf)
    for number in range(total):
        progress(number, total)
        yield draw_page(document, number, scale)
    progress(total, total)


def draw_page(document: DocumentBytes, number: int, scale: float) -> QImage:
    """Draw one page, counted from 0."""
    drawn = render_page(document.pdf, number, scale)
    shape = (drawn.width, drawn.height, drawn.stride)
    image = QImage(drawn.data, *shape, QImage.Format.Format_RGB32).copy()
    if not document.signed:
        draw_draft_band(image, document.language)
    return image
