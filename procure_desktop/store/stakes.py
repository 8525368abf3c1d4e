"""What this office has on the lines of a list: the orders of its commitments, and its donations."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Select, func, select

from procure_desktop.domain.commitment import CommitmentId, DocumentState, Outstanding
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import LineStanding, Record, RecordKind, Stake
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import LineId
from procure_desktop.store.database import Transaction
from procure_desktop.store.line_rows import line_of
from procure_desktop.store.list_tables import line
from procure_desktop.store.schema import commitment, commitment_line, document, donation, hold


def load_stakes(tx: Transaction, serial: str) -> tuple[Stake, ...]:
    """Every order and donation on a line of this list whose record has not ended."""
    ordered = _orders().where(
        line.c.serial == serial, commitment.c.state != DocumentState.WITHDRAWN
    )
    given = _donations().where(line.c.serial == serial, donation.c.state == DonationState.OFFERED)
    return (
        *(_order(row) for row in tx.execute(ordered)),
        *(_donation(row) for row in tx.execute(given)),
    )


def load_standings(tx: Transaction, lines: Iterable[LineId]) -> dict[LineId, LineStanding]:
    """These lines as they are now, with what is open of each."""
    rows = tx.execute(select(line).where(line.c.reference.in_(tuple(lines))))
    return {LineId(row.reference): _standing(row) for row in rows}


def records_on(tx: Transaction, line_id: LineId) -> tuple[Record, ...]:
    """Every commitment and donation on a line, also those that have ended."""
    ordered = tx.execute(_orders().where(line.c.reference == line_id))
    given = tx.execute(_donations().where(line.c.reference == line_id))
    stakes = (*(_order(row) for row in ordered), *(_donation(row) for row in given))
    return tuple(one.record for one in stakes)


def free_without(tx: Transaction, commitment_id: CommitmentId) -> dict[LineId, Outstanding]:
    """What would be open of each line of a commitment if it held nothing."""
    own = _own(commitment_id)
    rows = tx.execute(
        select(
            line.c.reference,
            line.c.outstanding + own(hold.c.quantity),
            line.c.outstanding_usd
            + line.c.unit_price * own(hold.c.quantity)
            + own(hold.c.remainder),
        )
        .join(commitment_line, commitment_line.c.line_id == line.c.id)
        .where(commitment_line.c.commitment_id == commitment_id)
    )
    return {LineId(key): Outstanding(quantity, Money(usd, USD)) for key, quantity, usd in rows}


def _own(commitment_id: CommitmentId) -> Any:
    """What the commitment takes from a line's running totals; what the list counts is not taken by us."""
    held = (hold.c.commitment_id == commitment_id) & (hold.c.line_id == line.c.id)
    taken = held & (hold.c.active == True) & (hold.c.counted == False)  # noqa: E712 (SQL)

    def total(column: Any) -> Any:
        return select(func.coalesce(func.sum(column), 0)).where(taken).scalar_subquery()

    return total


def _orders() -> Select[Any]:
    this_version = (document.c.commitment_id == commitment.c.id) & (
        document.c.version == commitment.c.version
    )
    return (
        select(
            commitment.c.id,
            commitment.c.number,
            commitment.c.state,
            line.c.reference,
            line.c.unit,
            commitment_line.c.quantity,
            commitment_line.c.remainder,
            commitment_line.c.unit_price,
            document.c.record_sha256,
        )
        .join(commitment_line, commitment_line.c.commitment_id == commitment.c.id)
        .join(line, line.c.id == commitment_line.c.line_id)
        .outerjoin(document, this_version)
        .order_by(commitment.c.id, commitment_line.c.position)
    )


def _donations() -> Select[Any]:
    return (
        select(donation, line.c.reference, line.c.unit, line.c.unit_price)
        .join(line, line.c.id == donation.c.line_id)
        .order_by(donation.c.id)
    )


def _order(row: Row[Any]) -> Stake:
    return Stake(
        record=Record(RecordKind.COMMITMENT, row.id, row.number or ""),
        line=LineId(row.reference),
        state=DocumentState(row.state),
        quantity=row.quantity,
        remainder=Money(row.remainder, USD),
        unit_price=Money(row.unit_price, USD),
        mark=row.record_sha256 or "",
        unit=row.unit,
    )


def _donation(row: Row[Any]) -> Stake:
    return Stake(
        record=Record(RecordKind.DONATION, row.id, row.number),
        line=LineId(row.reference),
        state=DonationState(row.state),
        quantity=row.quantity,
        remainder=Money(0, USD),
        unit_price=Money(row.unit_price, USD),
        mark=row.number,
        unit=row.unit,
    )


def _standing(row: Row[Any]) -> LineStanding:
    open_now = Outstanding(row.outstanding, Money(row.outstanding_usd, USD))
    return LineStanding(line_of(row), row.withdrawn, open_now)
