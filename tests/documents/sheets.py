"""Sheets to draw: one of any length, and what tests vary on it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from procure_desktop.domain.commitment import (
    Commitment,
    CommitmentId,
    DocumentState,
    MoneySource,
    Order,
    Terms,
    price_order,
)
from procure_desktop.domain.document import CommitmentSheet, SheetLine
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Head
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import ECB, Rate
from procure_desktop.domain.request_list import (
    Approval,
    Availability,
    Capability,
    Colour,
    Controls,
    Decision,
    Line,
    LineId,
    ListEdition,
    Package,
    Quantities,
    Source,
    Stamp,
    Step,
)

EURO = Rate("EUR", Decimal(1), Decimal("1.1565"), date(2026, 6, 11), ECB)
KRONE = Rate("NOK", Decimal("11.8055"), Decimal("1.1609"), date(2026, 6, 11), ECB)
RECORD = b'{"number":"NLD-2026-0001","version":1}'

NAMES = (
    "Interceptor, surface-to-air, medium range",
    "Projectile, 155 mm, high explosive, with base bleed",
    "Radar, counter-battery, vehicle mounted",
    "Generator set, diesel, 30 kW, skid mounted, with spare parts for 2,000 hours of operation",
)


def make_line(number: int) -> Line:
    """An illustrative line; the colour and the price go with the number."""
    colour = list(Colour)[number % 3]
    stamps = [_stamp(step) for step in Step if step != Step.US_RELEASE or colour != Colour.GREEN]
    return Line(
        id=LineId(f"UA-ILL-{number:04d}"),
        number=number,
        rank=number,
        package="P4",
        capability=Capability.AIR_DEFENCE,
        name=NAMES[number % len(NAMES)],
        name_uk="",
        nsn="",
        nsn_verified=False,
        unit="each" if number % 2 else "set",
        quantities=Quantities(500, 500, 0, 0, 0, 500),
        unit_price=Money(398_765_00 + number * 1_111_11, "USD"),
        price_basis="illustrative",
        price_day=date(2026, 5, 1),
        priority=2,
        required_by=date(2026, 12, 31),
        urgent=True,
        substitutes=(),
        availability=Availability(colour, 400, Source.PRODUCTION, 12),
        controls=Controls(
            major_defence_equipment=True,
            significant_military_equipment=True,
            usml="IV",
            end_use_monitoring=number % 2 == 0,
            third_party_transfer=number % 3 == 0,
        ),
        stamps=tuple(stamps),
        marking=Marking.NATO_UNCLASSIFIED,
        remarks="",
    )


def _stamp(step: Step) -> Stamp:
    return Stamp(step, "NSATU", "Illustrative office", date(2026, 5, 20), Decision.APPROVED)


def make_order(number: int) -> Order:
    """Whole units for most lines, an amount for every third."""
    line = LineId(f"UA-ILL-{number:04d}")
    if number % 3 == 2:
        return Order(line, amount=Money(2_500_000_00, "USD"))
    return Order(line, quantity=number * 3)


def make_sheet(count: int = 3, *, rate: Rate = EURO) -> CommitmentSheet:
    """A submitted commitment on `count` lines."""
    lines = [make_line(number) for number in range(1, count + 1)]
    package = Package(
        "P4", "Fourth package (illustrative content)", Money(500_000_000_00, "USD"), ""
    )
    return CommitmentSheet(
        office=OfficeProfile(
            "NLD",
            "Ministry of Defence",
            "Defence Materiel Office, Division for Support to Ukraine",
            "Herculeslaan 1, 3584 AB Utrecht, The Netherlands",
            Marking.NATO_RESTRICTED,
            demo=True,
            identity="0f" * 16,
        ),
        commitment=make_commitment(lines, rate),
        edition=ListEdition(
            "PURL-ILL-2026", 3, date(2026, 6, 1), date(2026, 9, 1), True, Approval.RELEASED
        ),
        lines=tuple(SheetLine(line, package) for line in lines),
        issued=date(2026, 6, 12),
        prepared_by="Test Preparer",
        journal=Head(41, "5ac1e3f0" * 8),
    )


def make_commitment(lines: list[Line], rate: Rate) -> Commitment:
    """Price every line at `rate`."""
    orders = [make_order(line.number) for line in lines]
    priced = [
        price_order(order, line.unit_price, rate) for order, line in zip(orders, lines, strict=True)
    ]
    terms = Terms(
        currency=rate.currency,
        rate=rate,
        budget_line="X-10.4 Military support to Ukraine",
        fiscal_year=2026,
        money_source=MoneySource.NEW,
        legal_basis="Illustrative budget act 2026, article 10",
        conditions="Subject to US availability.\nRefund of what is not called within 18 months.",
        validity=date(2026, 12, 31),
    )
    return Commitment(
        id=CommitmentId(1),
        number="NLD-2026-0001",
        version=1,
        state=DocumentState.SUBMITTED,
        terms=terms,
        lines=tuple(priced),
        marking=Marking.NATO_UNCLASSIFIED,
        prepared_by=OfficerId(1),
        authorised_by=None,
        drafted_at=datetime(2026, 6, 11, 9, 0, tzinfo=UTC),
        reason="",
    )


def with_terms(sheet: CommitmentSheet, **terms: object) -> CommitmentSheet:
    """The same sheet with other terms."""
    changed = replace(sheet.commitment.terms, **terms)  # type: ignore[arg-type]
    return replace(sheet, commitment=replace(sheet.commitment, terms=changed))


def with_first_line(sheet: CommitmentSheet, **fields: object) -> CommitmentSheet:
    """The same sheet with another first line."""
    first, *others = sheet.lines
    changed = replace(first, line=replace(first.line, **fields))  # type: ignore[arg-type]
    return replace(sheet, lines=(changed, *others))
