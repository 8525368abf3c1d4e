"""A stockpile donation: what an ally gives from its own stock for an urgent line, and on which basis it is valued."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.commitment import MOST_UNITS
from procure_desktop.domain.errors import (
    CurrencyMismatchError,
    NotUrgentError,
    QuantityError,
    QuotedValueMissingError,
    SerialCountError,
    SerialRepeatedError,
)
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.request_list import Line, LineId

DonationId = NewType("DonationId", int)


class Condition(StrEnum):
    """The state of what is given."""

    NEW = "new"
    SERVICEABLE = "serviceable"
    REPAIRABLE = "repairable"
    FOR_PARTS = "for parts"


class Origin(StrEnum):
    """Whether the United States must agree to the transfer."""

    US = "US-origin"
    OTHER = "other origin"


class Basis(StrEnum):
    """The four bases of valuation that public audits found mixed up; all stand side by side."""

    ACQUISITION = "acquisition"
    NET_BOOK = "net book"
    LIKE_REPLACEMENT = "like-for-like replacement"
    NEW_REPLACEMENT = "new replacement"


class DonationState(StrEnum):
    """The state of a donation; its further life comes with the replacement track."""

    OFFERED = "offered"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Valuation:
    """Value of the whole donation on each basis that is known, all on one day; `quoted` is the one to cite."""

    values: dict[Basis, Money]
    quoted: Basis
    day: date

    def __post_init__(self) -> None:
        """The quoted basis must have a value, and all values the same currency."""
        if self.quoted not in self.values:
            raise QuotedValueMissingError(basis=self.quoted)
        expected = self.values[self.quoted].currency
        for value in self.values.values():
            if value.currency != expected:
                raise CurrencyMismatchError(expected=expected, found=value.currency)


@dataclass(frozen=True, slots=True)
class Offer:
    """What an officer states of a donation; `serials` are empty or one a unit."""

    line: LineId
    depot: str
    quantity: int
    condition: Condition
    serials: tuple[str, ...]
    origin: Origin
    valuation: Valuation
    remarks: str


@dataclass(frozen=True, slots=True)
class Donation:
    """A donation as the office holds it."""

    id: DonationId
    number: str
    state: DonationState
    offer: Offer
    logged_by: OfficerId
    logged_on: date


def check_offer(offer: Offer, line: Line) -> None:
    """Refuse a line not open to stock donation, a quantity of nothing, and serial numbers that do not fit it."""
    if not line.urgent:
        raise NotUrgentError(line=line.id)
    if not 0 < offer.quantity <= MOST_UNITS:
        raise QuantityError(line=line.id, quantity=offer.quantity)
    if offer.serials and len(offer.serials) != offer.quantity:
        raise SerialCountError(serials=len(offer.serials), quantity=offer.quantity)
    for serial, times in Counter(offer.serials).items():
        if times > 1:
            raise SerialRepeatedError(serial=serial)


def format_donation_number(nation: str, year: int, ordinal: int) -> str:
    """`NLD-D-2026-0001`: nation, year, and the gapless ordinal within both."""
    return f"{nation}-D-{year}-{ordinal:04d}"
