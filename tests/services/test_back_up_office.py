import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    BackupUnreadableError,
    CancelledError,
    CommitmentUnknownError,
    FileExistsAlreadyError,
    FileUnreadableError,
    FileUnwritableError,
    JournalRewrittenError,
    OfficeDamagedError,
    OfficeExistsError,
    OfficerUnknownError,
    WrongPassphraseError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.services.back_up_office import (
    COPY_PREFIX,
    back_up_office,
    check_backup,
    restore_office,
)
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import open_office
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.backup import copy_database, pack_backup
from procure_desktop.store.keys import new_key
from tests.office_factory import AUDITOR, PASSPHRASE, PREPARER, Clock, Place, authorise, submit
from tests.services.conftest import Unchanged


@pytest.fixture
def backup(place: Place, preparer: Office, authoriser: Office, tmp_path: Path) -> Path:
    authorise(authoriser, place, submit(preparer, place))
    back_up_office(preparer, tmp_path / "mod.backup")
    return tmp_path / "mod.backup"


def actions(office: Office) -> list[str]:
    ids = list_ids(office, Query(Listing.JOURNAL))
    return [row["action"] for row in read_rows(office, Listing.JOURNAL, ids)]


def test_a_backup_is_checked_and_journaled(preparer: Office, tmp_path: Path) -> None:
    path = tmp_path / "mod.backup"
    head = back_up_office(preparer, path)
    assert check_backup(path, preparer.database.key) == head
    assert actions(preparer)[0] == "office backed up"
    assert verify_journal(preparer, path).number == head.number + 1
    assert sorted(one.name for one in preparer.folder.iterdir() if one.is_dir()) == []


def test_every_role_backs_up(auditor: Office, administrator: Office, tmp_path: Path) -> None:
    for number, office in enumerate((auditor, administrator)):
        back_up_office(office, tmp_path / f"{number}.backup")


def test_a_restored_office_is_the_one_that_was(
    backup: Path, preparer: Office, tmp_path: Path
) -> None:
    folder = restore_office(backup, tmp_path / "new.office")
    office = open_office(folder, PREPARER, PASSPHRASE, Clock())
    for listing in (Listing.LINES, Listing.COMMITMENTS, Listing.DOCUMENTS, Listing.OFFICERS):
        ids = list_ids(preparer, Query(listing))
        assert list_ids(office, Query(listing)) == ids
        assert read_rows(office, listing, ids) == read_rows(preparer, listing, ids)
    office.close()


def test_with_an_officer_a_restoration_is_verified_and_journaled(
    backup: Path, tmp_path: Path
) -> None:
    folder = restore_office(backup, tmp_path / "new.office", AUDITOR, PASSPHRASE)
    office = open_office(folder, AUDITOR, PASSPHRASE)
    assert actions(office)[0] == "office restored"
    verify_journal(office, backup)
    office.close()


