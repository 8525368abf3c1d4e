"""What holds for everybody in the office is shown and changed by its administrator."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox, QSpinBox

from procure_desktop.services.office_settings import office_settings
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, PREPARER, Place


@pytest.fixture
def settings(hands: Hands) -> Hands:
    hands.sign_in(ADMINISTRATOR)
    hands.menu("office-settings")
    hands.await_dialog("office-settings-dialog")
    return hands


def test_all_of_it_is_changed(settings: Hands, place: Place, tmp_path: Path) -> None:
    hands, logo = settings, tmp_path / "logo.png"
    Image.new("RGB", (30, 10), "#0b5cad").save(logo)
    assert hands.sees("Netherlands (NLD)")
    hands.write("unit", "New Unit")
    hands.write("address", "2 Test Street")
    hands.find(QComboBox, "office-language").setFocus()
    hands.press(Key.Key_Down)
    hands.find(QSpinBox, "idle-minutes").setFocus()
    hands.press(Key.Key_Up)
    hands.check("daily-backups")
    hands.write("backup-folder", str(tmp_path / "backups"))
    hands.click("logo-choose")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(logo))
    hands.press(Key.Key_Return)
    hands.await_dialog("office-settings-dialog")
    hands.click("office-settings-dialog-do")
    hands.await_window()
    hands.await_text("The settings hold for everybody")
    with place.signed_in(PREPARER) as office:
        profile, found = office.profile, office_settings(office)
    assert (profile.unit, profile.address) == ("New Unit", "2 Test Street")
    assert (found.language, found.idle_minutes) == ("uk", 6)
    assert found.backup_folder == str(tmp_path / "backups")
    assert found.logo.startswith(b"\x89PNG")


def test_what_cannot_be_set_is_said(settings: Hands, place: Place) -> None:
    settings.check("daily-backups")
    settings.write("backup-folder", "")
    settings.click("office-settings-dialog-do")
    assert settings.sees("The folder for backups is empty")
    settings.write("backup-folder", str(place.office / "backups"))
    settings.click("office-settings-dialog-do")
    assert settings.sees("Backups cannot go to")


def test_a_file_that_is_no_logo_is_refused(settings: Hands, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"no image")
    settings.click("logo-choose")
    settings.await_dialog("file-chooser")
    settings.write("fileNameEdit", str(path))
    settings.press(Key.Key_Return)
    settings.await_dialog("office-settings-dialog")
    assert settings.sees("is not an image that can be a logo")
