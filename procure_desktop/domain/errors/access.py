"""Ways into an office that are refused: recovery keys, and passphrases tried too often."""

from __future__ import annotations

from dataclasses import dataclass

from procure_desktop.domain.errors.base import Refusal


@dataclass(eq=False)
class RecoveryKeyMissingError(Refusal):
    """The office has no recovery key."""


@dataclass(eq=False)
class RecoveryKeyLengthError(Refusal):
    """What was typed has another number of symbols than a recovery key."""

    found: int
    needed: int


@dataclass(eq=False)
class RecoveryKeyTypoError(Refusal):
    """A group of the recovery key, counted from 1, does not agree with its check symbol."""

    group: int
    typed: str


@dataclass(eq=False)
class WrongRecoveryKeyError(Refusal):
    """The recovery key is well formed and opens nothing: it is an older one or another office's."""


@dataclass(eq=False)
class SignInDelayedError(Refusal):
    """Too many wrong passphrases: the next try is possible in so many seconds."""

    name: str
    seconds: int
