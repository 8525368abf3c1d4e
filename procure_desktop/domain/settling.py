"""What becomes of an effect: it is decided on by an act, or settled by what is done to the record."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.commitment import (
    CommitmentId,
    DocumentState,
    Order,
    Outstanding,
    PricedLine,
)
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import Effect, RecordKind
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId, Role
from procure_desktop.domain.rate import USD

EffectId = NewType("EffectId", int)


class EffectState(StrEnum):
    """Where an effect stands; the first three wait for somebody."""

    OPEN = "open"
    ASKED = "asked"
    AMENDING = "replacement drafted"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    NOTED = "for information"


UNSETTLED = frozenset({EffectState.OPEN, EffectState.ASKED, EffectState.AMENDING})
"""The states in which somebody still has to do something."""


class Settlement(StrEnum):
    """What settled an effect that nobody accepted."""

    NONE = ""
    RECORD_ENDED = "withdrawn"
    REVISED = "draft changed"
    BACK = "back on the list"
    LATER_VERSION = "a later version speaks of it"
    NO_LONGER_OVER = "no longer over"


class Act(StrEnum):
    """What an officer did about an effect."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class EffectAct:
    """Who did what about an effect and when; `text` is the question or the reason.

    `replacement` is the draft that takes a commitment's place.
    """

    act: Act
    officer: str
    at: datetime
    text: str
    replacement: CommitmentId | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """The version that had the effect: which list, the version before, when it was issued and imported."""

    serial: str
    older: int
    version: int
    issuer: str
    issued: date
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class ListEffect:
    """An effect as it was stored when the version came in, and where it stands now."""

    id: EffectId
    source: Import
    effect: Effect
    line_number: int
    line_name: str
    line_name_uk: str
    record_state: DocumentState | DonationState
    prepared_by: OfficerId
    state: EffectState
    settlement: Settlement
    acts: tuple[EffectAct, ...]

    @property
    def unit(self) -> str:
        """The line's unit of issue."""
        return self.effect.stake.unit

    @property
    def unsettled(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in UNSETTLED


class Remedy(StrEnum):
    """A next step for an effect."""

    AMEND = "amend"
    WITHDRAW = "withdraw"
    ASK = "ask"
    ACCEPT = "accept"


def remedies(effect: ListEffect) -> tuple[Remedy, ...]:
    """The next steps that an effect leaves, in the order in which they are offered."""
    return steps_left(effect.effect.stake.record.kind, effect.state)


def steps_left(kind: RecordKind, state: EffectState) -> tuple[Remedy, ...]:
    """As remedies, by what kind of record the effect is on and where it stands."""
    if state not in UNSETTLED:
        return ()
    if kind is RecordKind.DONATION:
        return (Remedy.ASK, Remedy.ACCEPT)
    return (Remedy.AMEND, Remedy.WITHDRAW, Remedy.ASK, Remedy.ACCEPT)


def may_take(
    remedy: Remedy, state: DocumentState | DonationState, roles: frozenset[Role], *, own: bool
) -> bool:
    """Whether an officer with these roles may take a step for a record in `state`; `own`: who prepared it.

    The services that take the step hold the same rules; this is for what is offered.
    """
    if remedy is Remedy.AMEND:
        return Role.PREPARER in roles and (own or not is_draft(state))
    if remedy is Remedy.WITHDRAW and state == DocumentState.AUTHORISED:
        return Role.AUTHORISER in roles and not own
    if remedy is Remedy.WITHDRAW:
        return own
    return not roles.isdisjoint({Role.PREPARER, Role.AUTHORISER})


def fit_order(priced: PricedLine, price: Money, left: Outstanding) -> Order | None:
    """What of an order fits into what is left of its line, at the list's `price` of today; None for nothing."""
    order = priced.order
    if order.quantity is not None:
        units = min(order.quantity, left.quantity, left.usd.minor // price.minor)
        return Order(order.line, quantity=units) if units > 0 else None
    if priced.usd.minor <= left.usd.minor:
        return order
    return Order(order.line, amount=Money(left.usd.minor, USD)) if left.usd.minor > 0 else None


def is_draft(state: DocumentState | DonationState) -> bool:
    """Whether the record can be changed itself: a draft, or a commitment that was returned."""
    return state in {DocumentState.DRAFT, DocumentState.RETURNED}
