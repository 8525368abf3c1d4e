"""Write a commitment's document to a file, after verifying it once more."""

from pathlib import Path

from procure_desktop.documents.verification import OfficeEvidence, verify_pdf
from procure_desktop.domain.commitment import CommitmentId
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.errors import SignatureFailedError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.verdict import Answer
from procure_desktop.files import write_file
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import file_snapshot
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.documents import StoredDocument, load_document
from procure_desktop.store.officers import load_certificates


def export_document(
    office: Office,
    commitment_id: CommitmentId,
    path: Path,
    version: int | None = None,
    *,
    overwrite: bool = False,
) -> Path:
    """Write the PDF with the signatures it has so far, whole or not at all.

    Raises DocumentMissingError, SignatureFailedError when the stored bytes do not verify,
    FileExistsAlreadyError, FileUnwritableError.
    """
    with office.database.transaction() as tx:
        commitment = load_commitment(tx, commitment_id)
        stored = load_document(tx, commitment_id, version)
        verdict = verify_pdf(
            stored.pdf, trust=load_certificates(tx), evidence=evidence_of(stored), now=office.now()
        )
        if verdict.answer == Answer.NOT_VALID:
            raise SignatureFailedError(reason=verdict.reasons)
        after = {
            "document_sha256": stored.frozen.sha256,
            "version": stored.version,
            "file": file_snapshot(path),
        }
        office.record(tx, Change("document exported", subject_of(commitment), None, after))
        write_file(path, stored.pdf, overwrite=overwrite)
    return path


def evidence_of(stored: StoredDocument) -> OfficeEvidence:
    """What the office knows of a document, for verifying it."""
    signers = [(SignatureRole.PREPARED_BY, stored.prepared_fingerprint)]
    if stored.authorised_fingerprint is not None:
        signers.append((SignatureRole.AUTHORISED_BY, stored.authorised_fingerprint))
    return OfficeEvidence(stored.frozen.unsigned, stored.frozen.record, tuple(signers))
