"""Answer whether a PDF is a genuine commitment: valid, cannot tell, or not valid, each with its reasons."""

import hashlib
from pathlib import Path

from procure_desktop.documents.verification import OfficeEvidence, read_record, verify_pdf
from procure_desktop.domain.verdict import Verdict
from procure_desktop.exchange.commitment_record import number_of
from procure_desktop.files import read_file
from procure_desktop.services.export_document import evidence_of
from procure_desktop.services.office import Office, utc_now
from procure_desktop.store.database import Transaction
from procure_desktop.store.documents import StoredDocument, documents_of, find_document
from procure_desktop.store.officers import load_certificates

MOST_BYTES = 100_000_000


def verify_document(
    path: Path, trust: tuple[Path, ...] = (), office: Office | None = None
) -> Verdict:
    """Verify a PDF, by the certificates in `trust` (PEM) and, with an office, by what it froze and stored.

    Raises FileUnreadableError, FileTooLargeError; a hostile file is not an error but not valid.
    """
    pdf = read_file(path, MOST_BYTES)
    anchors = tuple(read_file(one, MOST_BYTES).decode("ascii", "replace") for one in trust)
    if office is None:
        return verify_pdf(pdf, trust=anchors, evidence=None, now=utc_now())
    with office.database.reading() as tx:
        evidence, enrolled = _evidence(tx, pdf), load_certificates(tx)
    return verify_pdf(pdf, trust=(*anchors, *enrolled), evidence=evidence, now=office.now())


def _evidence(tx: Transaction, pdf: bytes) -> OfficeEvidence | None:
    """What the office has of this document: found by its record, or else by the number it claims."""
    record = read_record(pdf)
    if record is None:
        return None
    stored = find_document(tx, hashlib.sha256(record).hexdigest()) or _claimed(tx, record)
    return evidence_of(stored) if stored else None


def _claimed(tx: Transaction, record: bytes) -> StoredDocument | None:
    # A swapped record that claims one of our numbers must be held against what we have under it.
    versions = documents_of(tx, number_of(record))
    return versions[0] if versions else None
