"""Return a submitted commitment to its preparer, or withdraw one: either frees what it held."""

from dataclasses import replace

from procure_desktop.domain.commitment import (
    HOLDING,
    Commitment,
    CommitmentId,
    DocumentState,
    check_preparer,
    check_step,
)
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Officer, Role, check_separation
from procure_desktop.domain.text import require_text
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import commitment_snapshot
from procure_desktop.store.commitments import load_commitment, set_state
from procure_desktop.store.database import Transaction
from procure_desktop.store.holds import release_commitment


def return_commitment(office: Office, commitment_id: CommitmentId, reason: str) -> Commitment:
    """Return what another officer submitted, with a reason; it can be revised and submitted again.

    Raises RoleMissingError, OwnPreparationError, WrongStateError, EmptyTextError.
    """
    reason = require_text("reason", reason, most=500)
    with office.database.transaction() as tx:
        authoriser = office.acting(tx, Role.AUTHORISER)
        before = load_commitment(tx, commitment_id)
        check_step(before, DocumentState.RETURNED)
        check_separation(before.prepared_by, authoriser)
        return close_commitment(office, tx, before, DocumentState.RETURNED, reason)


def withdraw_commitment(office: Office, commitment_id: CommitmentId, reason: str) -> Commitment:
    """Withdraw a commitment for good, with a reason: its preparer may until it is authorised, an authoriser after.

    Raises RoleMissingError, NotPreparerError, OwnPreparationError, WrongStateError, EmptyTextError.
    """
    reason = require_text("reason", reason, most=500)
    with office.database.transaction() as tx:
        before = load_commitment(tx, commitment_id)
        check_step(before, DocumentState.WITHDRAWN)
        _check_withdrawal(before, office.acting(tx, Role.PREPARER, Role.AUTHORISER))
        return close_commitment(office, tx, before, DocumentState.WITHDRAWN, reason)


def _check_withdrawal(before: Commitment, officer: Officer) -> None:
    if before.state == DocumentState.AUTHORISED:
        officer.require(Role.AUTHORISER)
        check_separation(before.prepared_by, officer)
    else:
        check_preparer(before, officer)


def close_commitment(
    office: Office, tx: Transaction, before: Commitment, state: DocumentState, reason: str
) -> Commitment:
    """Return or withdraw within a transaction that checked who may; frees what was held, and journals it."""
    after = replace(before, state=state, reason=reason)
    set_state(tx, after, office.now())
    if before.state in HOLDING:
        release_commitment(tx, before.id)
    change = Change(
        f"commitment {state.value}",
        subject_of(after),
        commitment_snapshot(before),
        commitment_snapshot(after),
    )
    office.record(tx, change)
    return after
