from pathlib import Path

import pytest

from procure_desktop.services.recovery_key import new_recovery_key
from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import ADMINISTRATOR, PREPARER

NEW = "another long passphrase"


def test_a_recovery_key_is_made_printed_and_used(
    asked: Asked, office: Procure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "key.pdf"
    made = asked("office", "recovery-key", "--sheet", sheet, officer=ADMINISTRATOR)
    assert sheet.read_bytes().startswith(b"%PDF")
    monkeypatch.setenv("PROCURE_RECOVERY_KEY", made["recovery_key"])
    monkeypatch.setenv("PROCURE_NEW_PASSPHRASE", NEW)
    assert asked("office", "recover", PREPARER) == {"officer": PREPARER}
    assert office("journal", "verify").status == 1
    monkeypatch.setenv("PROCURE_PASSPHRASE", NEW)
    assert office("journal", "verify").status == 0
    assert office("office", "recover", PREPARER).out == "Preparer has a new passphrase.\n"


def test_a_sheet_that_cannot_be_written_leaves_the_old_key_good(
    asked: Asked, office: Procure, refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = asked("office", "recovery-key", officer=ADMINISTRATOR)
    sheet = tmp_path / "key.pdf"
    sheet.touch()
    refused(3, "office", "recovery-key", "--sheet", sheet, officer=ADMINISTRATOR)
    monkeypatch.setenv("PROCURE_RECOVERY_KEY", made["recovery_key"])
    assert office("office", "recover", PREPARER).status == 0
    said = office("office", "recovery-key", officer=ADMINISTRATOR).out
    assert said.count("\n") == 2


def test_another_key_is_refused(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    refused(1, "office", "recovery-key")
    monkeypatch.setenv("PROCURE_RECOVERY_KEY", new_recovery_key().text)
    assert "no recovery key" in refused(1, "office", "recover", PREPARER)
