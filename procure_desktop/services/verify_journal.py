"""Verify the journal: every link of its chain, and that it is the one a document or a backup was made with."""

import zipfile
from pathlib import Path

from procure_desktop.documents.verification import read_record
from procure_desktop.domain.errors import (
    AnchorForeignError,
    AnchorMissingError,
    AnchorNotValidError,
    BackupUnreadableError,
    JournalBrokenError,
    JournalRewrittenError,
)
from procure_desktop.domain.journal import Head, first_broken_link
from procure_desktop.domain.verdict import Answer
from procure_desktop.exchange.commitment_record import journal_head_of, office_of
from procure_desktop.files import read_file, read_start
from procure_desktop.services.office import Office
from procure_desktop.services.verify_document import MOST_BYTES, verify_document
from procure_desktop.store.backup import read_manifest
from procure_desktop.store.database import Transaction
from procure_desktop.store.journals import hash_at, iterate_links, journal_head


def verify_journal(office: Office, against: Path | None = None) -> Head:
    """Check the whole chain and, with a signed PDF or a backup, that it goes through the head in there.

    Raises JournalBrokenError with the first broken link, JournalRewrittenError when the past was cut or
    rewritten, and what read_anchor raises.
    """
    expected = None if against is None else read_anchor(office, against)
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


def read_anchor(office: Office, path: Path) -> Head:
    """The journal head that a document or a backup of this office carries.

    Raises AnchorMissingError, AnchorForeignError, and AnchorNotValidError for a document that was altered.
    """
    # A backup is as large as its office: it is not read as a whole.
    if zipfile.is_zipfile(path) and read_start(path, 4) != b"%PDF":
        return _backup_head(office, path)
    record = read_record(read_file(path, MOST_BYTES))
    head = journal_head_of(record) if record is not None else None
    if record is None or head is None:
        raise AnchorMissingError(path=path)
    _check_own(office, office_of(record), path)
    if verify_document(path, office=office).answer == Answer.NOT_VALID:
        raise AnchorNotValidError(path=path)
    return head


def _backup_head(office: Office, path: Path) -> Head:
    try:
        manifest = read_manifest(path)
    except BackupUnreadableError:
        raise AnchorMissingError(path=path) from None
    _check_own(office, manifest.office, path)
    return manifest.journal


def _check_own(office: Office, identity: str, path: Path) -> None:
    if identity != office.profile.identity:
        raise AnchorForeignError(path=path)
