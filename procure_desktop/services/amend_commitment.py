"""Put another commitment in the place of one that a version touched: a draft of what the lists leave of it.

The commitment itself stands, and holds its lines, until it is withdrawn; only then can its replacement be
submitted.
"""

from dataclasses import dataclass, replace

from procure_desktop.domain.commitment import Commitment, CommitmentId, Order, Terms
from procure_desktop.domain.effects import Record, RecordKind
from procure_desktop.domain.errors import EffectSettledError, NothingLeftError
from procure_desktop.domain.settling import EffectId, Remedy, fit_order, is_draft, remedies
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.list_effects import read_effect
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.services.read_line import LineView, read_line
from procure_desktop.store.commitments import load_commitment
from procure_desktop.store.database import Transaction
from procure_desktop.store.effects import replaced_by
from procure_desktop.store.stakes import free_without, load_standings


@dataclass(frozen=True, slots=True)
class Amendment:
    """What of a commitment the lists still allow once it lets go of its lines, and those lines as they then stand."""

    commitment: Commitment
    orders: tuple[Order, ...]
    lines: tuple[LineView, ...]


def prepare_amendment(office: Office, commitment_id: CommitmentId) -> Amendment:
    """What can be put in the place of a commitment; lines that are withdrawn or not released are left out.

    NothingLeftError when no line is left.
    """
    with office.database.reading() as tx:
        commitment = load_commitment(tx, commitment_id)
        orders = _fitting(tx, commitment)
        free = free_without(tx, commitment_id)
    if not orders:
        raise NothingLeftError(reference=commitment.number or str(commitment.id))
    views = (read_line(office, order.line) for order in orders)
    return Amendment(
        commitment, orders, tuple(replace(one, outstanding=free[one.line.id]) for one in views)
    )


def _fitting(tx: Transaction, commitment: Commitment) -> tuple[Order, ...]:
    lines = load_standings(tx, [one.line for one in commitment.lines])
    free = free_without(tx, commitment.id)
    fitted = (
        fit_order(one, lines[one.line].line.unit_price, free[one.line])
        for one in commitment.lines
        if not lines[one.line].withdrawn and lines[one.line].line.released_by_us
    )
    return tuple(order for order in fitted if order is not None)


def draft_replacement(
    office: Office, replaced: CommitmentId, orders: tuple[Order, ...], terms: Terms
) -> Commitment:
    """Draft what takes the place of a commitment in review or authorised; what that one holds is left to it.

    Raises what draft_commitment raises.
    """
    return draft_commitment(office, orders, terms, replaces=replaced)


def amend_by_effect(office: Office, effect_id: EffectId) -> Commitment:
    """Change the draft that an effect is on, or draft a replacement, to what the lists leave; on the same terms.

    Raises EffectSettledError for an effect of a donation or one that nothing is left to be done about, and
    what prepare_amendment, revise_draft and draft_replacement raise.
    """
    found = read_effect(office, effect_id)
    if Remedy.AMEND not in remedies(found):
        raise EffectSettledError(effect=str(effect_id), state=found.state)
    commitment = read_commitment(office, CommitmentId(found.effect.stake.record.id))
    orders = prepare_amendment(office, commitment.id).orders
    if is_draft(commitment.state):
        return revise_draft(office, commitment.id, orders, commitment.terms)
    return draft_replacement(office, commitment.id, orders, commitment.terms)


def replaced_commitment(office: Office, draft: CommitmentId) -> Commitment | None:
    """The commitment whose place a draft takes, None for a draft of its own."""
    with office.database.reading() as tx:
        found = replaced_by(tx, draft)
        return None if found is None else load_commitment(tx, found)


def record_of(commitment: Commitment) -> Record:
    """A commitment as effects name it."""
    return Record(RecordKind.COMMITMENT, commitment.id, commitment.number)
