"""Back an office up into one file that is opened and checked after writing, and restore it elsewhere."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from procure_desktop.domain.commitment import NUMBER
from procure_desktop.domain.errors import (
    CommitmentUnknownError,
    FileUnwritableError,
    JournalRewrittenError,
    OfficeReadOnlyError,
)
from procure_desktop.domain.journal import Change, Head
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.services.open_office import signed_in
from procure_desktop.services.snapshots import file_snapshot
from procure_desktop.services.submit_commitment import SERIES
from procure_desktop.services.verify_journal import check_journal
from procure_desktop.store.backup import (
    copy_database,
    pack_backup,
    read_manifest,
    unpack_office,
    unpacked,
)
from procure_desktop.store.database import Transaction, open_database
from procure_desktop.store.keys import read_key_file
from procure_desktop.store.numbers import last_ordinal, next_ordinal

COPY_PREFIX = ".copy-"
_SECONDS_AN_HOUR = 3600


def back_up_office(office: Office, path: Path, progress: Progress = no_progress) -> Head:
    """Write a backup and check it: unpacked, opened, its journal verified. Returns its journal head.

    The backup's own journal entry stands after that head. Any role may. Raises FileExistsAlreadyError,
    FileUnwritableError, OfficeReadOnlyError, and JournalBrokenError when what would be backed up is broken.
    """
    if office.read_only:
        raise OfficeReadOnlyError
    sweep_copies(office.folder)
    with _folder_for_copy(office.folder) as folder:
        copy = folder / "office.db"
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


@contextmanager
def _folder_for_copy(office: Path) -> Iterator[Path]:
    try:
        folder = tempfile.TemporaryDirectory(prefix=COPY_PREFIX, dir=office)
    except OSError as error:
        raise FileUnwritableError(path=office, reason=error.strerror or str(error)) from error
    with folder as name:
        yield Path(name)


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


def restore_office(
    path: Path, folder: Path, officer: str = "", passphrase: str = "", last_number: str = ""
) -> Path:
    """Restore a backup as a new office at `folder`; it never overwrites.

    The files are checked against the backup's own hashes; with an officer and passphrase the office is
    also opened, its journal verified, and the restoration journaled. `last_number` is the last number that
    was given after the backup was made: numbers up to it are not given again.
    Raises OfficeExistsError, BackupUnreadableError, FileUnwritableError, CommitmentUnknownError for a
    `last_number` that is none, and what open_office raises.
    """
    if last_number and (not officer or NUMBER.fullmatch(last_number) is None):
        raise CommitmentUnknownError(reference=last_number)
    if not officer:
        return unpack_office(path, folder).path
    claimed = read_manifest(path).journal
    with unpacked(path) as files, signed_in(files.path, officer, passphrase) as copy:
        _check_head(copy, claimed)
    files = unpack_office(path, folder)
    with signed_in(folder, officer, passphrase) as office, office.database.transaction() as tx:
        after: dict[str, Any] = {"journal_number": claimed.number, "journal_sha256": claimed.sha256}
        if last_number:
            skip_numbers(tx, last_number)
            after["last_number"] = last_number
        office.record(tx, Change("office restored", "office", None, after))
    return files.path


def skip_numbers(tx: Transaction, last_number: str) -> None:
    """Take every ordinal up to that of `last_number`, so that none of them is given again."""
    _, year, ordinal = last_number.split("-")
    while last_ordinal(tx, SERIES, int(year)) < int(ordinal):
        next_ordinal(tx, SERIES, int(year))


def _check_head(copy: Office, claimed: Head) -> None:
    with copy.database.reading() as tx:
        if check_journal(tx) != claimed:
            raise JournalRewrittenError(number=claimed.number)


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
