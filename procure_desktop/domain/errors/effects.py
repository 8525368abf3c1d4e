"""What may not be done about the effects of a version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from procure_desktop.domain.settling import EffectState


@dataclass(eq=False)
class EffectUnknownError(Refusal):
    """No effect of this id in the office."""

    effect: str


@dataclass(eq=False)
class EffectSettledError(Refusal):
    """An effect about which nothing is left to be done."""

    effect: str
    state: EffectState


@dataclass(eq=False)
class NothingLeftError(Refusal):
    """The lists leave nothing of any line of the commitment that could be committed to instead."""

    reference: str
