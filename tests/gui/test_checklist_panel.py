"""The first steps on Home tick themselves, lead on, and can be put away."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from procure_desktop.services.create_office import create_office
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.recovery_key import make_recovery_key
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, AUDITOR, PASSPHRASE, PREPARER, PROFILE, Place, draft


def steps_left(hands: Hands) -> set[str]:
    return {
        one.objectName()
        for one in hands.front.findChildren(QWidget)
        if one.isVisible()
        and one.objectName().startswith("step-")
        and "text" not in one.objectName()
    }


def test_a_backup_ticks_its_step(hands: Hands, tmp_path: Path) -> None:
    hands.sign_in(PREPARER)
    assert hands.sees("First steps: 4 of 7 done")
    assert steps_left(hands) == {"step-recovery-key", "step-backups", "step-commitment"}
    hands.click("step-backups")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(tmp_path / "a.backup"))
    hands.press(Key.Key_Return)
    hands.await_window()
    hands.await_text("First steps: 5 of 7 done")
    assert steps_left(hands) == {"step-recovery-key", "step-commitment"}


def test_each_leads_to_where_it_is_done(hands: Hands) -> None:
    hands.sign_in(ADMINISTRATOR)
    for step, dialog in (
        ("step-recovery-key", "recovery-key-dialog"),
        ("step-backups", "office-settings-dialog"),
    ):
        hands.click(step)
        hands.await_dialog(dialog)
        hands.press(Key.Key_Escape)
        hands.await_window()


def test_a_list_comes_as_a_spreadsheet_until_an_authority_is_pinned(
    hands: Hands, place: Place, tmp_path: Path
) -> None:
    folder = tmp_path / "new.office"
    create_office(folder, PROFILE, ADMINISTRATOR, PASSPHRASE).close()
    hands.window.show_office(folder)
    hands.await_text(str(folder))
    hands.sign_in(ADMINISTRATOR)
    assert hands.sees("First steps: 1 of 7 done")
    actions = hands.window.actions_table
    step = hands.find(QPushButton, "step-list")
    assert step.text() == actions["import-spreadsheet"].text().replace("&", "")
    view = hands.window.view
    assert view is not None
    pin_trust(view.desk.office, place.root)
    view.desk.changes.announce(())
    step = hands.find(QPushButton, "step-list")
    assert step.text() == actions["import-release"].text().replace("&", "")


def test_what_another_role_does_cannot_be_clicked(hands: Hands) -> None:
    hands.sign_in(AUDITOR)
    assert not hands.find(QWidget, "step-recovery-key").isEnabled()
    assert not hands.find(QWidget, "step-commitment").isEnabled()
    assert hands.find(QWidget, "step-backups").isEnabled()


def test_it_goes_once_all_is_done(hands: Hands, place: Place, tmp_path: Path) -> None:
    with place.signed_in(ADMINISTRATOR) as administrator, place.signed_in(PREPARER) as preparer:
        make_recovery_key(administrator)
        draft(preparer)
    hands.sign_in(PREPARER)
    hands.click("step-backups")
    hands.await_dialog("file-chooser")
    hands.write("fileNameEdit", str(tmp_path / "a.backup"))
    hands.press(Key.Key_Return)
    hands.await_window()
    assert not hands.sees("First steps")


def test_put_away_it_stays_away(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("checklist-hide")
    assert not hands.sees("First steps")
    hands.menu("switch-officer")
    hands.sign_in(PREPARER)
    assert not hands.sees("First steps")
