"""Draft a commitment, or change a draft; a draft holds nothing of a line and has no number."""

from dataclasses import replace

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    Order,
    Terms,
    check_preparer,
    check_step,
)
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.services.list_effects import note_amendment
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import checked_terms, price_orders
from procure_desktop.services.snapshots import commitment_snapshot
from procure_desktop.store.commitments import add_commitment, load_commitment, replace_draft
from procure_desktop.store.effects import replaced_by


def draft_commitment(
    office: Office,
    orders: tuple[Order, ...],
    terms: Terms,
    replaces: CommitmentId | None = None,
) -> Commitment:
    """Store a new draft, priced by the lists as they are now.

    A draft that takes the place of a commitment which a version touched may ask for what that one holds.
    Raises RoleMissingError, and what price_commitment and checked_terms raise.
    """
    now = office.now()
    terms = checked_terms(terms, now.date())
    with office.database.transaction() as tx:
        preparer = office.acting(tx, Role.PREPARER)
        priced = price_orders(tx, orders, terms, now.date(), replaces)
        draft = Commitment(
            id=CommitmentId(0),
            number="",
            version=0,
            state=DocumentState.DRAFT,
            terms=terms,
            lines=priced.lines,
            marking=priced.marking,
            prepared_by=preparer.id,
            authorised_by=None,
            drafted_at=now,
            reason="",
        )
        draft = add_commitment(tx, draft)
        if replaces is not None:
            note_amendment(office, tx, replaces, preparer.id, draft.id)
        change = Change("commitment drafted", subject_of(draft), None, commitment_snapshot(draft))
        office.record(tx, change)
    return draft


def revise_draft(
    office: Office, commitment_id: CommitmentId, orders: tuple[Order, ...], terms: Terms
) -> Commitment:
    """Give a draft, or one that was returned, other lines and terms; only its preparer may.

    Raises WrongStateError, NotPreparerError, and what draft_commitment raises.
    """
    now = office.now()
    terms = checked_terms(terms, now.date())
    with office.database.transaction() as tx:
        preparer = office.acting(tx, Role.PREPARER)
        before = load_commitment(tx, commitment_id)
        check_step(before, DocumentState.SUBMITTED)
        check_preparer(before, preparer)
        priced = price_orders(tx, orders, terms, now.date(), replaced_by(tx, commitment_id))
        after = replace(before, terms=terms, lines=priced.lines, marking=priced.marking)
        replace_draft(tx, after, now)
        note_amendment(office, tx, commitment_id, preparer.id)
        change = Change(
            "commitment revised",
            subject_of(after),
            commitment_snapshot(before),
            commitment_snapshot(after),
        )
        office.record(tx, change)
    return after


def subject_of(commitment: Commitment) -> str:
    """How the journal names a commitment: by its id, which it has before it has a number."""
    return f"commitment {commitment.id}"
