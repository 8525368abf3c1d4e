"""Frozen and signed documents, one row a submission."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from procure_desktop.domain.commitment import Commitment, CommitmentId
from procure_desktop.domain.document import FrozenDocument
from procure_desktop.domain.errors import DocumentMissingError
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import commitment, document


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One submission: what was frozen, and the PDF with the signatures made so far (fingerprints in hex)."""

    commitment: CommitmentId
    number: str
    version: int
    frozen: FrozenDocument
    pdf: bytes
    prepared_fingerprint: str
    authorised_fingerprint: str | None
    frozen_at: datetime


def add_document(
    tx: Transaction,
    submitted: Commitment,
    frozen: FrozenDocument,
    pdf: bytes,
    fingerprint: str,
    at: datetime,
) -> None:
    """Store a submission: the frozen bytes, and the PDF signed by the preparer."""
    tx.execute(
        insert(document).values(
            commitment_id=submitted.id,
            version=submitted.version,
            unsigned=frozen.unsigned,
            sha256=frozen.sha256,
            record=frozen.record,
            record_sha256=frozen.record_sha256,
            prepared_fingerprint=fingerprint,
            pdf=pdf,
            frozen_at=at,
        )
    )


def add_authorisation(
    tx: Transaction, submitted: Commitment, pdf: bytes, fingerprint: str, at: datetime
) -> None:
    """Store the PDF with the authoriser's signature added."""
    tx.execute(
        update(document)
        .where(document.c.commitment_id == submitted.id, document.c.version == submitted.version)
        .values(pdf=pdf, authorised_fingerprint=fingerprint, authorised_at=at)
    )


def load_document(
    tx: Transaction, commitment_id: CommitmentId, version: int | None = None
) -> StoredDocument:
    """A commitment's document of this version, or its newest; DocumentMissingError before any submission."""
    query = _selection().where(document.c.commitment_id == commitment_id)
    if version is not None:
        query = query.where(document.c.version == version)
    row = tx.execute(query.order_by(document.c.version.desc()).limit(1)).first()
    if row is None:
        raise DocumentMissingError(reference=str(commitment_id))
    return _document(row)


def find_document(tx: Transaction, record_sha256: str) -> StoredDocument | None:
    """The document whose attached record has this SHA-256 (hex), if this office made it."""
    row = tx.execute(_selection().where(document.c.record_sha256 == record_sha256)).first()
    return _document(row) if row else None


def documents_of(tx: Transaction, number: str) -> list[StoredDocument]:
    """Every version of the document with this number, the newest first."""
    rows = tx.execute(
        _selection().where(commitment.c.number == number).order_by(document.c.version.desc())
    )
    return [_document(row) for row in rows]


def _selection() -> Any:
    return select(document, commitment.c.number).join(
        commitment, commitment.c.id == document.c.commitment_id
    )


def _document(row: Row[Any]) -> StoredDocument:
    return StoredDocument(
        commitment=CommitmentId(row.commitment_id),
        number=row.number,
        version=row.version,
        frozen=FrozenDocument(row.unsigned, row.sha256, row.record, row.record_sha256),
        pdf=row.pdf,
        prepared_fingerprint=row.prepared_fingerprint,
        authorised_fingerprint=row.authorised_fingerprint,
        frozen_at=row.frozen_at,
    )
