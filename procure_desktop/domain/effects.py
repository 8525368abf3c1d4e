"""What a new version of a list does to this office: to each commitment and donation on a line that changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from procure_desktop.domain.commitment import HOLDING, DocumentState, Outstanding
from procure_desktop.domain.comparison import Field, FieldChange, compare_contents
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Line, LineId


class EffectKind(StrEnum):
    """What is touched, the gravest first."""

    WITHDRAWN = "line withdrawn"
    OVER = "over"
    ITEM = "another item"
    RELEASE = "US release missing"
    MARKING = "marking"
    PRICE = "price"
    URGENT = "urgency"
    REQUIRED_BY = "required by"
    COLOUR = "US stock"
    SUBSTITUTES = "substitutes"
    BACK = "back on the list"
    OTHER = "other fields"


class RecordKind(StrEnum):
    """The records of this office that stand on lines."""

    COMMITMENT = "commitment"
    DONATION = "donation"


@dataclass(frozen=True, slots=True)
class Record:
    """One commitment or donation; `number` is empty for a draft that never had one."""

    kind: RecordKind
    id: int
    number: str

    @property
    def subject(self) -> str:
        """How the journal names it."""
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Stake:
    """What a record of this office has on one line: units of issue, the part of one more, and their price.

    `mark` is how a version names what it counts: the SHA-256 of a commitment's record, a donation's number.
    """

    record: Record
    line: LineId
    state: DocumentState | DonationState
    quantity: int
    remainder: Money
    unit_price: Money
    mark: str
    unit: str

    @property
    def holds(self) -> bool:
        """Whether it takes from the line's outstanding; a draft or a returned commitment does not."""
        return self.state in HOLDING or self.state == DonationState.OFFERED

    @property
    def usd(self) -> Money:
        """What its units and the part come to, at its own price."""
        return self.unit_price.times(self.quantity) + self.remainder


@dataclass(frozen=True, slots=True)
class LineStanding:
    """A line as the office has it before the import, and what is open of it."""

    line: Line
    withdrawn: bool
    outstanding: Outstanding


@dataclass(frozen=True, slots=True)
class Over:
    """By how much more is committed or asked for than the line leaves, in units and in US dollars."""

    quantity: int
    usd: Money

    def __bool__(self) -> bool:
        """Whether it is more at all."""
        return self.quantity > 0 or self.usd.minor > 0

    def exceeds(self, other: "Over") -> bool:
        """Whether it is more than the other, in units or in value."""
        return self.quantity > other.quantity or self.usd.minor > other.usd.minor


NOT_OVER = Over(0, Money(0, USD))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a version does to one record through one line; `kinds` has the gravest first."""

    stake: Stake
    kinds: tuple[EffectKind, ...]
    changes: tuple[FieldChange, ...]
    over: Over

    @property
    def notable(self) -> bool:
        """Whether an officer has to decide on it; all else is for information."""
        return not _SILENT[self.stake.record.kind].issuperset(self.kinds)

    @property
    def over_alone(self) -> bool:
        """Whether it ends as soon as the line is no longer over."""
        others = set(self.kinds) - _SILENT[self.stake.record.kind]
        return others == {EffectKind.OVER}


_SILENT = {
    RecordKind.COMMITMENT: frozenset({EffectKind.URGENT, EffectKind.BACK, EffectKind.OTHER}),
    # A gift from own stock waits for no US stock and keeps its own valuation.
    RecordKind.DONATION: frozenset(
        {
            EffectKind.PRICE,
            EffectKind.COLOUR,
            EffectKind.RELEASE,
            EffectKind.BACK,
            EffectKind.OTHER,
        }
    ),
}

_KINDS = {
    Field.NAME: EffectKind.ITEM,
    Field.NSN: EffectKind.ITEM,
    Field.UNIT: EffectKind.ITEM,
    Field.UNIT_PRICE: EffectKind.PRICE,
    Field.MARKING: EffectKind.MARKING,
    Field.REQUIRED_BY: EffectKind.REQUIRED_BY,
    Field.COLOUR: EffectKind.COLOUR,
    Field.URGENT: EffectKind.URGENT,
    Field.SUBSTITUTES: EffectKind.SUBSTITUTES,
}


def foresee_effects(
    stakes: Iterable[Stake],
    present: Mapping[LineId, LineStanding],
    coming: Mapping[LineId, Line],
    counted: frozenset[str],
) -> tuple[Effect, ...]:
    """What a version with the lines `coming` does to `stakes`, the gravest first.

    `present` has every line of a stake as it is now; `counted` are the marks of what the version's own
    quantities take account of. A line that shrinks below what is held of it is over, and nothing more:
    what is committed stays committed.
    """
    stakes = tuple(stakes)
    left = {
        key: _left(line, [one for one in stakes if one.line == key], counted)
        for key, line in coming.items()
        if key in present
    }
    effects = (_effect(one, present[one.line], coming.get(one.line), left) for one in stakes)
    return tuple(sorted((one for one in effects if one is not None), key=_gravity))


def _left(line: Line, stakes: list[Stake], counted: frozenset[str]) -> Outstanding:
    """What the version will leave of a line, as the store reckons it; below zero when it is over."""
    ours = [one for one in stakes if one.holds and one.mark not in counted]
    quantity = line.quantities.outstanding - sum(one.quantity for one in ours)
    parts = sum(one.remainder.minor for one in ours)
    return Outstanding(quantity, Money(quantity * line.unit_price.minor - parts, USD))


def _effect(
    stake: Stake, standing: LineStanding, coming: Line | None, left: Mapping[LineId, Outstanding]
) -> Effect | None:
    if coming is None:
        gone = not standing.withdrawn
        return Effect(stake, (EffectKind.WITHDRAWN,), (), NOT_OVER) if gone else None
    changes = compare_contents(standing.line, coming)
    over = _over(stake, coming.unit_price, left[stake.line])
    before = _over(stake, standing.line.unit_price, standing.outstanding)
    if not changes and not over.exceeds(before):
        over = NOT_OVER
    kinds = {_KINDS.get(one.field, EffectKind.OTHER) for one in changes}
    if over:
        kinds.add(EffectKind.OVER)
    if standing.line.released_by_us and not coming.released_by_us:
        kinds.add(EffectKind.RELEASE)
    if standing.withdrawn:
        kinds.add(EffectKind.BACK)
    ordered = tuple(kind for kind in EffectKind if kind in kinds)
    return Effect(stake, ordered, changes, over) if ordered else None


def _over(stake: Stake, price: Money, left: Outstanding) -> Over:
    """Of what is held: how far below zero the line is. Of a draft: how much more it asks for than is left."""
    quantity, usd = -left.quantity, -left.usd.minor
    if not stake.holds:
        quantity = stake.quantity - max(left.quantity, 0)
        cost = price.times(stake.quantity) + stake.remainder
        usd = cost.minor - max(left.usd.minor, 0)
    return Over(max(quantity, 0), Money(max(usd, 0), USD))


def _gravity(effect: Effect) -> tuple[bool, int, str, int]:
    grave = list(EffectKind).index(effect.kinds[0])
    record = effect.stake.record
    return not effect.notable, grave, record.kind, record.id
