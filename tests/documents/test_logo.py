import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from procure_desktop.documents.logo import MOST_SIDE, clean_logo
from procure_desktop.domain.errors import LogoSizeError, LogoUnreadableError, Refusal

PATH = Path("logo.png")


def png(width: int = 60, height: int = 20, colour: str = "#0b5cad", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    said = PngInfo()
    said.add_text("Comment", "said by the scanner")
    Image.new(mode, (width, height), colour).save(file, "PNG", pnginfo=said)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """The head of an image of that size, and a few bytes that would unfold to all of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100_000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def test_only_the_pixels_are_kept_and_the_same_image_gives_the_same_bytes() -> None:
    kept = clean_logo(png(), PATH)
    assert kept == clean_logo(png(), PATH)
    assert b"scanner" not in kept
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.size, image.mode) == ((60, 20), "RGB")
        assert image.getpixel((5, 5)) == (11, 92, 173)


def test_what_is_clear_is_white_on_paper() -> None:
    kept = clean_logo(png(colour="#00000000", mode="RGBA"), PATH)
    with Image.open(io.BytesIO(kept)) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_one_is_made_smaller() -> None:
    with Image.open(io.BytesIO(clean_logo(png(3000, 1000), PATH))) as image:
        assert image.size == (1200, 400)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", LogoUnreadableError),
        (b"no image", LogoUnreadableError),
        (png()[:-30], LogoUnreadableError),
        (b"<svg onload='x()'/>", LogoUnreadableError),
        (b"GIF89a" + bytes(100), LogoUnreadableError),
        (bomb(MOST_SIDE + 1, 1), LogoSizeError),
        (bomb(60_000, 60_000), Refusal),
        (bomb(3_999, 3_999), LogoUnreadableError),
    ],
    ids=["nothing", "text", "cut", "SVG", "GIF", "wide", "bomb", "too little in it"],
)
def test_what_is_no_logo_is_refused(data: bytes, error: type[Refusal]) -> None:
    with pytest.raises(error):
        clean_logo(data, PATH)


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_a_damaged_image_is_refused_or_clean(seed: int) -> None:
    source = random.Random(seed)
    data = bytearray(png())
    for _ in range(source.randint(1, 8)):
        data[source.randrange(len(data))] = source.randrange(256)
    try:
        kept = clean_logo(bytes(data), PATH)
    except (LogoUnreadableError, LogoSizeError):
        return
    assert kept.startswith(b"\x89PNG")
