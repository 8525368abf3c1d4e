from pathlib import Path

from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUDITOR, PREPARER, Place


def test_the_journal_is_shown_from_its_beginning(asked: Asked, office: Procure) -> None:
    entries = asked("journal", "show", officer=AUDITOR)
    assert [entry["id"] for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0]["action"] == "office created"
    assert entries[0]["at"] == "2026-06-15T09:00:00+00:00"
    assert office("journal", "show").out.splitlines()[0] == (
        "1\t15 Jun 2026 09:00 UTC\tAdministrator\tOffice created\tOffice"
    )


def test_the_journal_is_verified(asked: Asked, office: Procure, tmp_path: Path) -> None:
    head = asked("journal", "verify")
    assert (head["whole"], len(head["sha256"])) == (True, 64)
    assert office("journal", "verify").out.startswith(
        f"The journal is whole: {head['number']} entries, head "
    )
    asked("office", "backup", tmp_path / "mod.backup")
    assert asked("journal", "verify", "--against", tmp_path / "mod.backup")["whole"]


def test_a_tampered_journal_is_said_by_its_entry(refused: Refused, place: Place) -> None:
    with place.signed_in(PREPARER) as office, office.database.transaction() as tx:
        tx.exec_driver_sql("DROP TRIGGER journal_no_update")
        tx.exec_driver_sql("UPDATE journal SET officer = 'Nobody' WHERE number = 3")
    assert "broken at entry 3:" in refused(1, "journal", "verify")
    refused(1, "journal", "verify", "--against", place.root)
    refused(3, "journal", "verify", "--against", place.folder / "missing")
