"""Attestation: two officers vouch, letter in hand, that a list without proof was approved."""

from dataclasses import dataclass
from datetime import date, datetime

from procure_desktop.domain.errors import AttestedTwiceError, AuthoriserMissingError
from procure_desktop.domain.officer import Officer, OfficerId, Role

NEEDED = 2
"""Attestations that make a list one that may be committed to."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter by which a list's approval was told: a PDF by its file name, and what it says of itself."""

    name: str
    reference: str
    day: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Attestor:
    """One officer who attested, when, and whether as an authoriser."""

    officer: OfficerId
    name: str
    authoriser: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Attestation:
    """A list's letter and the officers who attested to it so far, in their order."""

    letter: Letter
    attestors: tuple[Attestor, ...]

    @property
    def complete(self) -> bool:
        """Whether enough officers attested."""
        return len(self.attestors) >= NEEDED

    @property
    def evidence(self) -> "Evidence":
        """What a commitment names of it."""
        return Evidence(self.letter, tuple(one.name for one in self.attestors))


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what a commitment's list was approved: the letter, and the names of who attested to it."""

    letter: Letter
    by: tuple[str, ...]


def check_attestor(officer: Officer, before: tuple[Attestor, ...]) -> None:
    """Refuse who may not attest after those `before`.

    A preparer or an authoriser may, each once, and one of the two is an authoriser: an administrator, who
    enrols the officers, has to find both. RoleMissingError, AttestedTwiceError, AuthoriserMissingError.
    """
    officer.require(Role.PREPARER, Role.AUTHORISER)
    if any(one.officer == officer.id for one in before):
        raise AttestedTwiceError(officer=officer.name)
    authorised = Role.AUTHORISER in officer.roles or any(one.authoriser for one in before)
    if len(before) == NEEDED - 1 and not authorised:
        raise AuthoriserMissingError(officer=officer.name)