@pytest.mark.parametrize(
    ("name", "passphrase", "error"),
    [
        (AUDITOR, "not the passphrase", WrongPassphraseError),
        ("Nobody", PASSPHRASE, OfficerUnknownError),
    ],
)
def test_who_cannot_sign_in_restores_nothing(
    backup: Path, tmp_path: Path, name: str, passphrase: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        restore_office(backup, tmp_path / "new.office", name, passphrase)
    assert not (tmp_path / "new.office").exists()


def test_nothing_is_overwritten(
    backup: Path, place: Place, preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    with unchanged(preparer), pytest.raises(FileExistsAlreadyError):
        back_up_office(preparer, backup)
    with unchanged(preparer), pytest.raises(OfficeExistsError):
        restore_office(backup, place.office)
    with pytest.raises(OfficeExistsError):
        restore_office(backup, tmp_path, AUDITOR, PASSPHRASE)


def test_a_place_that_cannot_be_written(
    preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    with unchanged(preparer), pytest.raises(FileUnwritableError):
        back_up_office(preparer, tmp_path / "missing" / "mod.backup")


def test_a_cancelled_backup_leaves_nothing(
    preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with unchanged(preparer), pytest.raises(CancelledError):
        back_up_office(preparer, tmp_path / "mod.backup", cancel)
    assert [one for one in preparer.folder.iterdir() if one.is_dir()] == []
    assert not (tmp_path / "mod.backup").exists()


@pytest.mark.parametrize("officer", ["", AUDITOR])
def test_what_is_no_backup_restores_nothing(place: Place, tmp_path: Path, officer: str) -> None:
    with pytest.raises(BackupUnreadableError):
        restore_office(place.release, tmp_path / "new.office", officer, PASSPHRASE)
    with pytest.raises(FileUnreadableError):
        restore_office(tmp_path / "missing", tmp_path / "new.office", officer, PASSPHRASE)
    assert not (tmp_path / "new.office").exists()


def made_by_hand(office: Office, folder: Path) -> Path:
    """A backup of the office as it is, which claims the head of the journal that it had before."""
    head = verify_journal(office)
    with office.database.transaction() as tx:
        tx.exec_driver_sql("DROP TRIGGER journal_no_delete")
        tx.exec_driver_sql("DELETE FROM journal WHERE number = ?", (head.number,))
    copy_database(
        office.files.database, office.database.key, folder / "copy.db", lambda _done, _total: None
    )
    path = folder / "cut.backup"
    pack_backup(path, folder / "copy.db", office.files.keys, "0f", "2026-06-15", head)
    return path


def test_a_backup_whose_journal_was_cut_is_refused(preparer: Office, tmp_path: Path) -> None:
    path = made_by_hand(preparer, tmp_path)
    with pytest.raises(JournalRewrittenError):
        check_backup(path, preparer.database.key)
    with pytest.raises(JournalRewrittenError):
        restore_office(path, tmp_path / "new.office", AUDITOR, PASSPHRASE)
    assert not (tmp_path / "new.office").exists()


def test_a_backup_of_another_office_does_not_open(backup: Path) -> None:
    with pytest.raises(OfficeDamagedError):
        check_backup(backup, new_key())


def test_an_entry_that_cannot_be_written_takes_the_file_away_again(
    preparer: Office, raw: dbapi2.Connection, tmp_path: Path
) -> None:
    """Nobody shall hold a backup of which the journal says nothing."""
    raw.execute(
        "CREATE TRIGGER no_more BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(Exception, match="full"):
        back_up_office(preparer, tmp_path / "mod.backup")
    assert not (tmp_path / "mod.backup").exists()


def test_what_a_killed_backup_left_is_swept_away(auditor: Office, tmp_path: Path) -> None:
    left, recent = (auditor.folder / f"{COPY_PREFIX}{name}" for name in ("left", "recent"))
    for folder in (left, recent):
        folder.mkdir()
        (folder / "office.db").write_bytes(b"copy")
    os.utime(left, (0, 0))
    back_up_office(auditor, tmp_path / "mod.backup")
    assert (left.exists(), recent.exists()) == (False, True)


def test_a_restored_office_gives_no_number_again(
    place: Place, preparer: Office, tmp_path: Path
) -> None:
    submit(preparer, place)
    backup = tmp_path / "mod.backup"
    back_up_office(preparer, backup)
    later = [submit(preparer, place).number for _ in range(2)]
    restored = tmp_path / "restored.office"
    restore_office(backup, restored, PREPARER, PASSPHRASE, later[-1])
    office = open_office(restored, PREPARER, PASSPHRASE, Clock())
    assert submit(office, place).number == "NLD-2026-0004"
    verify_journal(office)
    office.close()


@pytest.mark.parametrize(("officer", "number"), [("", "NLD-2026-0003"), (PREPARER, "NLD-3")])
def test_a_last_number_needs_an_officer_and_its_form(
    auditor: Office, tmp_path: Path, officer: str, number: str
) -> None:
    backup = tmp_path / "mod.backup"
    back_up_office(auditor, backup)
    with pytest.raises(CommitmentUnknownError):
        restore_office(backup, tmp_path / "restored.office", officer, PASSPHRASE, number)
    assert not (tmp_path / "restored.office").exists()


def test_a_folder_that_takes_no_copy_is_said(
    preparer: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(FileUnwritableError) as refused:
        back_up_office(preparer, tmp_path / "a.backup")
    assert refused.value.reason == "No space left on device"
