"""A commitment of funds: what is asked, what it costs, and the states its document goes through."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.errors import (
    AmountZeroError,
    CurrencyMismatchError,
    DuplicateLineError,
    EmptyCommitmentError,
    NotPreparerError,
    OverCommitmentError,
    QuantityError,
    WrongStateError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money, sum_money
from procure_desktop.domain.officer import Officer, OfficerId
from procure_desktop.domain.rate import USD, Rate
from procure_desktop.domain.request_list import LineId

CommitmentId = NewType("CommitmentId", int)

NUMBER = re.compile(r"[A-Z]{3}-[0-9]{4}-[0-9]{4,}", re.ASCII)
MOST_UNITS = 10_000_000


class DocumentState(StrEnum):
    """The track of the document (the tracks of money and of delivery are kept apart)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    AUTHORISED = "authorised"
    WITHDRAWN = "withdrawn"


HOLDING = frozenset({DocumentState.SUBMITTED, DocumentState.AUTHORISED})
"""The states in which a commitment holds its lines' outstanding quantity and value."""

_NEXT = {
    DocumentState.DRAFT: {DocumentState.SUBMITTED, DocumentState.WITHDRAWN},
    DocumentState.SUBMITTED: {
        DocumentState.RETURNED,
        DocumentState.AUTHORISED,
        DocumentState.WITHDRAWN,
    },
    DocumentState.RETURNED: {DocumentState.SUBMITTED, DocumentState.WITHDRAWN},
    DocumentState.AUTHORISED: {DocumentState.WITHDRAWN},
    DocumentState.WITHDRAWN: set[DocumentState](),
}


class MoneySource(StrEnum):
    """Whether the money was promised before."""

    NEW = "new"
    EXISTING = "existing"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of one line: either `quantity` whole units or an `amount` (the other is None)."""

    line: LineId
    quantity: int | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class PricedLine:
    """An order with its price. `usd` pays for `quantity` whole units and leaves `remainder` of the next."""

    order: Order
    unit_price: Money
    quantity: int
    remainder: Money
    usd: Money
    national: Money

    @property
    def line(self) -> LineId:
        """The line that is funded."""
        return self.order.line


@dataclass(frozen=True, slots=True)
class Terms:
    """What an officer states beside the lines. `fiscal_year` is a calendar year, `validity` the last day."""

    currency: str
    rate: Rate
    budget_line: str
    fiscal_year: int
    money_source: MoneySource
    legal_basis: str
    conditions: str
    validity: date | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as the office holds it. `number` is empty and `version` 0 until it is first submitted."""

    id: CommitmentId
    number: str
    version: int
    state: DocumentState
    terms: Terms
    lines: tuple[PricedLine, ...]
    marking: Marking
    prepared_by: OfficerId
    authorised_by: OfficerId | None
    drafted_at: datetime
    reason: str

    @property
    def usd(self) -> Money:
        """Total in US dollars: the sum of the lines, each rounded on its own."""
        return sum_money([line.usd for line in self.lines], USD)

    @property
    def national(self) -> Money:
        """Total in the commitment's own currency: the sum of the lines, each rounded on its own."""
        return sum_money([line.national for line in self.lines], self.terms.currency)


def check_orders(orders: tuple[Order, ...]) -> None:
    """Refuse no line at all, the same line twice, and quantities or amounts that are not above zero."""
    if not orders:
        raise EmptyCommitmentError
    seen = set[LineId]()
    for order in orders:
        if order.line in seen:
            raise DuplicateLineError(line=order.line)
        seen.add(order.line)
        _check_size(order)


def _check_size(order: Order) -> None:
    if (order.quantity is None) == (order.amount is None):
        raise QuantityError(line=order.line, quantity=order.quantity)
    if order.quantity is not None and not 0 < order.quantity <= MOST_UNITS:
        raise QuantityError(line=order.line, quantity=order.quantity)
    if order.amount is not None and order.amount.minor <= 0:
        raise AmountZeroError(line=order.line)


def price_order(order: Order, unit_price: Money, rate: Rate) -> PricedLine:
    """Price one order in US dollars and in the rate's currency, each side rounded half up once.

    A quantity costs quantity x unit price. An amount in US dollars or in the rate's currency is taken as
    it stands and converted to the other; it pays for whole units and a remainder.
    """
    usd, national = _both_sides(order, unit_price, rate)
    quantity, left = divmod(usd.minor, unit_price.minor)
    return PricedLine(order, unit_price, quantity, Money(left, USD), usd, national)


def _both_sides(order: Order, unit_price: Money, rate: Rate) -> tuple[Money, Money]:
    amount = unit_price.times(order.quantity or 0) if order.amount is None else order.amount
    if amount.currency == rate.currency:
        usd, national = rate.to_usd(amount), amount
    elif amount.currency == USD:
        usd, national = amount, rate.from_usd(amount)
    else:
        raise CurrencyMismatchError(expected=rate.currency, found=amount.currency)
    if usd.minor <= 0 or national.minor <= 0:
        raise AmountZeroError(line=order.line)
    return usd, national


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What of a line is still open to the office: whole units and their value in US dollars."""

    quantity: int
    usd: Money


def check_outstanding(line: LineId, quantity: int, usd: Money, outstanding: Outstanding) -> None:
    """Refuse what would take the line's outstanding quantity or value below zero."""
    if quantity > outstanding.quantity or usd.minor > outstanding.usd.minor:
        raise OverCommitmentError(
            line=line,
            quantity=quantity,
            usd=usd,
            outstanding_quantity=outstanding.quantity,
            outstanding_usd=outstanding.usd,
        )


def check_step(commitment: Commitment, to: DocumentState) -> None:
    """Refuse a step that the document's state does not allow."""
    if to not in _NEXT[commitment.state]:
        raise WrongStateError(
            subject=commitment.number or str(commitment.id), state=commitment.state, to=to
        )


def check_preparer(commitment: Commitment, officer: Officer) -> None:
    """Refuse an officer who would change or submit what another prepared."""
    if officer.id != commitment.prepared_by:
        raise NotPreparerError(officer=officer.name)


def format_number(nation: str, year: int, ordinal: int) -> str:
    """`NLD-2026-0001`: nation, year of first submission, and the gapless ordinal within both."""
    return f"{nation}-{year}-{ordinal:04d}"
