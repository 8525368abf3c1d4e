"""A requirement line as a row of the list tables, and back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Row

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import (
    Availability,
    Capability,
    Colour,
    Controls,
    Decision,
    Line,
    LineId,
    Quantities,
    Source,
    Stamp,
    Step,
)
from procure_desktop.domain.text import fold, sort_key
from procure_desktop.store.list_tables import CONTENT, DERIVED

ROW = ("reference", *CONTENT, *DERIVED)
"""The columns that `row_of` fills, in its order."""

_encode: Callable[[Any], bytes] = msgspec.json.Encoder().encode


def row_of(one: Line) -> tuple[str | int | None, ...]:
    """The values of ROW as the database keeps them; written out, as an import does it a million times."""
    quantities, there = one.quantities, one.availability
    return (
        one.id,
        one.number,
        one.rank,
        one.package,
        one.capability.value,
        one.name,
        one.name_uk,
        one.nsn,
        int(one.nsn_verified),
        one.unit,
        quantities.required,
        quantities.validated,
        quantities.funded,
        quantities.donated,
        quantities.delivered,
        quantities.outstanding,
        one.unit_price.minor,
        one.price_basis,
        one.price_day.isoformat(),
        one.priority,
        one.required_by.isoformat() if one.required_by else None,
        int(one.urgent),
        there.colour.value if there else None,
        there.quantity if there else None,
        there.source.value if there and there.source else None,
        there.lead_months if there else None,
        _encode(one.substitutes).decode(),
        _encode(one.controls).decode(),
        _encode(one.stamps).decode(),
        one.marking.value,
        one.remarks,
        int(one.released_by_us),
        sort_key(one.name),
        sort_key(one.name_uk or one.name),
    )


def folded_text(one: Line) -> str:
    """What a line is found by: identity, both names, its NSN with and without dashes, remarks."""
    digits = one.nsn.replace("-", "")
    return fold(f"{one.id} {one.name} {one.name_uk} {one.nsn} {digits} {one.remarks}")


def line_of(row: Row[Any]) -> Line:
    """The line that a row of `line` or `line_edition` says; `row.reference` is its identity."""
    return Line(
        id=LineId(row.reference),
        number=row.number,
        rank=row.rank,
        package=row.package,
        capability=Capability(row.capability),
        name=row.name,
        name_uk=row.name_uk,
        nsn=row.nsn,
        nsn_verified=row.nsn_verified,
        unit=row.unit,
        quantities=Quantities(
            row.required,
            row.validated,
            row.funded,
            row.donated,
            row.delivered,
            row.issued_outstanding,
        ),
        unit_price=Money(row.unit_price, USD),
        price_basis=row.price_basis,
        price_day=row.price_day,
        priority=row.priority,
        required_by=row.required_by,
        urgent=row.urgent,
        substitutes=tuple(row.substitutes),
        availability=_availability(row),
        controls=Controls(**row.controls),
        stamps=tuple(_stamp(stamp) for stamp in row.stamps),
        marking=Marking(row.marking),
        remarks=row.remarks,
    )


def _availability(row: Row[Any]) -> Availability | None:
    if row.colour is None:
        return None
    source = None if row.us_source is None else Source(row.us_source)
    return Availability(Colour(row.colour), row.us_quantity, source, row.lead_months)


def _stamp(content: dict[str, Any]) -> Stamp:
    return Stamp(
        Step(content["step"]),
        content["body"],
        content["office"],
        date.fromisoformat(content["day"]),
        Decision(content["decision"]),
    )
