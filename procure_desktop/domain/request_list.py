"""The approved request list: packages and requirement lines with their validation stamps, as NATO releases them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.errors import (
    LineWithdrawnError,
    ListExpiredError,
    ListUnapprovedError,
    MissingReleaseError,
    MissingStampError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money

LineId = NewType("LineId", str)
"""The issuer's identity of a line, never used again for another."""


class Capability(StrEnum):
    """What a line is for."""

    AIR_DEFENCE = "air defence"
    ARTILLERY = "artillery"
    ARMOUR = "armour"
    AIR = "air"
    MARITIME = "maritime"
    UNCREWED_SYSTEMS = "uncrewed systems"
    ELECTRONIC_WARFARE = "electronic warfare"
    DEMINING = "demining"
    LOGISTICS = "logistics"
    MEDICAL = "medical"
    INDIVIDUAL_EQUIPMENT = "individual equipment"


class Colour(StrEnum):
    """How US stock of an item is sorted; yellow and red need a further release by the US side."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Source(StrEnum):
    """Where the United States would take an item from."""

    STOCK = "stock"
    PRODUCTION = "production"


class Step(StrEnum):
    """The steps of approval that leave a stamp, in their order."""

    NATO_VALIDATION = "NATO validation"
    SACEUR_DETERMINATION = "SACEUR determination"
    US_RELEASE = "US release"


class Decision(StrEnum):
    """What a body decided at a step."""

    APPROVED = "approved"
    REFUSED = "refused"


class Approval(StrEnum):
    """How it is known that NATO approved a list: signed by its release authority, by nothing, by two officers' word."""

    RELEASED = "released"
    UNAPPROVED = "unapproved"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One validation stamp: which body and office decided what, on which day."""

    step: Step
    body: str
    office: str
    day: date
    decision: Decision

    def outdoes(self, other: "Stamp") -> bool:
        """Whether this decision counts and the other no longer does."""
        if self.day == other.day:
            return self.decision == Decision.REFUSED and other.decision != Decision.REFUSED
        return self.day > other.day


@dataclass(frozen=True, slots=True)
class Availability:
    """US availability of an item: colour, quantity, stock or production, and lead time in months.

    What a list does not state is None; a release states all of it.
    """

    colour: Colour
    quantity: int | None
    source: Source | None
    lead_months: int | None


@dataclass(frozen=True, slots=True)
class Controls:
    """Export controls on an item; `usml` is its US Munitions List category or empty."""

    major_defence_equipment: bool
    significant_military_equipment: bool
    usml: str
    end_use_monitoring: bool
    third_party_transfer: bool


@dataclass(frozen=True, slots=True)
class Quantities:
    """Quantities of a line in units of issue, as of the release that carries them."""

    required: int
    validated: int
    funded: int
    donated: int
    delivered: int
    outstanding: int


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement line. `nsn` is empty when it is not known; `unit_price` is in US dollars.

    A release states everything. A list that came as a spreadsheet may leave out `required_by` and
    `availability`, has no stamps, and its lines may be in no package (empty).
    """

    id: LineId
    number: int
    rank: int
    package: str
    capability: Capability
    name: str
    name_uk: str
    nsn: str
    nsn_verified: bool
    unit: str
    quantities: Quantities
    unit_price: Money
    price_basis: str
    price_day: date
    priority: int
    required_by: date | None
    urgent: bool
    substitutes: tuple[str, ...]
    availability: Availability | None
    controls: Controls
    stamps: tuple[Stamp, ...]
    marking: Marking
    remarks: str

    def stamp(self, step: Step) -> Stamp | None:
        """The approving stamp of a step, or None; the last decision counts, on one day the refusal."""
        last: Stamp | None = None
        for one in self.stamps:
            if one.step == step and (last is None or one.outdoes(last)):
                last = one
        return last if last and last.decision == Decision.APPROVED else None

    @property
    def released_by_us(self) -> bool:
        """Whether no further US release is needed: green or no colour stated, or released after all."""
        there = self.availability
        green = there is None or there.colour == Colour.GREEN
        return green or self.stamp(Step.US_RELEASE) is not None


@dataclass(frozen=True, slots=True)
class Package:
    """A bundle of lines worth about `target`; lines name it by `code`."""

    code: str
    title: str
    target: Money
    note: str


@dataclass(frozen=True, slots=True)
class ListHeader:
    """What one version of a list says of itself, apart from its lines.

    `counted` names what its quantities already take account of: commitments by the SHA-256 of their record,
    donations by their number.
    """

    serial: str
    version: int
    issuer: str
    issued: date
    marking: Marking
    illustrative: bool
    counted: tuple[str, ...]
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class RequestList(ListHeader):
    """One version of a list, held whole."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ListEdition:
    """Which list, which version, issued when, and how approved.

    `expires` is the last day on which it may be committed to; None for a list that names none.
    """

    serial: str
    version: int
    issued: date
    expires: date | None
    illustrative: bool
    approval: Approval


def check_stamps(line: Line) -> None:
    """Refuse to release a line that NATO has not validated or SACEUR has not determined."""
    for step in (Step.NATO_VALIDATION, Step.SACEUR_DETERMINATION):
        if line.stamp(step) is None:
            raise MissingStampError(line=line.id, step=step)


def check_open_to_funds(line: Line, edition: ListEdition, *, withdrawn: bool, today: date) -> None:
    """Refuse funds for a withdrawn line, on an unapproved or expired list, or without stamps and US release.

    For the stamps of an attested list stands the letter that the two officers attest to.
    """
    if withdrawn:
        raise LineWithdrawnError(line=line.id)
    _check_edition(edition, today)
    if edition.approval is Approval.RELEASED:
        check_stamps(line)
    if line.availability is not None and not line.released_by_us:
        raise MissingReleaseError(line=line.id, colour=line.availability.colour)


def _check_edition(edition: ListEdition, today: date) -> None:
    if edition.approval is Approval.UNAPPROVED:
        raise ListUnapprovedError(serial=edition.serial, version=edition.version)
    if edition.expires is not None and today > edition.expires:
        raise ListExpiredError(
            serial=edition.serial, version=edition.version, expired=edition.expires
        )
