import json
import zipfile
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    BackupUnreadableError,
    FileUnreadableError,
    OfficeDamagedError,
    ProcureError,
)
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.look_at_backup import look_at_backup
from procure_desktop.services.office import Office
from tests.office_factory import NOW, PREPARER


def test_a_backup_says_whose_it_is_when_it_was_made_and_who_can_sign_in(
    auditor: Office, tmp_path: Path
) -> None:
    back_up_office(auditor, tmp_path / "a.backup")
    found = look_at_backup(tmp_path / "a.backup")
    assert (found.title.nation, found.title.unit, found.title.demo) == ("NLD", "Test Unit", False)
    assert found.made_at == NOW
    assert PREPARER in found.officers


@pytest.mark.parametrize(
    ("member", "content", "error"),
    [
        ("keys.json", b"{}", OfficeDamagedError),
        ("keys.json", b" " * 1_000_001, BackupUnreadableError),
        ("backup.json", None, BackupUnreadableError),
    ],
    ids=["no keys", "too many", "no moment"],
)
def test_a_changed_backup_is_refused(
    auditor: Office, tmp_path: Path, member: str, content: bytes | None, error: type[ProcureError]
) -> None:
    whole, changed = tmp_path / "a.backup", tmp_path / "b.backup"
    back_up_office(auditor, whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == member:
                data = content or json.dumps(json.loads(data) | {"made_at": "once"}).encode()
            target.writestr(name, data)
    with pytest.raises(error):
        look_at_backup(changed)


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        look_at_backup(tmp_path / "missing.backup")
    (tmp_path / "text").write_text("no backup")
    with pytest.raises(BackupUnreadableError):
        look_at_backup(tmp_path / "text")
