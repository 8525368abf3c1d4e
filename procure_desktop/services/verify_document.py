"""Answer whether a PDF is a genuine commitment: valid, cannot tell, or not valid, each with its reasons."""

import hashlib
from pathlib import Path

from procure_desktop.documents.verification import read_record, verify_pdf
from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.verdict import Answer, Finding, Verdict
from procure_desktop.exchange.commitment_record import number_of
from procure_desktop.files import read_file
from procure_desktop.services.export_document import evidence_of
from procure_desktop.services.office import Office, utc_now
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.database import Transaction
from procure_desktop.store.documents import StoredDocument, documents_of, find_document
from procure_desktop.store.officers import load_certificates

MOST_BYTES = 32 * 1024 * 1024


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
        stored, enrolled = _stored(tx, pdf), load_certificates(tx)
        withdrawn = stored is not None and _is_withdrawn(tx, stored)
    evidence = evidence_of(stored) if stored else None
    verdict = verify_pdf(pdf, trust=(*anchors, *enrolled), evidence=evidence, now=office.now())
    if stored is None:
        return _of_another(verdict)
    return (
        verdict.with_findings((*verdict.findings, Finding.WITHDRAWN_SINCE))
        if withdrawn
        else verdict
    )


def _stored(tx: Transaction, pdf: bytes) -> StoredDocument | None:
    """What the office has of this document: found by its record, or else by the number it claims."""
    record = read_record(pdf)
    if record is None:
        return None
    return find_document(tx, hashlib.sha256(record).hexdigest()) or _claimed(tx, record)


def _claimed(tx: Transaction, record: bytes) -> StoredDocument | None:
    # A swapped record that claims one of our numbers must be held against what we have under it.
    versions = documents_of(tx, number_of(record))
    return versions[0] if versions else None


def _is_withdrawn(tx: Transaction, stored: StoredDocument) -> bool:
    return load_commitment(tx, stored.commitment).state == DocumentState.WITHDRAWN


def _of_another(verdict: Verdict) -> Verdict:
    """The verdict of a document that this office has nothing to compare with."""
    if verdict.answer == Answer.NOT_VALID:
        return verdict
    others = (one for one in verdict.findings if one != Finding.PAGE_NOT_COMPARED)
    return verdict.with_findings((*others, Finding.NOT_OF_THIS_OFFICE))
