import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from procure_desktop.exchange.demo_authority import make_authority
from procure_desktop.services.office_settings import change_office_settings, office_settings
from procure_desktop.services.recovery_key import is_recoverable
from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import ADMINISTRATOR, AUDITOR, PREPARER, VALIDITY, Place, issue_key

PROFILE = (
    "--nation", "NLD", "--ministry", "Test Ministry", "--unit", "Test Unit",
    "--administrator", "Administrator",
)  # fmt: skip


def test_an_office_is_made(procure: Procure, tmp_path: Path) -> None:
    folder = tmp_path / "mod.office"
    made = procure("--json", "office", "create", folder, *PROFILE, "--address", "1 Test Street")
    assert (made.status, made.err) == (0, "")
    said = dict(made.json)
    assert re.fullmatch("[0-9a-f]{32}", said.pop("identity"))
    assert said == {
        "office": str(folder),
        "administrator": "Administrator",
        "nation": "NLD",
        "ministry": "Test Ministry",
        "unit": "Test Unit",
        "address": "1 Test Street",
        "highest_marking": "NATO UNCLASSIFIED",
        "demo": False,
    }
    again = procure("office", "create", folder, *PROFILE)
    assert (again.status, again.out) == (3, "")
    other = procure("office", "create", tmp_path / "other.office", *PROFILE)
    assert other.out == f"Made the office {tmp_path}/other.office.\n"


def test_an_office_is_made_with_all_that_the_wizard_gives(
    procure: Procure, place: Place, tmp_path: Path
) -> None:
    folder, sheet, logo = tmp_path / "mod.office", tmp_path / "key.pdf", tmp_path / "logo.png"
    Image.new("RGB", (30, 10), "#0b5cad").save(logo)
    key = place.key(PREPARER)
    made = procure(
        "office", "create", folder, *PROFILE, "--certificate", key.path, "--language", "uk",
        "--idle-minutes", 10, "--backup-folder", tmp_path / "backups", "--logo", logo,
        "--recovery-sheet", sheet, "--trust", place.root,
    )  # fmt: skip
    assert (made.status, made.err) == (0, "")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert is_recoverable(folder)
    shown = procure("--json", "--office", folder, "office", "settings").json
    assert (shown["language"], shown["idle_minutes"]) == ("uk", 10)
    assert shown["backup_folder"] == str(tmp_path / "backups")
    assert len(shown["logo"]) == 64


def test_an_office_that_cannot_be_made_leaves_no_sheet(procure: Procure, tmp_path: Path) -> None:
    sheet = tmp_path / "key.pdf"
    folder = tmp_path / "mod.office"
    settings = ("--idle-minutes", 0, "--recovery-sheet", sheet)
    refused = procure("office", "create", folder, *PROFILE, *settings)
    assert refused.status == 1
    assert "choose from 1 to 60" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_synchronised_folder_is_warned_of(procure: Procure, tmp_path: Path) -> None:
    made = procure("office", "create", tmp_path / "Dropbox" / "mod.office", *PROFILE)
    assert made.status == 0
    assert "is synchronised by Dropbox" in made.err


def test_settings_are_shown_and_changed(asked: Asked, office: Procure, refused: Refused) -> None:
    shown = asked("office", "settings")
    assert (shown["ministry"], shown["idle_minutes"], shown["logo"]) == ("Test Ministry", 5, "")
    changed = asked(
        "office", "settings", "--unit", "New Unit", "--idle-minutes", 15, officer=ADMINISTRATOR
    )
    assert changed == shown | {"unit": "New Unit", "idle_minutes": 15}
    emptied = asked(
        "office", "settings", "--backup-folder", "", "--logo", "", officer=ADMINISTRATOR
    )
    assert emptied == changed
    assert "Unit\tNew Unit\n" in office("office", "settings").out
    said = refused(1, "office", "settings", "--language", "xx", officer=ADMINISTRATOR)
    assert "choose one of these codes: en, uk" in said


