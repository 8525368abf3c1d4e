"""The QR code of a document: its number and the SHA-256 of the record attached to it."""

from collections.abc import Iterator
from itertools import groupby

import segno
from reportlab.platypus import Flowable

from procure_desktop.documents.styles import INK
from procure_desktop.domain.document import TEMPLATE_VERSION


def qr_text(number: str, version: int, record_sha256: str) -> str:
    """What the code says: `NLD-2026-0001 v1 t1 sha256:...`, t being the template's version."""
    return f"{number} v{version} t{TEMPLATE_VERSION} sha256:{record_sha256}"


class QrCode(Flowable):
    """A QR code of `side` points, quiet zone left to the white around it, drawn as vectors."""

    def __init__(self, text: str, side: float) -> None:
        super().__init__()
        self.width = self.height = side
        self._matrix = segno.make_qr(text, error="m").matrix

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (ReportLab's)
        """Take the same square whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw runs of dark modules as one filled path, so that no seam shows between them."""
        module = self.height / len(self._matrix)
        path = self.canv.beginPath()
        for row, column, length in _dark_runs(self._matrix):
            top = self.height - (row + 1) * module
            path.rect(column * module, top, length * module, module)
        self.canv.setFillColor(INK)
        self.canv.drawPath(path, stroke=0, fill=1)


def _dark_runs(matrix: tuple[bytearray, ...]) -> Iterator[tuple[int, int, int]]:
    for row, modules in enumerate(matrix):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                yield row, column, length
            column += length
