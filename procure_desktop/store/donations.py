"""Donations from stock, as the office has them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from procure_desktop.domain.donation import (
    Basis,
    Condition,
    Donation,
    DonationId,
    DonationState,
    Offer,
    Origin,
    Valuation,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.request_list import LineId
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import line
from procure_desktop.store.schema import donation

_COLUMNS = {
    Basis.ACQUISITION: "acquisition",
    Basis.NET_BOOK: "net_book",
    Basis.LIKE_REPLACEMENT: "like_replacement",
    Basis.NEW_REPLACEMENT: "new_replacement",
}


def add_donation(
    tx: Transaction, number: str, offer: Offer, by: OfficerId, at: datetime
) -> Donation:
    """Store a donation as offered."""
    line_key = select(line.c.id).where(line.c.reference == offer.line).scalar_subquery()
    values = {column: _minor(offer.valuation, basis) for basis, column in _COLUMNS.items()}
    key = tx.execute(
        insert(donation)
        .values(
            number=number,
            state=DonationState.OFFERED,
            line_id=line_key,
            depot=offer.depot,
            quantity=offer.quantity,
            condition=offer.condition,
            serials=list(offer.serials),
            origin=offer.origin,
            currency=offer.valuation.values[offer.valuation.quoted].currency,
            quoted_basis=offer.valuation.quoted,
            valued_on=offer.valuation.day,
            remarks=offer.remarks,
            logged_by=by,
            logged_at=at,
            **values,
        )
        .returning(donation.c.id)
    ).scalar_one()
    return Donation(DonationId(key), number, DonationState.OFFERED, offer, by, at.date())


def load_donation(tx: Transaction, donation_id: DonationId) -> Donation:
    """The donation with this id."""
    row = tx.execute(
        select(donation, line.c.reference)
        .join(line, line.c.id == donation.c.line_id)
        .where(donation.c.id == donation_id)
    ).one()
    return Donation(
        DonationId(row.id),
        row.number,
        DonationState(row.state),
        _offer(row),
        OfficerId(row.logged_by),
        row.logged_at.date(),
    )


def _offer(row: Row[Any]) -> Offer:
    values = {
        basis: Money(getattr(row, column), row.currency)
        for basis, column in _COLUMNS.items()
        if getattr(row, column) is not None
    }
    return Offer(
        line=LineId(row.reference),
        depot=row.depot,
        quantity=row.quantity,
        condition=Condition(row.condition),
        serials=tuple(row.serials),
        origin=Origin(row.origin),
        valuation=Valuation(values, Basis(row.quoted_basis), row.valued_on),
        remarks=row.remarks,
    )


def _minor(valuation: Valuation, basis: Basis) -> int | None:
    value = valuation.values.get(basis)
    return None if value is None else value.minor
