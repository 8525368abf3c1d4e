import segno

from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.documents.pages import PageImage, render_page
from procure_desktop.documents.qr_code import qr_text
from procure_desktop.documents.styles import MARGIN, PAGE_WIDTH
from tests.documents.sheets import RECORD, make_sheet

SCALE = 4
SIDE = 66.0


def is_dark(image: PageImage, x: float, y: float) -> bool:
    return image.data[int(y) * image.stride + int(x) * 4] < 128


def test_says_number_version_template_and_hash() -> None:
    assert qr_text("NLD-2026-0001", 2, "ab" * 32) == f"NLD-2026-0001 v2 t1 sha256:{'ab' * 32}"


def test_the_drawn_modules_are_those_of_the_code() -> None:
    frozen = render_commitment(make_sheet(1), RECORD)
    text = qr_text("NLD-2026-0001", 1, frozen.record_sha256)
    matrix = segno.make_qr(text, error="m").matrix
    image = render_page(frozen.unsigned, 0, SCALE)
    left = (PAGE_WIDTH - MARGIN - SIDE) * SCALE
    # The finder pattern in the corner: nothing else is dark there below the notices.
    top = next(y for y in range(80 * SCALE, image.height) if is_dark(image, left + 4, y))
    module = SIDE * SCALE / len(matrix)
    drawn = [
        [
            is_dark(image, left + (x + 0.5) * module, top + (y + 0.5) * module)
            for x in range(len(matrix))
        ]
        for y in range(len(matrix))
    ]
    assert drawn == [[bool(dark) for dark in row] for row in matrix]
