"""What a version changed, in words: the names of a line's fields, what they hold, and by how much they differ."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from procure_desktop.domain.comparison import Content, Field, FieldChange
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Stamp
from procure_desktop.language import marked, tr
from procure_desktop.wording import figures
from procure_desktop.wording.terms import heading

_NAMES: Mapping[Field, str] = {
    Field.NAME: marked("Item"),
    Field.NAME_UK: marked("Item in Ukrainian"),
    Field.NSN: marked("NSN"),
    Field.NSN_VERIFIED: marked("NSN verified"),
    Field.UNIT: marked("Unit of issue"),
    Field.REQUIRED: marked("Required"),
    Field.VALIDATED: marked("Validated"),
    Field.FUNDED: marked("Funded"),
    Field.DONATED: marked("Donated"),
    Field.DELIVERED: marked("Delivered"),
    Field.OUTSTANDING: marked("Outstanding"),
    Field.UNIT_PRICE: marked("Unit price"),
    Field.PRICE_BASIS: marked("Price basis"),
    Field.PRICE_DAY: marked("Price day"),
    Field.REQUIRED_BY: marked("Required by"),
    Field.PRIORITY: marked("Priority"),
    Field.URGENT: marked("Urgent"),
    Field.SUBSTITUTES: marked("Substitutes"),
    Field.COLOUR: marked("US stock"),
    Field.US_QUANTITY: marked("US quantity"),
    Field.US_SOURCE: marked("From"),
    Field.LEAD_MONTHS: marked("Lead time"),
    Field.STAMPS: marked("Validation stamps"),
    Field.MAJOR_DEFENCE_EQUIPMENT: marked("Major defence equipment"),
    Field.SIGNIFICANT_MILITARY_EQUIPMENT: marked("Significant military equipment"),
    Field.USML: marked("USML category"),
    Field.END_USE_MONITORING: marked("End-use monitoring"),
    Field.THIRD_PARTY_TRANSFER: marked("Third-party transfer"),
    Field.MARKING: marked("Marking"),
    Field.PACKAGE: marked("Package"),
    Field.CAPABILITY: marked("Capability"),
    Field.NUMBER: marked("Line number"),
    Field.RANK: marked("Rank"),
    Field.REMARKS: marked("Remarks"),
}
_QUANTITIES = frozenset(
    {
        Field.REQUIRED,
        Field.VALIDATED,
        Field.FUNDED,
        Field.DONATED,
        Field.DELIVERED,
        Field.OUTSTANDING,
        Field.US_QUANTITY,
    }
)
_MINUS = "\u2212"


def field_name(field: Field) -> str:
    """What a field is called, with a capital letter."""
    return tr(_NAMES[field])


def content_words(field: Field, content: Content, unit: str) -> str:
    """What a field holds; quantities carry the unit of issue, nothing is said as a dash."""
    if isinstance(content, bool):
        return tr("Yes") if content else tr("No")
    if isinstance(content, int):
        return _number(field, content, unit)
    if isinstance(content, Money):
        return figures.amount(content)
    if isinstance(content, date):
        return figures.day(content)
    if isinstance(content, tuple):
        return "\n".join(_part(one) for one in content) or "–"
    return (heading(content) if isinstance(content, StrEnum) else content) or "–"


def difference_words(change: FieldChange) -> str:
    """By how much a quantity or price differs, with its sign: `+1,200`; empty for all else."""
    difference = change.difference
    if difference is None:
        return ""
    if isinstance(difference, Money):
        sign = _MINUS if difference.minor < 0 else "+"
        return f"{sign}{figures.amount(Money(abs(difference.minor), difference.currency))}"
    return f"{_MINUS if difference < 0 else '+'}{figures.whole(abs(difference))}"


def change_words(change: FieldChange, unit: str) -> str:
    """`10 EA → 4 EA (−6)`."""
    before = content_words(change.field, change.before, unit)
    after = content_words(change.field, change.after, unit)
    difference = difference_words(change)
    return f"{before} → {after} ({difference})" if difference else f"{before} → {after}"


def changed_fields(changes: Iterable[FieldChange]) -> str:
    """The names of the changed fields, after each other."""
    return ", ".join(field_name(one.field) for one in changes)


def _number(field: Field, number: int, unit: str) -> str:
    if field in _QUANTITIES:
        return figures.units(number, unit)
    return figures.months(number) if field is Field.LEAD_MONTHS else figures.whole(number)


def _part(part: str | Stamp) -> str:
    if isinstance(part, str):
        return part
    return ", ".join(
        (heading(part.step), heading(part.decision), figures.day(part.day), part.body, part.office)
    )
