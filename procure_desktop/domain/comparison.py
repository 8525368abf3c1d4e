"""What differs between two contents of a line, field by field, and between two versions of a list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Line, LineId, Stamp


class Field(StrEnum):
    """Every field of a line that a version can change, in the order in which changes are read."""

    NAME = "name"
    NAME_UK = "Ukrainian name"
    NSN = "NSN"
    NSN_VERIFIED = "NSN verified"
    UNIT = "unit of issue"
    REQUIRED = "required"
    VALIDATED = "validated"
    FUNDED = "funded"
    DONATED = "donated"
    DELIVERED = "delivered"
    OUTSTANDING = "outstanding"
    UNIT_PRICE = "unit price"
    PRICE_BASIS = "price basis"
    PRICE_DAY = "price day"
    REQUIRED_BY = "required by"
    PRIORITY = "priority"
    URGENT = "urgent"
    SUBSTITUTES = "substitutes"
    COLOUR = "US stock"
    US_QUANTITY = "US quantity"
    US_SOURCE = "US source"
    LEAD_MONTHS = "lead time"
    STAMPS = "validation stamps"
    MAJOR_DEFENCE_EQUIPMENT = "major defence equipment"
    SIGNIFICANT_MILITARY_EQUIPMENT = "significant military equipment"
    USML = "USML category"
    END_USE_MONITORING = "end-use monitoring"
    THIRD_PARTY_TRANSFER = "third-party transfer"
    MARKING = "marking"
    PACKAGE = "package"
    CAPABILITY = "capability"
    NUMBER = "line number"
    RANK = "rank"
    REMARKS = "remarks"


Content = str | int | bool | date | Money | StrEnum | tuple[str, ...] | tuple[Stamp, ...] | None
"""What a field can hold; None where a list does not state it."""

PATHS = {field: field.name.lower() for field in Field} | {
    Field.REQUIRED: "quantities.required",
    Field.VALIDATED: "quantities.validated",
    Field.FUNDED: "quantities.funded",
    Field.DONATED: "quantities.donated",
    Field.DELIVERED: "quantities.delivered",
    Field.OUTSTANDING: "quantities.outstanding",
    Field.COLOUR: "availability.colour",
    Field.US_QUANTITY: "availability.quantity",
    Field.US_SOURCE: "availability.source",
    Field.LEAD_MONTHS: "availability.lead_months",
    Field.MAJOR_DEFENCE_EQUIPMENT: "controls.major_defence_equipment",
    Field.SIGNIFICANT_MILITARY_EQUIPMENT: "controls.significant_military_equipment",
    Field.USML: "controls.usml",
    Field.END_USE_MONITORING: "controls.end_use_monitoring",
    Field.THIRD_PARTY_TRANSFER: "controls.third_party_transfer",
}
"""Where each field stands in a Line; a test holds that nothing of a line is left out."""


def _reader(path: str) -> Callable[[Line], Content]:
    read: Callable[[Line], Content] = attrgetter(path)
    if not path.startswith("availability."):
        return read
    return lambda line: None if line.availability is None else read(line)


_READ = {field: _reader(PATHS[field]) for field in Field}

SIZED = frozenset(
    {
        Field.REQUIRED,
        Field.VALIDATED,
        Field.FUNDED,
        Field.DONATED,
        Field.DELIVERED,
        Field.OUTSTANDING,
        Field.UNIT_PRICE,
        Field.US_QUANTITY,
        Field.LEAD_MONTHS,
    }
)
"""The fields whose difference says something: quantities, the price, months."""


class ChangeKind(StrEnum):
    """What became of a line between two versions."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with what it held before and after."""

    field: Field
    before: Content
    after: Content

    @property
    def difference(self) -> int | Money | None:
        """After less before, for a quantity, a price or months; None for all else."""
        if self.field not in SIZED:
            return None
        if isinstance(self.before, Money) and isinstance(self.after, Money):
            return self.after - self.before
        if isinstance(self.before, int) and isinstance(self.after, int):
            return self.after - self.before
        return None


@dataclass(frozen=True, slots=True)
class LineChange:
    """What became of one line: `before` is None for an added one, `after` for a withdrawn one."""

    line: LineId
    kind: ChangeKind
    before: Line | None
    after: Line | None
    fields: tuple[FieldChange, ...]

    @property
    def shown(self) -> Line:
        """The line as it is now, or as it was last."""
        line = self.after or self.before
        assert line is not None  # noqa: S101 (one of the two is there)
        return line


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions of a list, and every line that differs, by rank; `touching` are those that this office is on."""

    serial: str
    older: int
    newer: int
    changes: tuple[LineChange, ...]
    touching: frozenset[LineId]

    def of_kind(self, kind: ChangeKind) -> tuple[LineChange, ...]:
        """The lines that were added, withdrawn or changed."""
        return tuple(one for one in self.changes if one.kind is kind)

    @property
    def touching_us(self) -> tuple[LineChange, ...]:
        """The changed lines on which this office has, or had when a version came in, something."""
        return tuple(one for one in self.changes if one.line in self.touching)


def compare_contents(before: Line, after: Line) -> tuple[FieldChange, ...]:
    """The fields in which two contents of a line differ, in the order of Field; none when they are equal."""
    pairs = ((field, read(before), read(after)) for field, read in _READ.items())
    return tuple(FieldChange(field, old, new) for field, old, new in pairs if old != new)


def compare_line(before: Line | None, after: Line | None) -> LineChange | None:
    """What became of a line that one version or both have; None when nothing did."""
    if before is None:
        return None if after is None else LineChange(after.id, ChangeKind.ADDED, None, after, ())
    if after is None:
        return LineChange(before.id, ChangeKind.WITHDRAWN, before, None, ())
    fields = compare_contents(before, after)
    return LineChange(after.id, ChangeKind.CHANGED, before, after, fields) if fields else None


def compare_lines(older: Iterable[Line], newer: Iterable[Line]) -> tuple[LineChange, ...]:
    """Every line that differs between two versions, by rank (a withdrawn one by the rank that it had)."""
    before = {line.id: line for line in older}
    after = {line.id: line for line in newer}
    compared = (compare_line(before.get(key), after.get(key)) for key in before.keys() | after)
    return in_order(one for one in compared if one is not None)


def in_order(changes: Iterable[LineChange]) -> tuple[LineChange, ...]:
    """The changes by rank, then by line number and identity."""
    return tuple(sorted(changes, key=_place))


def _place(change: LineChange) -> tuple[int, int, str]:
    return change.shown.rank, change.shown.number, change.line
