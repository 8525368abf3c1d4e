"""Amounts, rates and texts that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from datetime import date

    from procure_desktop.domain.handling import Marking
    from procure_desktop.domain.request_list import LineId


@dataclass(eq=False)
class AmountFormError(Refusal):
    """Text that is no amount."""

    text: str


@dataclass(eq=False)
class AmountPrecisionError(Refusal):
    """More decimals than the currency has."""

    text: str
    currency: str
    digits: int


@dataclass(eq=False)
class AmountTooLargeError(Refusal):
    """More minor units than the program can store."""

    currency: str


@dataclass(eq=False)
class AmountZeroError(Refusal):
    """An amount that is zero, or becomes zero in the other currency."""

    line: LineId


@dataclass(eq=False)
class UnknownCurrencyError(Refusal):
    """A currency whose minor unit is not known."""

    currency: str


@dataclass(eq=False)
class CurrencyMismatchError(Refusal):
    """An amount in another currency than the one that belongs there."""

    expected: str
    found: str


@dataclass(eq=False)
class RateFormError(Refusal):
    """Text or figures that are no exchange rate."""

    text: str


@dataclass(eq=False)
class RateMissingError(Refusal):
    """No published rate for the currency on or before the day."""

    currency: str
    day: date


@dataclass(eq=False)
class EmptyTextError(Refusal):
    """A field that must be filled is empty."""

    field: str


@dataclass(eq=False)
class TextTooLongError(Refusal):
    """A field is longer than it may be."""

    field: str
    length: int
    most: int


@dataclass(eq=False)
class HiddenCharacterError(Refusal):
    """A control, format or private character in a text; `place` counts from 1."""

    field: str
    place: int
    code: str


@dataclass(eq=False)
class GlyphMissingError(Refusal):
    """A character that the document's font cannot print."""

    field: str
    character: str


@dataclass(eq=False)
class NationFormError(Refusal):
    """No ISO 3166-1 alpha-3 code."""

    text: str


@dataclass(eq=False)
class MarkingTooHighError(Refusal):
    """A handling marking above the highest that the office may hold."""

    marking: Marking
    highest: Marking


@dataclass(eq=False)
class DollarRateError(Refusal):
    """A rate other than one for one between US dollars and US dollars."""


@dataclass(eq=False)
class RateDayAheadError(Refusal):
    """A rate of a day that has not come yet."""

    day: date


@dataclass(eq=False)
class LookalikeError(Refusal):
    """A word with letters of two scripts, or of another script than its field is written in."""

    field: str
    word: str


@dataclass(eq=False)
class MixedScriptsError(Refusal):
    """Letters of two scripts in one name, which can pass for another name."""

    field: str
    text: str


@dataclass(eq=False)
class IdleTimeError(Refusal):
    """A time until the window locks that is too short or too long, in minutes."""

    minutes: int
    least: int
    most: int


@dataclass(eq=False)
class OfficeLanguageError(Refusal):
    """A language that the program does not print documents in."""

    code: str
    known: str
