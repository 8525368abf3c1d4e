"""Back an office up into one file that is opened and checked after writing, and restore it elsewhere."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procure_desktop.domain.errors import JournalRewrittenError
from procure_desktop.domain.journal import Change, Head
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.open_office import open_office
from procure_desktop.services.snapshots import file_snapshot
from procure_desktop.services.verify_journal import check_journal
from procure_desktop.store.backup import (
    copy_database,
    pack_backup,
    read_manifest,
    unpack_office,
    unpacked,
)
from procure_desktop.store.database import open_database
from procure_desktop.store.keys import read_key_file

COPY_PREFIX = ".copy-"
_SECONDS_AN_HOUR = 3600


def back_up_office(office: Office, path: Path, progress: Progress = no_progress) -> Head:
    """Write a backup and check it: unpacked, opened, its journal verified. Returns its journal head.

    The backup's own journal entry stands after that head. Any role may. Raises FileExistsAlreadyError,
    FileUnwritableError, and JournalBrokenError when what would be backed up is broken.
    """
    sweep_copies(office.folder)
    with tempfile.TemporaryDirectory(prefix=COPY_PREFIX, dir=office.folder) as folder:
        copy = Path(folder) / "office.db"
        copy_database(office.files.database, office.database.key, copy, progress)
        head = _check_copy(copy, office.database.key)
        identity = read_key_file(office.files.keys).office
        pack_backup(path, copy, office.files.keys, identity, office.now().isoformat(), head)
    try:
        check_backup(path, office.database.key)
        _record(office, path, head)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return head


def sweep_copies(folder: Path) -> None:
    """Remove copies that a backup left behind when it was killed, once they are an hour old."""
    for left in folder.glob(f"{COPY_PREFIX}*"):
        if time.time() - left.stat().st_mtime > _SECONDS_AN_HOUR:
            shutil.rmtree(left, ignore_errors=True)


def check_backup(path: Path, key: bytes) -> Head:
    """Unpack a backup, open it with the data key and verify its journal up to the head that it claims."""
    claimed = read_manifest(path).journal
    with unpacked(path) as files:
        found = _check_copy(files.database, key)
    if found != claimed:
        raise JournalRewrittenError(number=claimed.number)
    return found


def restore_office(path: Path, folder: Path, officer: str = "", passphrase: str = "") -> Path:
    """Restore a backup as a new office at `folder`; it never overwrites.

    The files are checked against the backup's own hashes; with an officer and passphrase the office is
    also opened, its journal verified, and the restoration journaled.
    Raises OfficeExistsError, BackupUnreadableError, FileUnwritableError, and what open_office raises.
    """
    if not officer:
        return unpack_office(path, folder).path
    claimed = read_manifest(path).journal
    with unpacked(path) as files, _signed_in(files.path, officer, passphrase) as copy:
        _check_head(copy, claimed)
    files = unpack_office(path, folder)
    with _signed_in(folder, officer, passphrase) as office, office.database.transaction() as tx:
        after = {"journal_number": claimed.number, "journal_sha256": claimed.sha256}
        office.record(tx, Change("office restored", "office", None, after))
    return files.path


def _check_head(copy: Office, claimed: Head) -> None:
    with copy.database.reading() as tx:
        if check_journal(tx) != claimed:
            raise JournalRewrittenError(number=claimed.number)


@contextmanager
def _signed_in(folder: Path, officer: str, passphrase: str) -> Iterator[Office]:
    office = open_office(folder, officer, passphrase)
    try:
        yield office
    finally:
        office.close()


def _check_copy(copy: Path, key: bytes) -> Head:
    database = open_database(copy, key)
    try:
        with database.reading() as tx:
            return check_journal(tx)
    finally:
        database.close()


def _record(office: Office, path: Path, head: Head) -> None:
    after = {
        "file": file_snapshot(path),
        "journal_number": head.number,
        "journal_sha256": head.sha256,
    }
    with office.database.transaction() as tx:
        office.record(tx, Change("office backed up", "office", None, after))
