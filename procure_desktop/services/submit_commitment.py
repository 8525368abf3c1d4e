"""Submit a draft: number it, hold its lines, freeze its document and sign it as preparer, all or nothing."""

from dataclasses import replace

from procure_desktop.documents.signing import SigningKey
from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    check_preparer,
    check_step,
    format_number,
)
from procure_desktop.domain.document import FrozenDocument, SignatureRole
from procure_desktop.domain.errors import PriceChangedError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Role
from procure_desktop.services.commitment_sheet import draw_commitment
from procure_desktop.services.draft_commitment import subject_of
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import checked_terms, price_orders
from procure_desktop.services.sign_document import sign_and_verify
from procure_desktop.services.signing_key import KeyFile, open_signing_key
from procure_desktop.services.snapshots import Snapshot, commitment_snapshot
from procure_desktop.store.commitments import load_commitment, set_state
from procure_desktop.store.database import Transaction
from procure_desktop.store.documents import add_document
from procure_desktop.store.holds import Holder, take
from procure_desktop.store.numbers import next_ordinal
from procure_desktop.store.offices import load_profile

SERIES = "commitment"


def submit_commitment(office: Office, commitment_id: CommitmentId, key_file: KeyFile) -> Commitment:
    """Submit a draft, or one that was returned, as its preparer.

    Raises RoleMissingError, NotPreparerError, WrongStateError, PriceChangedError, OverCommitmentError, and
    what open_signing_key, price_commitment, draw_commitment and sign_and_verify raise.
    """
    key = open_signing_key(office, key_file)
    with office.database.transaction() as tx:
        preparer = office.acting(tx, Role.PREPARER)
        draft = load_commitment(tx, commitment_id)
        check_step(draft, DocumentState.SUBMITTED)
        check_preparer(draft, preparer)
        # The list's marking may have risen since the draft.
        marked = replace(draft, marking=_check_prices(office, tx, draft))
        submitted = _number(office, tx, marked)
        set_state(tx, submitted, office.now())
        for line in submitted.lines:
            take(tx, line.line, line.quantity, line.remainder, Holder(commitment=submitted.id))
        frozen = draw_commitment(office, tx, submitted)
        _sign(office, tx, submitted, frozen, key)
        change = Change(
            "commitment submitted",
            subject_of(submitted),
            commitment_snapshot(draft),
            commitment_snapshot(submitted) | _frozen_snapshot(frozen, key),
        )
        office.record(tx, change)
    return submitted


def _check_prices(office: Office, tx: Transaction, draft: Commitment) -> Marking:
    """Refuse prices that are no longer the draft's; returns the marking that its lines have now."""
    today = office.now().date()
    checked_terms(draft.terms, today)
    priced = price_orders(tx, tuple(line.order for line in draft.lines), draft.terms, today)
    for drafted, now in zip(draft.lines, priced.lines, strict=True):
        if drafted != now:
            raise PriceChangedError(line=drafted.line)
    return priced.marking


def _number(office: Office, tx: Transaction, draft: Commitment) -> Commitment:
    year = office.now().year
    number = draft.number or format_number(
        load_profile(tx).nation, year, next_ordinal(tx, SERIES, year)
    )
    return replace(
        draft, number=number, version=draft.version + 1, state=DocumentState.SUBMITTED, reason=""
    )


def _sign(
    office: Office, tx: Transaction, submitted: Commitment, frozen: FrozenDocument, key: SigningKey
) -> None:
    signers = ((SignatureRole.PREPARED_BY, key.certificate.fingerprint),)
    pdf = sign_and_verify(office, frozen, frozen.unsigned, key, signers)
    add_document(tx, submitted, frozen, pdf, key.certificate.fingerprint, office.now())


def _frozen_snapshot(frozen: FrozenDocument, key: SigningKey) -> Snapshot:
    return {
        "document_sha256": frozen.sha256,
        "record_sha256": frozen.record_sha256,
        "certificate": key.certificate.fingerprint,
    }
