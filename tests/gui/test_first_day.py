"""The first day by clicks and keys: from nothing to an office that its officers sign in to."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.officer import Role
from procure_desktop.gui.first_day import wizard
from procure_desktop.gui.first_day.wizard import FirstDayWizard
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.gui.window.main_window import MainWindow
from procure_desktop.language import spoken, tr
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.found_office import Founding
from procure_desktop.services.office_settings import office_settings
from procure_desktop.services.open_office import officer_names, signed_in
from procure_desktop.services.recovery_key import is_recoverable
from procure_desktop.store import folder as folders
from tests.gui.hands import Hands, Key
from tests.gui.test_accessibility import check
from tests.office_factory import (
    AUTHORISER,
    KEY_PASSPHRASE,
    PASSPHRASE,
    PREPARER,
    Place,
    submit,
)

WIZARD = "first-day-wizard"


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    Preferences().keep("language", "en")
    Preferences().keep("region", "NL")
    speak_preferred(qapp)
    yield
    Preferences().keep("language", "en")
    Preferences().keep("region", "GB")
    speak_preferred(qapp)


@pytest.fixture
def hands(
    qtbot: QtBot, english: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The window as it is started where no office is known, with the wizard in front."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_office(None)
    window.show()
    window.begin_first_day()
    hands = Hands(qtbot, window)
    hands.await_dialog(WIZARD)
    front = hands.front
    assert isinstance(front, FirstDayWizard)
    yield hands
    window.close()
    QSettings().clear()


def add_officer(hands: Hands, name: str, *roles: str, key: Path | None = None) -> None:
    hands.click("wizard-add-officer")
    hands.await_dialog("wizard-officer-dialog")
    hands.write("officer-name", name)
    for role in ("administrator", "preparer", "authoriser", "auditor"):
        box = hands.find(QCheckBox, f"role-{role}")
        if box.isChecked() != (role in roles):
            box.setFocus()
            hands.press(Key.Key_Space)
    hands.write("officer-passphrase", PASSPHRASE)
    hands.write("officer-passphrase-again", PASSPHRASE)
    if key is not None:
        hands.write("officer-certificate", str(key))
        hands.write("officer-certificate-passphrase", KEY_PASSPHRASE)
    hands.click("wizard-officer-dialog-do")
    hands.await_dialog(WIZARD)


def next_page(hands: Hands) -> None:
    hands.click("wizard-next")
    hands.rest()


def skip_to(hands: Hands, page: int) -> None:
    for _ in range(page - 1):
        hands.click("wizard-skip")
        hands.rest()


def read_key_back(hands: Hands) -> None:
    """Type the group of the recovery key that is asked for."""
    label = next(
        one
        for one in hands.front.findChildren(QLabel)
        if one.buddy() is not None and one.buddy().objectName() == "recovery-group"
    )
    number = "".join(filter(str.isdigit, label.text()))
    hands.write("recovery-group", hands.find(QLabel, f"recovery-group-{number}").text())


def test_from_nothing_to_a_signed_in_office(hands: Hands, place: Place, tmp_path: Path) -> None:
    folder, backups = tmp_path / "deep" / "mod.office", tmp_path / "backups"
    assert hands.sees("Step 1 of 4: Language and region")
    next_page(hands)
    assert hands.sees("Step 2 of 4: Who you are")
    assert hands.find(QLineEdit, "nation-text").text() == "Netherlands (NLD)"
    hands.write("nation-text", "norw")
    hands.write("ministry", "Test Ministry")
    hands.write("unit", "Test Unit")
    hands.write("address", "1 Test Street")
    hands.pick("wizard-marking", "NATO R")
    next_page(hands)
    assert hands.sees("Step 3 of 4: How to begin")
    add_officer(hands, "Head", "administrator")
    assert hands.sees("Nobody prepares commitments yet.")
    add_officer(hands, "First", "preparer", key=place.key(PREPARER).path)
    assert hands.sees("Nobody authorises commitments yet.")
    add_officer(hands, "Second", "authoriser", key=place.key(AUTHORISER).path)
    assert hands.sees("These officers can commit funds")
    next_page(hands)
    assert hands.sees("Step 4 of 4: Where the office lies")
    hands.write("wizard-folder", str(folder))
    hands.check("wizard-daily")
    hands.write("wizard-backups", str(backups))
    next_page(hands)
    assert hands.sees(f"{backups} lies on the same disk as the office")
    next_page(hands)
    assert hands.sees("Summary")
    assert hands.sees("Norway (NOR)")
    assert not folder.exists()
    read_key_back(hands)
    next_page(hands)
    hands.await_window()
    assert hands.sees("The office is made. Sign in to it.")
    assert hands.find(QComboBox, "officer").currentText() == "Head"
    hands.sign_in("First")
    assert hands.sees("First (preparer)")
    with signed_in(folder, "Second", PASSPHRASE) as office:
        assert office.officer.roles == {Role.AUTHORISER}
        assert office.officer.fingerprint
        profile = office.profile
        assert (profile.nation, profile.ministry, profile.unit, profile.address) == (
            "NOR", "Test Ministry", "Test Unit", "1 Test Street",
        )  # fmt: skip
        assert profile.highest_marking == Marking.NATO_RESTRICTED
        assert office_settings(office).backup_folder == str(backups)
    assert is_recoverable(folder)


def test_every_page_can_be_skipped(hands: Hands, tmp_path: Path) -> None:
    for number in range(1, 5):
        assert hands.sees(f"Step {number} of 4")
        check(hands.front)
        hands.click("wizard-skip")
        hands.rest()
    assert hands.sees("Summary")
    check(hands.front)
    passphrase = hands.find(QLabel, "generated-passphrase").text()
    next_page(hands)
    assert hands.sees("Write the administrator's passphrase down first")
    hands.check("passphrase-noted")
    next_page(hands)
    assert hands.sees("is not what the sheet says")
    hands.check("recovery-later")
    next_page(hands)
    hands.await_window()
    folder = tmp_path / "home" / "Procure offices" / "nld.office"
    assert officer_names(folder) == ["Administrator"]
    assert not is_recoverable(folder)
    with signed_in(folder, "Administrator", passphrase) as office:
        assert office.profile.ministry == "Ministry of Defence"
        assert office_settings(office).backup_folder == ""


def test_cancelling_makes_nothing(hands: Hands, tmp_path: Path) -> None:
    skip_to(hands, 5)
    hands.press(Key.Key_Escape)
    hands.await_window()
    assert hands.window.sign_in.folder is None
    assert list((tmp_path / "home").iterdir()) == []


def test_what_is_being_made_can_be_cancelled(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_founding: Founding, progress: Progress) -> None:
        while True:
            progress(0, 1)
            time.sleep(0.01)

    monkeypatch.setattr(wizard, "found_office", endless)
    skip_to(hands, 5)
    hands.check("passphrase-noted")
    hands.check("recovery-later")
    hands.click("wizard-next")
    hands.press(Key.Key_Escape)
    hands.await_text("Cancelled. Nothing was changed.")
    assert hands.front.objectName() == WIZARD
    assert list((tmp_path / "home").iterdir()) == []


def test_a_place_that_cannot_be_written_makes_nothing(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    skip_to(hands, 4)
    hands.write("wizard-folder", str(tmp_path / "file" / "mod.office"))
    next_page(hands)
    hands.check("passphrase-noted")
    hands.check("recovery-later")
    next_page(hands)
    hands.await_text("cannot be written")
    assert hands.front.objectName() == WIZARD
    assert {one.name for one in tmp_path.iterdir()} == {"file", "home"}


def test_a_network_share_is_refused(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = [folders.Mount("/", "ext4", "rw"), folders.Mount(str(tmp_path), "nfs4", "rw")]
    skip_to(hands, 4)
    monkeypatch.setattr(folders, "present_mounts", lambda **_: share)
    hands.write("wizard-folder", str(tmp_path / "mod.office"))
    next_page(hands)
    assert hands.sees("lies on a network file system (nfs4)")
    assert hands.sees("Step 4 of 4")


def test_a_synchronised_folder_is_warned_of_once(hands: Hands, tmp_path: Path) -> None:
    skip_to(hands, 4)
    hands.write("wizard-folder", str(tmp_path / "Nextcloud" / "mod.office"))
    next_page(hands)
    assert hands.sees("is synchronised by Nextcloud")
    assert hands.sees("Step 4 of 4")
    next_page(hands)
    assert hands.sees("Summary")


def test_daily_backups_need_a_folder_outside_the_office(hands: Hands, tmp_path: Path) -> None:
    skip_to(hands, 4)
    hands.check("wizard-daily")
    next_page(hands)
    assert hands.sees("The folder for backups is empty: fill it in.")
    hands.write("wizard-folder", str(tmp_path / "mod.office"))
    hands.write("wizard-backups", str(tmp_path / "mod.office" / "backups"))
    next_page(hands)
    assert hands.sees("Backups cannot go to")


def test_what_is_typed_stays_when_one_goes_back(hands: Hands) -> None:
    next_page(hands)
    hands.write("unit", "Kept Unit")
    hands.write("nation-text", "nowhere")
    next_page(hands)
    assert hands.sees("“nowhere” is not a nation's code")
    hands.write("nation-text", "POL")
    next_page(hands)
    add_officer(hands, "Head", "administrator")
    hands.click("wizard-back")
    assert hands.find(QLineEdit, "unit").text() == "Kept Unit"
    assert hands.find(QLineEdit, "nation-text").text() == "Poland (POL)"
    next_page(hands)
    assert hands.sees("Head")
    hands.click("wizard-remove-1")
    assert not hands.sees("no certificate yet")


def test_officers_alone_without_an_administrator_are_refused(hands: Hands) -> None:
    skip_to(hands, 3)
    add_officer(hands, "First", "preparer")
    next_page(hands)
    assert hands.sees("A new office needs an administrator")


def test_an_officer_whose_passphrase_is_suggested_or_short(hands: Hands) -> None:
    skip_to(hands, 3)
    hands.click("wizard-add-officer")
    hands.await_dialog("wizard-officer-dialog")
    check(hands.front)
    hands.write("officer-name", "Head")
    for name in ("officer-passphrase", "officer-passphrase-again"):
        hands.write(name, "short")
    hands.click("wizard-officer-dialog-do")
    hands.rest()
    assert hands.sees("The passphrase is too short")
    hands.click("suggest-passphrase")
    assert len(hands.find(QLineEdit, "officer-passphrase").displayText()) == 23
    hands.click("wizard-officer-dialog-do")
    hands.await_dialog(WIZARD)
    assert hands.sees("Head")


def test_another_language_is_spoken_at_once(hands: Hands, qtbot: QtBot) -> None:
    box = hands.find(QComboBox, "wizard-language")
    box.setFocus()
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: spoken().code == "uk")
    assert hands.find(QComboBox, "wizard-language").currentText() == "Українська"
    assert hands.find(QLabel, "wizard-sample").text().startswith("31.12.2026")
    hands.click("wizard-skip")
    assert hands.find(QLineEdit, "nation-text").text() == "Україна (UKR)"


def test_the_office_is_offered_in_the_language_that_was_chosen(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.find(QComboBox, "wizard-language").setFocus()
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: spoken().code == "uk")
    qtbot.wait(50)
    skip_to(hands, 5)
    hands.check("passphrase-noted")
    hands.check("recovery-later")
    next_page(hands)
    hands.await_window()
    folder = tmp_path / "home" / "Procure offices" / "ukr.office"
    qtbot.waitUntil(lambda: hands.window.sign_in.folder == folder)
    button = hands.find(QAbstractButton, "sign-in")
    assert button.text() == tr("&Sign in") != "&Sign in"
    assert hands.window.sign_in.messages.text


def choose_logo(hands: Hands, path: Path) -> None:
    hands.click("logo-choose")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(path))
    hands.press(Key.Key_Return)
    hands.await_dialog(WIZARD)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10">{inside}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd" width="30" height="10"/>',
        "<script>x()</script>",
        '<rect width="3" height="3" fill="url(http://example.org/x)"/>',
        "<broken",
    ],
)
def test_a_hostile_drawing_is_no_logo(hands: Hands, tmp_path: Path, inside: str) -> None:
    next_page(hands)
    path = tmp_path / "logo.svg"
    path.write_text(SVG.format(inside=inside))
    choose_logo(hands, path)
    assert hands.sees("is not an image that can be a logo")
    assert hands.sees("No logo")


def test_a_drawing_and_an_image_are_logos(hands: Hands, tmp_path: Path) -> None:
    next_page(hands)
    drawn, image = tmp_path / "logo.svg", tmp_path / "logo.png"
    drawn.write_text(SVG.format(inside='<rect width="30" height="10" fill="#0b5cad"/>'))
    Image.new("RGB", (30, 10), "#0b5cad").save(image)
    choose_logo(hands, drawn)
    shown = hands.find(QLabel, "logo-shown").pixmap()
    assert shown.toImage().pixelColor(shown.width() // 2, shown.height() // 2).name() == "#0b5cad"
    choose_logo(hands, image)
    assert not hands.sees("is not an image")
    hands.click("logo-remove")
    assert hands.sees("No logo")


def test_the_demo_begins_here_too(hands: Hands, tmp_path: Path) -> None:
    skip_to(hands, 3)
    hands.check("begin-demo")
    assert not hands.find_all(QWidget, "wizard-officers")
    next_page(hands)
    hands.write("wizard-folder", str(tmp_path / "demo"))
    next_page(hands)
    assert hands.sees("Illustrative data and test certificates only.")
    next_page(hands)
    hands.await_window()
    hands.await_text("Demo passphrase: demo-")


def test_an_office_that_is_there_is_opened(hands: Hands, place: Place) -> None:
    skip_to(hands, 3)
    hands.check("begin-open")
    next_page(hands)
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(place.office))
    hands.press(Key.Key_Return)
    hands.await_window()
    hands.await_text("Test Ministry")


def test_a_backup_is_restored_with_the_numbers_given_since(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    backup, folder = tmp_path / "a.backup", tmp_path / "restored.office"
    with place.signed_in(PREPARER) as office:
        submit(office, place)
        back_up_office(office, backup)
    skip_to(hands, 3)
    hands.check("begin-restore")
    next_page(hands)
    hands.await_dialog("restore-dialog")
    check(hands.front)
    hands.write("backup-file", str(backup))
    hands.await_text("NLD · Test Ministry · Test Unit")
    hands.write("restore-folder", str(folder))
    hands.pick("restore-officer", PREPARER)
    hands.write("restore-passphrase", PASSPHRASE)
    hands.write("last-number", "nld-2026-0004")
    hands.click("restore-dialog-do")
    hands.await_window()
    hands.await_text("The office is restored. Sign in to it.")
    hands.sign_in(PREPARER)
    with signed_in(folder, PREPARER, PASSPHRASE) as office:
        restored = submit(office, place)
    assert restored.number.endswith("-0005") or "2026" not in restored.number


def test_what_is_no_backup_is_refused(hands: Hands, place: Place, tmp_path: Path) -> None:
    skip_to(hands, 3)
    hands.check("begin-restore")
    next_page(hands)
    hands.await_dialog("restore-dialog")
    hands.click("restore-dialog-do")
    assert hands.sees("The path of the backup is empty")
    hands.write("backup-file", str(place.root))
    hands.await_text("is not a backup of an office")
    hands.click("restore-dialog-do")
    assert hands.sees("The new folder is empty")


def test_a_new_office_is_begun_from_the_sign_in_page(hands: Hands) -> None:
    hands.press(Key.Key_Escape)
    hands.await_window()
    check(hands.window)
    hands.click("new-office")
    hands.await_dialog(WIZARD)
    assert hands.sees("Step 1 of 4")


def test_the_whole_of_it_is_reached_by_keys(hands: Hands) -> None:
    """Tab comes round on every page, and Alt works the buttons."""
    for number in range(2, 5):
        hands.press(Key.Key_Tab)
        reached = [QApplication.focusWidget()]
        for _ in range(40):
            hands.press(Key.Key_Tab)
            at = QApplication.focusWidget()
            if at is reached[0]:
                break
            reached.append(at)
        else:
            pytest.fail("Tab does not come round")
        names = {one.objectName() for one in reached if one is not None}
        assert {"wizard-next", "wizard-skip", "wizard-cancel"} <= names
        hands.press(Key.Key_I, Qt.KeyboardModifier.AltModifier)
        hands.await_text(f"Step {number} of 4")
