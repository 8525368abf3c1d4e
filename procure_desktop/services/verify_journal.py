"""Verify the journal: every link of its chain, and that it is the one a document or a backup was made with."""

import zipfile
from pathlib import Path

from procure_desktop.documents.verification import read_record
from procure_desktop.domain.errors import (
    AnchorMissingError,
    BackupUnreadableError,
    JournalBrokenError,
    JournalRewrittenError,
)
from procure_desktop.domain.journal import Head, first_broken_link
from procure_desktop.exchange.commitment_record import journal_head_of
from procure_desktop.files import read_file, read_start
from procure_desktop.services.office import Office
from procure_desktop.services.verify_document import MOST_BYTES
from procure_desktop.store.backup import read_manifest
from procure_desktop.store.database import Transaction
from procure_desktop.store.journals import hash_at, iterate_links, journal_head


def verify_journal(office: Office, against: Path | None = None) -> Head:
    """Check the whole chain and, with a signed PDF or a backup, that it goes through the head in there.

    Raises JournalBrokenError with the first broken link, JournalRewrittenError when the past was cut or
    rewritten, AnchorMissingError when `against` carries no head.
    """
    expected = None if against is None else read_anchor(against)
    with office.database.reading() as tx:
        return check_journal(tx, expected)


def check_journal(tx: Transaction, expected: Head | None = None) -> Head:
    """As verify_journal, within a transaction."""
    broken, head = first_broken_link(iterate_links(tx)), journal_head(tx)
    # The making of the office is an entry: a journal without any was emptied.
    if broken is not None or not head.number:
        raise JournalBrokenError(number=broken or 1)
    if expected is not None and hash_at(tx, expected.number) != expected.sha256:
        raise JournalRewrittenError(number=expected.number)
    return head


def read_anchor(path: Path) -> Head:
    """The journal head that a document or a backup carries; AnchorMissingError for none."""
    # A backup is as large as its office: it is not read as a whole.
    if zipfile.is_zipfile(path) and read_start(path, 4) != b"%PDF":
        return _backup_head(path)
    record = read_record(read_file(path, MOST_BYTES))
    head = journal_head_of(record) if record is not None else None
    if head is None:
        raise AnchorMissingError(path=path)
    return head


def _backup_head(path: Path) -> Head:
    try:
        return read_manifest(path).journal
    except BackupUnreadableError:
        raise AnchorMissingError(path=path) from None
