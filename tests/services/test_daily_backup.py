"""One checked backup a day; older ones go by the keeping rule, and nothing that is not this office's own."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from procure_desktop.domain.backup_keeping import kept
from procure_desktop.domain.errors import (
    BackupFolderGoneError,
    FileUnwritableError,
    JournalBrokenError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.services.back_up_office import back_up_office, check_backup
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.daily_backup import back_up_daily, is_backup_due
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import change_office_settings, office_settings
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.backup import read_manifest
from tests.office_factory import Clock


@pytest.fixture
def folder(administrator: Office, tmp_path: Path) -> Path:
    """The folder that the administrator set; it is not made yet."""
    folder = tmp_path / "backups"
    settings = replace(office_settings(administrator), backup_folder=str(folder))
    change_office_settings(administrator, settings)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def actions(office: Office) -> list[str]:
    rows = read_rows(office, Listing.JOURNAL, list_ids(office, Query(Listing.JOURNAL)))
    return [row["action"] for row in rows]


def test_an_office_without_a_folder_makes_none(preparer: Office) -> None:
    assert not is_backup_due(preparer)
    assert back_up_daily(preparer) is None


def test_one_is_made_checked_and_then_not_due_until_tomorrow(
    preparer: Office, folder: Path, clock: Clock
) -> None:
    assert is_backup_due(preparer)
    made = back_up_daily(preparer)
    assert made is not None
    assert names(folder) == ["test daily 20260615T090000Z.backup"]
    assert check_backup(made.path, preparer.database.key) == made.head
    assert made.removed == 0
    assert not is_backup_due(preparer)
    clock.moment += timedelta(hours=15)
    assert is_backup_due(preparer)


def copies(folder: Path, source: Path, *days: datetime) -> None:
    """As if one had been made on each of the days."""
    for at in days:
        shutil.copy(source, folder / f"test daily {at:%Y%m%dT%H%M%SZ}.backup")


def test_older_ones_go_by_the_rule_and_the_journal_says_which(
    preparer: Office, folder: Path, clock: Clock
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    days = [clock.moment - timedelta(days=number) for number in range(1, 60)]
    copies(folder, first.path, *days)
    clock.moment += timedelta(days=1)
    made = back_up_daily(preparer)
    assert made is not None
    everything = [*days, clock.moment - timedelta(days=1), clock.moment]
    staying = kept(everything)
    assert names(folder) == sorted(f"test daily {at:%Y%m%dT%H%M%SZ}.backup" for at in staying)
    assert made.removed == len(everything) - len(staying)
    assert actions(preparer)[0] == "old backups removed"
    verify_journal(preparer)


def test_nothing_is_removed_that_is_not_its_own(
    preparer: Office, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    old = datetime(2020, 1, 1, tzinfo=UTC)
    copies(folder, first.path, *(old + timedelta(days=number) for number in range(40)))
    # A backup made by hand, one of another name, one that is damaged, one of no day, a folder.
    back_up_office(preparer, folder / "test 2020-01-01.backup")
    shutil.copy(first.path, folder / "other daily 20200101T000000Z.backup")
    (folder / "test daily 20200102T000001Z.backup").write_bytes(b"damaged")
    shutil.copy(first.path, folder / "test daily 20200231T000000Z.backup")
    (folder / "test daily 20200103T000001Z.backup").mkdir()
    (folder / "test daily 20200104T000001Z.backup.txt").touch()
    clock.moment += timedelta(days=1)
    back_up_daily(preparer)
    left = names(folder)
    assert "test 2020-01-01.backup" in left
    assert "other daily 20200101T000000Z.backup" in left
    assert "test daily 20200102T000001Z.backup" in left
    assert "test daily 20200231T000000Z.backup" in left
    assert "test daily 20200103T000001Z.backup" in left
    assert "test daily 20200104T000001Z.backup.txt" in left
    assert "test daily 20200101T000000Z.backup" not in left


def test_a_backup_of_another_office_with_the_same_name_stays(
    preparer: Office, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    copies(folder, first.path, *(datetime(2020, 1, day, tzinfo=UTC) for day in range(1, 29)))
    before = names(folder)
    foreign = replace(read_manifest(first.path), office="another")
    monkeypatch.setattr("procure_desktop.services.daily_backup.read_manifest", lambda _: foreign)
    clock.moment += timedelta(days=1)
    back_up_daily(preparer)
    assert set(before) <= set(names(folder))


def test_where_the_clock_is_behind_the_new_one_stays(
    preparer: Office, folder: Path, clock: Clock
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    copies(folder, first.path, *(clock.moment + timedelta(days=40 * n) for n in range(1, 30)))
    clock.moment = datetime(2000, 1, 1, tzinfo=UTC)
    made = back_up_daily(preparer)
    assert made is not None
    assert made.path.exists()


def test_a_missing_disk_is_said_and_not_imitated(
    preparer: Office, administrator: Office, tmp_path: Path
) -> None:
    missing = tmp_path / "stick" / "backups"
    settings = replace(office_settings(administrator), backup_folder=str(missing))
    change_office_settings(administrator, settings)
    assert is_backup_due(preparer)
    with pytest.raises(BackupFolderGoneError) as refused:
        back_up_daily(preparer)
    assert refused.value.path == missing
    assert not missing.parent.exists()


@pytest.mark.parametrize(
    "refusal", [JournalBrokenError(number=1), FileUnwritableError(path=Path("x"), reason="full")]
)
def test_nothing_is_removed_before_the_new_one_is_checked(
    preparer: Office,
    folder: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Exception,
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    copies(folder, first.path, *(datetime(2020, 1, day, tzinfo=UTC) for day in range(1, 29)))
    before = names(folder)

    def refuse(*_arguments: object) -> None:
        raise refusal

    monkeypatch.setattr("procure_desktop.services.back_up_office.check_backup", refuse)
    clock.moment += timedelta(days=1)
    with pytest.raises(type(refusal)):
        back_up_daily(preparer)
    assert names(folder) == before
    assert is_backup_due(preparer)


def test_what_a_kill_left_behind_is_swept_once_it_is_old(
    preparer: Office, folder: Path, clock: Clock
) -> None:
    back_up_daily(preparer)
    left, fresh = (folder / f".test daily 20260615T09000{n}Z.backup.abc" for n in (1, 2))
    notes = folder / ".test daily notes.backup.txt"
    for one in (left, fresh, notes):
        one.touch()
    for one in (left, notes):
        os.utime(one, (0, 0))
    clock.moment += timedelta(days=1)
    back_up_daily(preparer)
    assert not left.exists()
    assert fresh.exists()
    assert notes.exists()


def test_what_cannot_be_removed_is_left(
    preparer: Office, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up_daily(preparer)
    assert first is not None
    copies(folder, first.path, *(datetime(2020, 1, day, tzinfo=UTC) for day in range(1, 29)))
    clock.moment += timedelta(days=1)

    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if "2020" in self.name:
            raise PermissionError
        unlink(self, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        made = back_up_daily(preparer)
    assert made is not None
    assert made.removed == 0
    assert "old backups removed" not in actions(preparer)
