from concurrent.futures import ThreadPoolExecutor

from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.documents.pages import page_count, render_page
from tests.documents.sheets import RECORD, make_sheet
from tests.documents.signed import Signed


def test_counts_pages(signed: Signed) -> None:
    assert page_count(signed.authorised) == page_count(signed.frozen.unsigned) == 2


def test_draws_a_page_as_pixels_of_four_bytes() -> None:
    image = render_page(render_commitment(make_sheet(1), RECORD).unsigned, 0, 1.0)
    assert (image.width, image.height) == (596, 842)
    assert image.stride >= 4 * image.width
    assert len(image.data) == image.stride * image.height
    assert image.data[:3] == b"\xff\xff\xff"
    assert len(set(image.data)) > 50


def test_draws_the_stamps(signed: Signed) -> None:
    last = page_count(signed.authorised) - 1
    unsigned = render_page(signed.frozen.unsigned, last, 2.0)
    authorised = render_page(signed.authorised, last, 2.0)
    assert unsigned.data != authorised.data
    assert unsigned.width == authorised.width


def test_threads_wait_for_each_other(signed: Signed) -> None:
    alone = render_page(signed.authorised, 0, 1.0)
    with ThreadPoolExecutor(4) as pool:
        images = list(pool.map(lambda _: render_page(signed.authorised, 0, 1.0), range(12)))
    assert all(image == alone for image in images)
