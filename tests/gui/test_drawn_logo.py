import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from procure_desktop.domain.errors import FileTooLargeError, LogoUnreadableError
from procure_desktop.gui.style.drawn_logo import read_drawn_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="10">{inside}</svg>'
BLUE = '<rect width="30" height="10" fill="#0b5cad"/>'


def write(tmp_path: Path, inside: str, width: str = "30") -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(SVG.format(inside=inside, width=width))
    return path


def test_a_drawing_is_drawn_as_large_as_paper_needs(qapp: QApplication, tmp_path: Path) -> None:
    with Image.open(io.BytesIO(read_drawn_logo(write(tmp_path, BLUE)))) as image:
        assert image.size == (1200, 400)
        assert image.getpixel((600, 200)) == (11, 92, 173)


def test_an_image_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGB", (30, 10), "#0b5cad").save(path)
    with Image.open(io.BytesIO(read_drawn_logo(path))) as image:
        assert image.size == (30, 10)


def test_a_line_is_no_picture_and_still_drawn(qapp: QApplication, tmp_path: Path) -> None:
    with Image.open(io.BytesIO(read_drawn_logo(write(tmp_path, BLUE, "9999")))) as image:
        assert image.height >= 1


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd" width="30" height="10"/>',
        '<svg:image href="x"/>',
        "<SCRIPT>x()</SCRIPT>",
        "<style>@import 'x'</style>",
        '<use href="other.svg#a"/>',
        '<rect width="3" height="3" fill="url(http://example.org/x)"/>',
        "<broken",
        "\0",
    ],
)
def test_what_points_elsewhere_or_is_broken_is_refused(
    qapp: QApplication, tmp_path: Path, inside: str
) -> None:
    with pytest.raises(LogoUnreadableError):
        read_drawn_logo(write(tmp_path, inside))


def test_entities_never_multiply(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>')
    with pytest.raises(LogoUnreadableError):
        read_drawn_logo(path)


def test_a_drawing_in_other_letters_is_refused(tmp_path: Path) -> None:
    """UTF-16 would carry all of it past the look for what is forbidden."""
    path = tmp_path / "logo.svg"
    path.write_bytes(SVG.format(inside=BLUE, width="30").encode("utf-16"))
    with pytest.raises(LogoUnreadableError):
        read_drawn_logo(path)


def test_a_drawing_of_nothing_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(LogoUnreadableError):
        read_drawn_logo(path)


def test_a_large_drawing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTooLargeError):
        read_drawn_logo(write(tmp_path, BLUE * 5_000))
