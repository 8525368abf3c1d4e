"""Commitments, donations and documents that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from datetime import date

    from procure_desktop.domain.commitment import DocumentState
    from procure_desktop.domain.donation import Basis
    from procure_desktop.domain.money import Money
    from procure_desktop.domain.request_list import LineId


@dataclass(eq=False)
class EmptyCommitmentError(Refusal):
    """A commitment on no line."""


@dataclass(eq=False)
class DuplicateLineError(Refusal):
    """The same line twice in one commitment."""

    line: LineId


@dataclass(eq=False)
class MixedListsError(Refusal):
    """Lines of two lists in one commitment."""

    first: str
    second: str


@dataclass(eq=False)
class QuantityError(Refusal):
    """A quantity that is no whole number above zero and below the limit."""

    line: LineId
    quantity: int | None


@dataclass(eq=False)
class OrderFormError(Refusal):
    """Text that is neither `LINE=QUANTITY` nor `LINE=AMOUNT CURRENCY`."""

    text: str


@dataclass(eq=False)
class OverCommitmentError(Refusal):
    """More than the line has outstanding, in quantity or in value."""

    line: LineId
    quantity: int
    usd: Money
    outstanding_quantity: int
    outstanding_usd: Money


@dataclass(eq=False)
class PriceChangedError(Refusal):
    """A line's price is no longer the one that the draft was priced at."""

    line: LineId


@dataclass(eq=False)
class ValidityPassedError(Refusal):
    """A validity date that lies in the past."""

    validity: date


@dataclass(eq=False)
class WrongStateError(Refusal):
    """A step that the record's state does not allow."""

    subject: str
    state: DocumentState
    to: DocumentState


@dataclass(eq=False)
class CommitmentUnknownError(Refusal):
    """No commitment of this number or draft id."""

    reference: str


@dataclass(eq=False)
class DocumentMissingError(Refusal):
    """The commitment has no document yet: it was never submitted."""

    reference: str


@dataclass(eq=False)
class NotUrgentError(Refusal):
    """A donation for a line that is not open to stock donation."""

    line: LineId


@dataclass(eq=False)
class SerialCountError(Refusal):
    """Serial numbers that are not one a unit."""

    serials: int
    quantity: int


@dataclass(eq=False)
class SerialRepeatedError(Refusal):
    """The same serial number twice."""

    serial: str


@dataclass(eq=False)
class QuotedValueMissingError(Refusal):
    """The quoted basis of valuation has no value."""

    basis: Basis


@dataclass(eq=False)
class LineOverHeldError(Refusal):
    """A newer release left less of a line than is held of it; `over` units too many."""

    line: LineId
    over: int


@dataclass(eq=False)
class ValuationAheadError(Refusal):
    """A valuation of a day that has not come yet."""

    day: date
