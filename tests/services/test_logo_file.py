import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from procure_desktop.domain.errors import FileTooLargeError, LogoUnreadableError
from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.logo_file import MOST_BYTES, read_logo
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import change_office_settings
from tests.office_factory import Place, submit


def write_logo(path: Path) -> Path:
    Image.new("RGB", (90, 30), "#0b5cad").save(path, "PNG")
    return path


def test_the_logo_is_printed_on_what_is_submitted_from_then_on(
    place: Place, administrator: Office, preparer: Office, tmp_path: Path
) -> None:
    before = submit(preparer, place)
    logo = read_logo(write_logo(tmp_path / "logo.png"))
    change_office_settings(administrator, OfficeSettings(logo=logo))
    after = submit(preparer, place)
    assert images(document_bytes(preparer, before.id).pdf) == []
    assert images(document_bytes(preparer, after.id).pdf) == [(90, 30)]


def images(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            (int(image.Width), int(image.Height)) for image in opened.pages[0].get_images().values()
        ]


def test_a_file_that_is_no_logo_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"no image")
    with pytest.raises(LogoUnreadableError):
        read_logo(path)
    path.write_bytes(bytes(MOST_BYTES + 1))
    with pytest.raises(FileTooLargeError):
        read_logo(path)
