"""A logo out of a file: a PNG as it is, an SVG drawn first, with nothing fetched that it points to."""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from procure_desktop.domain.errors import LogoUnreadableError
from procure_desktop.files import read_file
from procure_desktop.services.logo_file import MOST_BYTES, take_logo

_MOST_SVG = 200_000
_WIDE, _HIGH = 1200, 400
# Entities multiply, images and links of an SVG lead to other files, scripts and styles lead anywhere.
_FORBIDDEN = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(?:image|script|foreignObject|style|use)\b|url\(\s*['\"]?(?!#)",
    re.IGNORECASE,
)


def read_drawn_logo(path: Path) -> bytes:
    """The logo at `path` as it is kept and printed; runs in the task runner's thread.

    Raises FileUnreadableError, FileTooLargeError, LogoUnreadableError, LogoSizeError.
    """
    if path.suffix.lower() != ".svg":
        return take_logo(read_file(path, MOST_BYTES), path)
    return take_logo(_draw(read_file(path, _MOST_SVG), path), path)


def _draw(data: bytes, path: Path) -> bytes:
    if b"\0" in data or _FORBIDDEN.search(data):
        raise LogoUnreadableError(path=path)
    renderer = QSvgRenderer(QByteArray(data))
    size = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or size.isEmpty():
        raise LogoUnreadableError(path=path)
    room = size.scaled(_WIDE, _HIGH, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = QImage(room.expandedTo(room.__class__(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