def test_a_short_passphrase_is_refused(
    procure: Procure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCURE_PASSPHRASE", "short")
    refused = procure("office", "create", tmp_path / "mod.office", *PROFILE)
    assert (refused.status, refused.out) == (1, "")
    assert "12 characters" in refused.err


def test_officers_are_added_and_listed(asked: Asked, office: Procure, place: Place) -> None:
    issue_key(place, make_authority("Authority", VALIDITY), "New")
    added = asked(
        "office", "add-officer", "New", "--role", "preparer", "--role", "auditor",
        "--certificate", place.certificate("New"), officer=ADMINISTRATOR,
    )  # fmt: skip
    assert (added["name"], added["roles"]) == ("New", ["auditor", "preparer"])
    assert len(added["certificate"]) == 64
    listed = asked("office", "officers")
    assert [one["name"] for one in listed][-1] == "New"
    assert "TEST New" in office("office", "officers").out


def test_only_the_administrator_adds_officers(refused: Refused) -> None:
    said = refused(1, "office", "add-officer", "New", "--role", "auditor")
    assert said == "Preparer may not do this: it takes the role of administrator.\n"
    said = refused(
        1, "office", "add-officer", "New", "--role", "administrator", "--role", "authoriser",
        officer=ADMINISTRATOR,
    )  # fmt: skip
    assert "cannot be both" in said


def test_a_certificate_is_enrolled(asked: Asked, office: Procure, place: Place) -> None:
    issue_key(place, make_authority("Authority", VALIDITY), AUDITOR)
    certificate = ("--certificate", place.certificate(AUDITOR))
    enrolled = asked("office", "enrol", AUDITOR, *certificate, officer=ADMINISTRATOR)
    assert len(enrolled["certificate"]) == 64
    of_key = ("--certificate", place.key(AUDITOR).path)
    assert asked("office", "enrol", AUDITOR, *of_key, officer=ADMINISTRATOR) == enrolled
    said = office("office", "enrol", AUDITOR, *certificate, officer=ADMINISTRATOR).out
    assert said.startswith("Enrolled the certificate ")


def test_the_authority_is_pinned_and_read_aloud(
    asked: Asked, office: Procure, place: Place, refused: Refused
) -> None:
    pinned = asked("office", "trust", place.root, officer=ADMINISTRATOR)
    said = office("office", "trust", place.root, officer=ADMINISTRATOR).out
    assert said.splitlines()[1].replace(" ", "").lower() == pinned["fingerprint"]
    refused(1, "office", "trust", place.authority, officer=ADMINISTRATOR)
    refused(3, "office", "trust", place.folder / "missing", officer=ADMINISTRATOR)


def test_the_highest_marking_is_set(asked: Asked, office: Procure, refused: Refused) -> None:
    set_to = ("office", "set-marking", "NATO RESTRICTED")
    assert asked(*set_to, officer=ADMINISTRATOR)["highest_marking"] == "NATO RESTRICTED"
    assert "NATO RESTRICTED" in office(*set_to, officer=ADMINISTRATOR).out
    refused(1, *set_to)
    refused(2, "office", "set-marking", "COSMIC", officer=ADMINISTRATOR)


def test_an_authority_is_pinned_when_the_office_is_made(
    procure: Procure, place: Place, tmp_path: Path
) -> None:
    folder = tmp_path / "mod.office"
    refused = procure("office", "create", folder, *PROFILE, "--trust", place.authority)
    assert (refused.status, folder.exists()) == (1, False)
    assert procure("office", "create", folder, *PROFILE, "--trust", place.root).status == 0
    shown = procure("--office", folder, "journal", "show").out
    assert "Authority pinned" in shown


def test_backup_and_restore(
    asked: Asked, office: Procure, procure: Procure, refused: Refused, tmp_path: Path
) -> None:
    file = tmp_path / "mod.backup"
    backed = asked("office", "backup", file)
    assert backed["backup"] == str(file)
    refused(3, "office", "backup", file)
    assert "Wrote and checked" in office("office", "backup", tmp_path / "2.backup").out
    restored = procure("--json", "office", "restore", file, tmp_path / "1.office")
    assert restored.json == {"office": str(tmp_path / "1.office")}
    again = procure("office", "restore", file, tmp_path / "1.office")
    assert (again.status, again.out) == (3, "")
    assert "--last-number" in procure("office", "restore", file, tmp_path / "0.office").out
    told = ("office", "restore", file, tmp_path / "2.office", "--last-number", "NLD-2026-0007")
    signed_in = procure("--officer", PREPARER, *told)
    assert signed_in.out == f"Restored the office to {tmp_path}/2.office.\n"
    shown = procure("--office", tmp_path / "2.office", "--officer", PREPARER, "journal", "show")
    assert "Office restored" in shown.out
    assert procure("office", "restore", tmp_path / "none", tmp_path / "3.office").status == 3
    assert procure("office", "restore", __file__, tmp_path / "3.office").status == 1


def test_an_officer_changes_the_own_passphrase(
    office: Procure, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCURE_NEW_PASSPHRASE", "another long passphrase")
    assert office("office", "change-passphrase").status == 0
    refused(1, "journal", "verify")
    monkeypatch.setenv("PROCURE_PASSPHRASE", "another long passphrase")
    assert office("journal", "verify").status == 0


def test_an_officer_leaves(asked: Asked, office: Procure, refused: Refused) -> None:
    left = asked("office", "leave", AUDITOR, officer=ADMINISTRATOR)
    assert (left["roles"], left["left"][:4].isdigit()) == ([], True)
    assert "left on" in office("office", "officers").out
    assert asked("office", "officers")[3]["left"] == left["left"]
    refused(1, "journal", "verify", officer=AUDITOR)
    said = refused(1, "office", "leave", ADMINISTRATOR, officer=ADMINISTRATOR)
    assert "only administrator" in said
    handed = ("office", "leave", PREPARER, "--hand-over-to", "Deputy")
    assert office(*handed, officer=ADMINISTRATOR).out == "Preparer has left the office.\n"


def test_a_daily_backup_goes_to_the_folder_that_is_set(
    asked: Asked, refused: Refused, place: Place, tmp_path: Path
) -> None:
    assert "No folder is set" in refused(2, "office", "backup")
    with place.signed_in(ADMINISTRATOR) as administrator:
        settings = replace(office_settings(administrator), backup_folder=str(tmp_path / "kept"))
        change_office_settings(administrator, settings)
    written = Path(asked("office", "backup")["backup"])
    assert written.parent == tmp_path / "kept"
    assert written.name.startswith("test daily ")
    (tmp_path / "kept").rename(tmp_path / "gone")
    (tmp_path / "kept").touch()
    assert "cannot be used" in refused(3, "office", "backup")
