"""Commitments as they stand, and what the journal says of them."""

from procure_desktop.domain.attestation import Evidence
from procure_desktop.domain.commitment import Commitment, CommitmentId
from procure_desktop.domain.journal import Entry
from procure_desktop.domain.officer import Officer, OfficerId
from procure_desktop.exchange.commitment_record import evidence_of
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.store import commitments
from procure_desktop.store.attestations import attestation_of
from procure_desktop.store.documents import load_document
from procure_desktop.store.journals import load_entry, load_history
from procure_desktop.store.lists import load_line
from procure_desktop.store.officers import load_officer


def find_commitment(office: Office, reference: str) -> Commitment:
    """The commitment of this number, or with this id in digits; CommitmentUnknownError for none."""
    with office.database.reading() as tx:
        return commitments.find_commitment(tx, reference)


def read_commitment(office: Office, commitment_id: CommitmentId) -> Commitment:
    """The commitment with this id; CommitmentUnknownError for none."""
    with office.database.reading() as tx:
        return commitments.load_commitment(tx, commitment_id)


def read_evidence(office: Office, commitment: Commitment) -> Evidence | None:
    """On what its list was approved: as its document says, or as it stands for a draft; None for a release."""
    with office.database.reading() as tx:
        if commitment.version:
            document = load_document(tx, commitment.id, commitment.version)
            return evidence_of(document.frozen.record)
        edition = load_line(tx, commitment.lines[0].line).edition
        found = attestation_of(tx, edition)
        return found.evidence if found else None


def read_history(office: Office, commitment: Commitment) -> list[Entry]:
    """The journal's entries about a commitment, the oldest first."""
    with office.database.reading() as tx:
        return load_history(tx, subject_of(commitment))


def read_officer(office: Office, officer_id: OfficerId) -> Officer:
    """The officer with this id."""
    with office.database.reading() as tx:
        return load_officer(tx, officer_id)


def read_entry(office: Office, number: int) -> Entry:
    """One entry of the journal."""
    with office.database.reading() as tx:
        return load_entry(tx, number)
