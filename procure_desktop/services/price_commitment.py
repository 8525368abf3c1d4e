"""Check and price what an officer asks for, by what the lists say now; nothing is written."""

from dataclasses import dataclass, replace
from datetime import date

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    Order,
    PricedLine,
    Terms,
    check_orders,
    check_outstanding,
    price_order,
)
from procure_desktop.domain.errors import (
    CurrencyMismatchError,
    LineOverHeldError,
    MixedListsError,
    RateDayAheadError,
    ValidityPassedError,
)
from procure_desktop.domain.handling import Marking, check_marking, highest_of
from procure_desktop.domain.money import Money, sum_money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import check_open_to_funds
from procure_desktop.domain.text import check_text, require_text
from procure_desktop.services.office import Office
from procure_desktop.store.database import Transaction
from procure_desktop.store.holds import load_outstanding
from procure_desktop.store.lists import StoredLine, load_line
from procure_desktop.store.offices import load_profile
from procure_desktop.store.stakes import free_without


@dataclass(frozen=True, slots=True)
class PricedCommitment:
    """Priced lines with both totals and the most careful marking among them."""

    lines: tuple[PricedLine, ...]
    national: Money
    usd: Money
    marking: Marking


def price_commitment(
    office: Office,
    orders: tuple[Order, ...],
    terms: Terms,
    replacing: CommitmentId | None = None,
) -> PricedCommitment:
    """Price `orders` by the rate of `terms`; what the commitment `replacing` holds is theirs to take.

    Raises what check_orders, check_open_to_funds and check_outstanding raise, MixedListsError, and
    CurrencyMismatchError.
    """
    with office.database.reading() as tx:
        return price_orders(tx, orders, terms, office.now().date(), replacing)


def price_orders(
    tx: Transaction,
    orders: tuple[Order, ...],
    terms: Terms,
    today: date,
    replacing: CommitmentId | None = None,
) -> PricedCommitment:
    """As price_commitment, within a transaction."""
    check_orders(orders)
    if terms.rate.currency != terms.currency:
        raise CurrencyMismatchError(expected=terms.currency, found=terms.rate.currency)
    stored = [load_line(tx, order.line) for order in orders]
    _check_one_list(stored)
    for one in stored:
        check_open_to_funds(one.line, one.edition, withdrawn=one.withdrawn, today=today)
    pairs = zip(orders, stored, strict=True)
    priced = tuple(price_order(order, one.line.unit_price, terms.rate) for order, one in pairs)
    marking = highest_of([one.line.marking for one in stored])
    check_marking(marking, load_profile(tx).highest_marking)
    freed = {} if replacing is None else free_without(tx, replacing)
    for line in priced:
        left = freed.get(line.line) or load_outstanding(tx, line.line)
        check_outstanding(line.line, line.quantity, line.usd, left)
    return PricedCommitment(
        lines=priced,
        national=sum_money([line.national for line in priced], terms.currency),
        usd=sum_money([line.usd for line in priced], USD),
        marking=marking,
    )


def check_still_open(tx: Transaction, submitted: Commitment, today: date) -> None:
    """Refuse to authorise what may no longer be committed to, by the lists and the validity of today.

    Raises what check_open_to_funds raises, ValidityPassedError, and LineOverHeldError when a newer
    release left less of a line than is held of it.
    """
    _check_validity(submitted.terms, today)
    for line in submitted.lines:
        one = load_line(tx, line.line)
        check_open_to_funds(one.line, one.edition, withdrawn=one.withdrawn, today=today)
        left = load_outstanding(tx, line.line).quantity
        if left < 0:
            raise LineOverHeldError(line=line.line, over=-left)


def checked_terms(terms: Terms, today: date) -> Terms:
    """The terms with their texts checked and stripped; ValidityPassedError for a last day in the past.

    RateDayAheadError for a rate of the future.
    """
    _check_validity(terms, today)
    if terms.rate.day > today:
        raise RateDayAheadError(day=terms.rate.day)
    return replace(
        terms,
        rate=replace(terms.rate, source=require_text("rate source", terms.rate.source, most=200)),
        budget_line=require_text("budget line", terms.budget_line, most=200),
        legal_basis=check_text("legal basis", terms.legal_basis, most=500),
        conditions=check_text("conditions", terms.conditions, lines=True),
    )


def _check_validity(terms: Terms, today: date) -> None:
    if terms.validity is not None and terms.validity < today:
        raise ValidityPassedError(validity=terms.validity)


def _check_one_list(stored: list[StoredLine]) -> None:
    first = stored[0].edition.serial
    for one in stored:
        if one.edition.serial != first:
            raise MixedListsError(first=first, second=one.edition.serial)
