"""The values of one row become a line: what the row leaves unsaid, what must agree, and what stands once."""

from typing import Any, NamedTuple

from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import (
    Availability,
    Controls,
    Line,
    LineId,
    Quantities,
)
from procure_desktop.domain.spreadsheet import ListCover, ListField, ProblemKind
from procure_desktop.exchange.cell_values import CellError
from procure_desktop.exchange.seen import SeenNumbers, SeenTexts

UNSTATED_BASIS = "Stated in the list"
_NO_CONTROLS = Controls(
    major_defence_equipment=False,
    significant_military_equipment=False,
    usml="",
    end_use_monitoring=False,
    third_party_transfer=False,
)


class RowError(CellError):
    """Cells that can each be read and do not make a line together; `field` is the one to look at."""

    def __init__(self, field: ListField, kind: ProblemKind) -> None:
        super().__init__(kind)
        self.field = field


class RowValues(NamedTuple):
    """What the cells of a row say, in the order of ListField; None where it is not said."""

    identity: str | None = None
    number: int | None = None
    package: str | None = None
    capability: Any = None
    name: str | None = None
    name_uk: str | None = None
    nsn: str | None = None
    unit: str = ""
    required: int | None = None
    validated: int | None = None
    funded: int | None = None
    donated: int | None = None
    delivered: int | None = None
    outstanding: int | None = None
    unit_price: int = 0
    currency: str | None = None
    price_basis: str | None = None
    price_day: Any = None
    priority: int = 0
    required_by: Any = None
    urgent: bool | None = None
    colour: Any = None
    us_quantity: int | None = None
    us_source: Any = None
    lead_months: int | None = None
    substitutes: tuple[str, ...] | None = None
    remarks: str | None = None


class LineMaker:
    """Makes the lines of one list, and knows which identities and numbers it has seen."""

    def __init__(self, head: ListCover) -> None:
        self._head = head
        self._prefix = head.serial.replace("/", "-")
        self._rank = 0
        self._identities = SeenTexts()
        self._numbers = SeenNumbers()

    def line(self, row: RowValues) -> Line:
        """The line of a row; RowError for what does not agree or stands twice."""
        name, name_uk = self._names(row)
        quantities = count_quantities(row)
        number = row.number or self._rank + 1
        identity = row.identity or f"{self._prefix}-{number:04d}"
        self._stand_once(row)
        self._rank += 1
        head = self._head
        return Line(
            LineId(identity),
            number,
            self._rank,
            row.package or "",
            row.capability,
            name,
            name_uk,
            row.nsn or "",
            False,  # noqa: FBT003 (by place, for speed: nobody verified a number of a spreadsheet)
            row.unit,
            quantities,
            Money(row.unit_price, USD),
            row.price_basis or UNSTATED_BASIS,
            row.price_day or head.issued,
            row.priority,
            row.required_by,
            bool(row.urgent),
            row.substitutes or (),
            _availability(row),
            _NO_CONTROLS,
            (),
            head.marking,
            row.remarks or "",
        )

    @staticmethod
    def _names(row: RowValues) -> tuple[str, str]:
        """Both names; the one stands for the other where only one is given."""
        name, name_uk = row.name or row.name_uk, row.name_uk or row.name
        if not name or not name_uk:
            raise RowError(ListField.NAME, ProblemKind.EMPTY)
        return name, name_uk

    def _stand_once(self, row: RowValues) -> None:
        if row.number is not None and not self._numbers.add(row.number):
            raise RowError(ListField.NUMBER, ProblemKind.REPEATED)
        if row.identity is not None and not self._identities.add(row.identity):
            raise RowError(ListField.IDENTITY, ProblemKind.REPEATED)


def count_quantities(row: RowValues) -> Quantities:
    """All quantities of a row from those that it states.

    What was not stated as validated is what was required; what was not stated as outstanding is what
    was validated and nobody gave. RowError where none is stated, or where they do not agree.
    """
    validated = _first(row.validated, row.required, row.outstanding)
    if validated is None:
        raise RowError(ListField.REQUIRED, ProblemKind.EMPTY)
    required = validated if row.required is None else row.required
    left = max(validated - (row.funded or 0) - (row.donated or 0), 0)
    outstanding = left if row.outstanding is None else row.outstanding
    if validated > required:
        raise RowError(ListField.VALIDATED, ProblemKind.DISAGREE)
    given_known = row.funded is not None and row.donated is not None
    if outstanding > left or (given_known and outstanding != left):
        raise RowError(ListField.OUTSTANDING, ProblemKind.DISAGREE)
    return Quantities(
        required, validated, row.funded or 0, row.donated or 0, row.delivered or 0, outstanding
    )


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _availability(row: RowValues) -> Availability | None:
    """What is known of US stock: nothing, unless the list gives it a colour."""
    if row.colour is None:
        return None
    return Availability(row.colour, row.us_quantity, row.us_source, row.lead_months)
