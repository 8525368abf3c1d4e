"""The letterhead's logo: a PNG is decoded within limits and written anew, so that nothing else comes along."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from procure_desktop.domain.errors import LogoSizeError, LogoUnreadableError

MOST_SIDE = 4000
"""Pixels; a larger image is refused before it is decoded."""

_KEPT = (1200, 400)
_WHITE = (255, 255, 255, 255)
# All that files made to harm the reader of images were seen to raise.
_NO_IMAGE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


def clean_logo(data: bytes, path: Path) -> bytes:
    """The PNG in `data` on white, at most 1200 x 400 pixels, without anything but its pixels.

    The same image gives the same bytes. Raises LogoUnreadableError and LogoSizeError, which name `path`.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if max(image.size) > MOST_SIDE:
                raise LogoSizeError(path=path, width=image.width, height=image.height)
            return _written(image)
    except _NO_IMAGE as error:
        raise LogoUnreadableError(path=path) from error


def _written(image: Image.Image) -> bytes:
    seen = image.convert("RGBA")
    seen.thumbnail(_KEPT)
    flat = Image.new("RGBA", seen.size, _WHITE)
    flat.alpha_composite(seen)
    file = io.BytesIO()
    flat.convert("RGB").save(file, "PNG", optimize=True)
    return file.getvalue()
