"""Public announcements of contributions: what allies said they give, whatever of it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procure_desktop.domain.money import Money, sum_money
from procure_desktop.domain.rate import USD


class Kind(StrEnum):
    """Money for the purchase of US weapons, or weapons from an ally's own stock."""

    FUNDS = "funds"
    STOCK = "stock"


class Certainty(StrEnum):
    """How well the amount is known."""

    OFFICIAL = "official"
    PRESS = "press"
    TRACKER_ALONE = "Kiel only"
    DERIVED = "derived"
    CURRENCY_IN_CONFLICT = "conflict"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Share:
    """The part of an announcement that goes to one package."""

    package: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement. `amount` is None when it was withheld or not yet said.

    `usd` and `eur` are the amount at the ECB's rate of `rate_day`; `tracker_eur` is what the Kiel
    institute's tracker gives. No `packages` means the pool. `new_money` is None where nothing was said.
    `supersedes` is the id of an earlier announcement of the same money, or empty.
    """

    id: str
    kind: Kind
    day: date
    nation: str
    iso3: str
    packages: tuple[str, ...]
    amount: Money | None
    rate_day: date | None
    usd: Money | None
    eur: Money | None
    tracker_eur: Money | None
    certainty: Certainty
    source: str
    earmark: str
    restriction: str
    condition: str
    new_money: bool | None
    shares: tuple[Share, ...]
    split: str
    supersedes: str
    budget_lines: str
    note: str


def made_until(announcements: Iterable[Announcement], until: date) -> tuple[Announcement, ...]:
    """The announcements of funds made on or before `until`, each as often as it was made."""
    return tuple(one for one in announcements if one.kind == Kind.FUNDS and one.day <= until)


def counted_until(announcements: Iterable[Announcement], until: date) -> tuple[Announcement, ...]:
    """As made_until, without those whose money was announced again on or before `until`."""
    made = made_until(announcements, until)
    superseded = {one.supersedes for one in made}
    return tuple(one for one in made if one.id not in superseded)


def counted_total_usd(announcements: Iterable[Announcement], until: date) -> Money:
    """Sum, in US dollars, of the amounts that are known, no money counted twice."""
    return total_usd(counted_until(announcements, until))


def total_usd(announcements: Iterable[Announcement]) -> Money:
    """Sum, in US dollars, of the amounts that are known."""
    return sum_money([one.usd for one in announcements if one.usd is not None], USD)
