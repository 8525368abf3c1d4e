"""Commitments with their lines, as the office has them."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    MoneySource,
    Order,
    PricedLine,
    Terms,
)
from procure_desktop.domain.errors import CommitmentUnknownError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD, Rate
from procure_desktop.domain.request_list import LineId
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line
from procure_desktop.store.schema import commitment, commitment_line

# Digits that fit the database's integers.
_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def add_commitment(tx: Transaction, draft: Commitment) -> Commitment:
    """Store a draft and give it its id; the id that it comes with is not used."""
    columns = _columns(draft) | {"prepared_by": draft.prepared_by, "drafted_at": draft.drafted_at}
    key = tx.execute(
        insert(commitment).values(changed_at=draft.drafted_at, **columns).returning(commitment.c.id)
    ).scalar_one()
    stored = replace(draft, id=CommitmentId(key))
    _add_lines(tx, stored)
    return stored


def replace_draft(tx: Transaction, draft: Commitment, at: datetime) -> None:
    """Store other terms and lines for a draft that was never submitted or was returned."""
    tx.execute(update(commitment).where(_this(draft.id)).values(changed_at=at, **_columns(draft)))
    tx.execute(delete(commitment_line).where(commitment_line.c.commitment_id == draft.id))
    _add_lines(tx, draft)


def set_state(tx: Transaction, changed: Commitment, at: datetime) -> None:
    """Store a step: state, number, version, marking, authoriser and reason; terms and lines stay."""
    tx.execute(
        update(commitment)
        .where(_this(changed.id))
        .values(
            state=changed.state,
            number=changed.number or None,
            version=changed.version,
            marking=changed.marking,
            authorised_by=changed.authorised_by,
            reason=changed.reason,
            changed_at=at,
        )
    )


def unfinished_of(tx: Transaction, preparer: OfficerId) -> list[CommitmentId]:
    """What an officer has drafted, or had returned, and not submitted since."""
    unfinished = (DocumentState.DRAFT, DocumentState.RETURNED)
    where = (commitment.c.prepared_by == preparer, commitment.c.state.in_(unfinished))
    rows = tx.execute(select(commitment.c.id).where(*where).order_by(commitment.c.id))
    return [CommitmentId(key) for key in rows.scalars()]


def set_preparer(
    tx: Transaction, commitment_id: CommitmentId, preparer: OfficerId, at: datetime
) -> None:
    """Give a draft of an officer who left to another."""
    tx.execute(
        update(commitment).where(_this(commitment_id)).values(prepared_by=preparer, changed_at=at)
    )


def load_commitment(tx: Transaction, commitment_id: CommitmentId) -> Commitment:
    """The commitment with this id; CommitmentUnknownError for none."""
    row = tx.execute(select(commitment).where(_this(commitment_id))).first()
    if row is None:
        raise CommitmentUnknownError(reference=str(commitment_id))
    return _commitment(tx, row)


def find_commitment(tx: Transaction, reference: str) -> Commitment:
    """The commitment of this number, or with this id in digits; CommitmentUnknownError for none."""
    by_id = _ID.fullmatch(reference) is not None
    where = commitment.c.id == int(reference) if by_id else commitment.c.number == reference
    row = tx.execute(select(commitment).where(where)).first()
    if row is None:
        raise CommitmentUnknownError(reference=reference)
    return _commitment(tx, row)


def _this(commitment_id: CommitmentId) -> Any:
    return commitment.c.id == commitment_id


def _add_lines(tx: Transaction, draft: Commitment) -> None:
    keys = {row.reference: row.id for row in tx.execute(_line_keys(draft))}
    rows = [
        _line_columns(priced)
        | {"commitment_id": draft.id, "position": position, "line_id": keys[priced.line]}
        for position, priced in enumerate(draft.lines, start=1)
    ]
    tx.execute(insert(commitment_line), rows)


def _line_keys(draft: Commitment) -> Any:
    wanted = [priced.line for priced in draft.lines]
    return select(line.c.id, line.c.reference).where(line.c.reference.in_(wanted))


def _columns(draft: Commitment) -> dict[str, Any]:
    terms = draft.terms
    return {
        "number": draft.number or None,
        "version": draft.version,
        "state": draft.state,
        "currency": terms.currency,
        "rate_national": terms.rate.national,
        "rate_usd": terms.rate.usd,
        "rate_day": terms.rate.day,
        "rate_source": terms.rate.source,
        "budget_line": terms.budget_line,
        "fiscal_year": terms.fiscal_year,
        "money_source": terms.money_source,
        "legal_basis": terms.legal_basis,
        "conditions": terms.conditions,
        "validity": terms.validity,
        "marking": draft.marking,
        "national": draft.national.minor,
        "usd": draft.usd.minor,
        "reason": draft.reason,
    }


def _line_columns(priced: PricedLine) -> dict[str, Any]:
    amount = priced.order.amount
    return {
        "ordered_quantity": priced.order.quantity,
        "ordered_amount": amount.minor if amount else None,
        "ordered_currency": amount.currency if amount else None,
        "unit_price": priced.unit_price.minor,
        "quantity": priced.quantity,
        "remainder": priced.remainder.minor,
        "usd": priced.usd.minor,
        "national": priced.national.minor,
    }


def _commitment(tx: Transaction, row: Row[Any]) -> Commitment:
    rows = tx.execute(
        select(commitment_line, line.c.reference)
        .join(line, line.c.id == commitment_line.c.line_id)
        .where(commitment_line.c.commitment_id == row.id)
        .order_by(commitment_line.c.position)
    )
    return Commitment(
        id=CommitmentId(row.id),
        number=row.number or "",
        version=row.version,
        state=DocumentState(row.state),
        terms=_terms(row),
        lines=tuple(_priced_line(one, row.currency) for one in rows),
        marking=Marking(row.marking),
        prepared_by=OfficerId(row.prepared_by),
        authorised_by=OfficerId(row.authorised_by) if row.authorised_by else None,
        drafted_at=row.drafted_at,
        reason=row.reason,
    )


def _terms(row: Row[Any]) -> Terms:
    rate = Rate(row.currency, row.rate_national, row.rate_usd, row.rate_day, row.rate_source)
    return Terms(
        currency=row.currency,
        rate=rate,
        budget_line=row.budget_line,
        fiscal_year=row.fiscal_year,
        money_source=MoneySource(row.money_source),
        legal_basis=row.legal_basis,
        conditions=row.conditions,
        validity=row.validity,
    )


def _priced_line(row: Row[Any], currency: str) -> PricedLine:
    amount = None if row.ordered_amount is None else Money(row.ordered_amount, row.ordered_currency)
    return PricedLine(
        order=Order(LineId(row.reference), row.ordered_quantity, amount),
        unit_price=Money(row.unit_price, USD),
        quantity=row.quantity,
        remainder=Money(row.remainder, USD),
        usd=Money(row.usd, USD),
        national=Money(row.national, currency),
    )
