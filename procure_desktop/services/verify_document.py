"""Answer whether a PDF is a genuine commitment: valid, cannot tell, or not valid, each with its reasons."""

import hashlib
from pathlib import Path

from procure_desktop.documents.certificates import read_certificate
from procure_desktop.documents.verification import read_record, verify_pdf
from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.verdict import Answer, Finding, Verdict
from procure_desktop.exchange.commitment_record import journal_head_of, number_of, office_of
from procure_desktop.files import read_file
from procure_desktop.services.export_document import evidence_of
from procure_desktop.services.office import Office, utc_now
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.database import Transaction
from procure_desktop.store.documents import StoredDocument, documents_of, find_document
from procure_desktop.store.journals import hash_at
from procure_desktop.store.officers import load_certificates
from procure_desktop.store.offices import load_profile

MOST_BYTES = 32 * 1024 * 1024
_MOST_CERTIFICATE = 100_000


def verify_document(
    path: Path, trust: tuple[Path, ...] = (), office: Office | None = None
) -> Verdict:
    """Verify a PDF, by the certificates in `trust` (PEM) and, with an office, by what it froze and stored.

    Raises FileUnreadableError, FileTooLargeError, CertificateUnreadableError. A hostile PDF is no error:
    it is not valid.
    """
    pdf = read_file(path, MOST_BYTES)
    anchors = tuple(read_certificate(read_file(one, _MOST_CERTIFICATE), one).pem for one in trust)
    if office is None:
        return verify_pdf(pdf, trust=anchors, evidence=None, now=utc_now())
    with office.database.reading() as tx:
        stored, enrolled = _stored(tx, pdf), load_certificates(tx)
        since = _changed_since(tx, stored) if stored else None
    evidence = evidence_of(stored) if stored else None
    verdict = verify_pdf(pdf, trust=(*anchors, *enrolled), evidence=evidence, now=office.now())
    if stored is None:
        return _of_another(verdict)
    return verdict.with_findings((*verdict.findings, since)) if since else verdict


def _stored(tx: Transaction, pdf: bytes) -> StoredDocument | None:
    """What the office has of this document: found by its record, or else by the number it claims."""
    record = read_record(pdf)
    if record is None:
        return None
    return find_document(tx, hashlib.sha256(record).hexdigest()) or _claimed(tx, record)


def _claimed(tx: Transaction, record: bytes) -> StoredDocument | None:
    # A record that says it is ours must be held against what we have under its number; that of another
    # office may have the same number, and one from after the backup that we were restored from is unknown.
    head = journal_head_of(record)
    ours = office_of(record) == load_profile(tx).identity
    if not ours or head is None or hash_at(tx, head.number) != head.sha256:
        return None
    versions = documents_of(tx, number_of(record))
    return versions[0] if versions else None


def _changed_since(tx: Transaction, stored: StoredDocument) -> Finding | None:
    """What became of the commitment after this version of its document."""
    commitment = load_commitment(tx, stored.commitment)
    if commitment.state == DocumentState.WITHDRAWN:
        return Finding.WITHDRAWN_SINCE
    if commitment.state == DocumentState.RETURNED or commitment.version > stored.version:
        return Finding.RETURNED_SINCE
    return None


def _of_another(verdict: Verdict) -> Verdict:
    """The verdict of a document that this office has nothing to compare with."""
    if verdict.answer == Answer.NOT_VALID:
        return verdict
    others = (one for one in verdict.findings if one != Finding.PAGE_NOT_COMPARED)
    return verdict.with_findings((*others, Finding.NOT_OF_THIS_OFFICE))
