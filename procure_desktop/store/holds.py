"""Holds: what a commitment or a donation takes of a line's outstanding quantity and value.

A line keeps running totals; every hold changes them in the same statement that checks them, so that no
two writers can take the same unit.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, insert, select, update

from procure_desktop.domain.commitment import CommitmentId, Outstanding, check_outstanding
from procure_desktop.domain.donation import DonationId
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import LineId
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line, line_incoming
from procure_desktop.store.schema import commitment, document, donation, hold


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds: a commitment or a donation."""

    commitment: CommitmentId | None = None
    donation: DonationId | None = None


def load_outstanding(tx: Transaction, line_id: LineId) -> Outstanding:
    """What is open of a line now."""
    row = tx.execute(
        select(line.c.outstanding, line.c.outstanding_usd).where(line.c.reference == line_id)
    ).one()
    return Outstanding(row.outstanding, Money(row.outstanding_usd, USD))


def take(tx: Transaction, line_id: LineId, quantity: int, remainder: Money, holder: Holder) -> None:
    """Hold `quantity` units of a line and `remainder` US dollars of one more.

    Raises OverCommitmentError when less is outstanding, in quantity or in value at the list's price.
    """
    cost = line.c.unit_price * quantity + remainder.minor
    enough = (line.c.outstanding >= quantity) & (line.c.outstanding_usd >= cost)
    taken = tx.execute(
        update(line)
        .where(line.c.reference == line_id, enough)
        .values(
            outstanding=line.c.outstanding - quantity,
            outstanding_usd=line.c.outstanding_usd - cost,
        )
        .returning(line.c.id)
    ).scalar()
    if taken is None:
        usd = _unit_price(tx, line_id).times(quantity) + remainder
        check_outstanding(line_id, quantity, usd, load_outstanding(tx, line_id))
    tx.execute(
        insert(hold).values(
            line_id=taken,
            commitment_id=holder.commitment,
            donation_id=holder.donation,
            quantity=quantity,
            remainder=remainder.minor,
            active=True,
        )
    )


def release_commitment(tx: Transaction, commitment_id: CommitmentId) -> None:
    """Give back all that a commitment holds."""
    mine = (hold.c.commitment_id == commitment_id) & (hold.c.active == True)  # noqa: E712 (SQL)
    for row in tx.execute(select(hold).where(mine)).all():
        # What the release counts already is not ours to give back: the next release will say.
        if not row.counted:
            _give_back(tx, row.line_id, row.quantity, row.remainder)
        tx.execute(update(hold).where(hold.c.id == row.id).values(active=False))


def _unit_price(tx: Transaction, line_id: LineId) -> Money:
    price = select(line.c.unit_price).where(line.c.reference == line_id)
    return Money(tx.execute(price).scalar_one(), USD)


def _give_back(tx: Transaction, line_key: int, quantity: int, remainder: int) -> None:
    # Units go back at the list's price of today: a hold is of units, not of what they once cost.
    tx.execute(
        update(line)
        .where(line.c.id == line_key)
        .values(
            outstanding=line.c.outstanding + quantity,
            outstanding_usd=line.c.outstanding_usd + line.c.unit_price * quantity + remainder,
        )
    )


def mark_counted(tx: Transaction, counted: frozenset[str]) -> None:
    """Note which holds a new release has in its own figures already.

    Only for the lines that it carries, which are the incoming ones: a line that it leaves out keeps its
    totals, and so its holds keep their mark. `counted` are the SHA-256 of the
    records of commitments, which name one version of one office's, and the numbers of donations.
    """
    this_version = (document.c.commitment_id == commitment.c.id) & (
        document.c.version == commitment.c.version
    )
    marked = (
        select(
            hold.c.id,
            hold.c.counted,
            func.coalesce(document.c.record_sha256, donation.c.number).label("mark"),
        )
        .join(line_incoming, line_incoming.c.line_id == hold.c.line_id)
        .outerjoin(commitment, commitment.c.id == hold.c.commitment_id)
        .outerjoin(document, this_version)
        .outerjoin(donation, donation.c.id == hold.c.donation_id)
    )
    for row in tx.execute(marked).all():
        now = row.mark in counted
        if row.counted != now:
            tx.execute(update(hold).where(hold.c.id == row.id).values(counted=now))


def held_quantity() -> ColumnElement[int]:
    """What this office holds of a line and its release does not count, in units; for use in SQL on `line`."""
    return _held(hold.c.quantity)


def held_remainder() -> ColumnElement[int]:
    """As held_quantity: the parts of further units, in US cents."""
    return _held(hold.c.remainder)


def _held(column: ColumnElement[int]) -> ColumnElement[int]:
    ours = (hold.c.line_id == line.c.id) & (hold.c.active == True) & (hold.c.counted == False)  # noqa: E712 (SQL)
    return select(func.coalesce(func.sum(column), 0)).where(ours).scalar_subquery()
