"""The document of a commitment as it can be looked at now: signed, in review, or a draft."""

from dataclasses import dataclass

from procure_desktop.documents.document_language import document_language
from procure_desktop.documents.pages import PageImage, page_count, render_page
from procure_desktop.domain.commitment import CommitmentId, DocumentState
from procure_desktop.services.commitment_sheet import draw_commitment
from procure_desktop.services.office import Office
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.documents import load_document

__all__ = ["DocumentBytes", "PageImage", "document_bytes", "page_count", "render_page"]


@dataclass(frozen=True, slots=True)
class DocumentBytes:
    """A PDF to look at. Unless `signed` by both officers it must be shown and printed with a DRAFT band.

    `language` is the ISO 639-1 code of what it says beside English.
    """

    pdf: bytes
    signed: bool
    number: str
    version: int
    sha256: str
    language: str = "en"


def document_bytes(
    office: Office, commitment_id: CommitmentId, version: int | None = None
) -> DocumentBytes:
    """The document of a version, or the newest; one not submitted yet is drawn as it would be now.

    Raises CommitmentUnknownError, DocumentMissingError for a version that is not there, GlyphMissingError.
    """
    with office.database.reading() as tx:
        commitment = load_commitment(tx, commitment_id)
        if version is None and commitment.state in (DocumentState.DRAFT, DocumentState.RETURNED):
            drawn = draw_commitment(office, tx, commitment)
            return DocumentBytes(
                pdf=drawn.unsigned,
                signed=False,
                number=commitment.number,
                version=commitment.version,
                sha256=drawn.sha256,
                language=document_language(drawn.unsigned),
            )
        stored = load_document(tx, commitment_id, version)
    signed = (
        stored.authorised_fingerprint is not None and commitment.state == DocumentState.AUTHORISED
    )
    return DocumentBytes(
        pdf=stored.pdf,
        signed=signed,
        number=stored.number,
        version=stored.version,
        sha256=stored.frozen.sha256,
        language=document_language(stored.pdf),
    )
