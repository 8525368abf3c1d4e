"""Gather what a commitment document prints, and draw it."""

from procure_desktop.documents.commitment_document import render_commitment
from procure_desktop.domain.commitment import Commitment
from procure_desktop.domain.document import CommitmentSheet, FrozenDocument, SheetLine
from procure_desktop.exchange.commitment_record import commitment_record
from procure_desktop.services.office import Office
from procure_desktop.store.attestations import attestation_of
from procure_desktop.store.database import Transaction
from procure_desktop.store.journals import journal_head
from procure_desktop.store.lists import load_line, load_package
from procure_desktop.store.office_settings import load_settings
from procure_desktop.store.officers import load_officer
from procure_desktop.store.offices import load_profile


def draw_commitment(office: Office, tx: Transaction, commitment: Commitment) -> FrozenDocument:
    """The unsigned document of a commitment as it stands, by the lists as they are now.

    Raises GlyphMissingError for a character that cannot be printed.
    """
    sheet = _gather(office, tx, commitment)
    return render_commitment(sheet, commitment_record(sheet))


def _gather(office: Office, tx: Transaction, commitment: Commitment) -> CommitmentSheet:
    settings = load_settings(tx)
    stored = [load_line(tx, priced.line) for priced in commitment.lines]
    lines = tuple(SheetLine(one.line, load_package(tx, one.line.id)) for one in stored)
    return CommitmentSheet(
        office=load_profile(tx),
        commitment=commitment,
        edition=stored[0].edition,
        lines=lines,
        issued=office.now().date(),
        prepared_by=load_officer(tx, commitment.prepared_by).name,
        journal=journal_head(tx),
        logo=settings.logo,
        language=settings.language,
        attestation=attestation_of(tx, stored[0].edition),
    )
