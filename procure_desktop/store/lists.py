"""Imported releases with their packages and lines; a line's row is what the newest release says of it."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from procure_desktop.domain.errors import LineReusedError, LineUnknownError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import (
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
    RequestList,
    Source,
    Stamp,
    Step,
)
from procure_desktop.domain.text import fold
from procure_desktop.store.database import Transaction
from procure_desktop.store.holds import held_quantity, held_remainder, mark_counted
from procure_desktop.store.schema import line, list_release, package


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A verified release as it came: its bytes, their SHA-256 in hex, and its last day."""

    data: bytes
    sha256: str
    expires: date


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A line as the office has it: with the edition it came in, and whether a later one left it out."""

    line: Line
    edition: ListEdition
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What a release would change: counts of lines."""

    new: int
    changed: int
    withdrawn: int


def release_known(tx: Transaction, sha256: str) -> bool:
    """Whether exactly these bytes were imported before."""
    return (
        tx.execute(select(list_release.c.id).where(list_release.c.sha256 == sha256)).first()
        is not None
    )


def newest_version(tx: Transaction, serial: str) -> int:
    """The newest imported version of a list; 0 for none."""
    newest = select(func.max(list_release.c.version)).where(list_release.c.serial == serial)
    return tx.execute(newest).scalar() or 0


def compare_list(tx: Transaction, issued: RequestList) -> Difference:
    """Count what importing `issued` would add, change and withdraw."""
    stored = {row.reference: row for row in tx.execute(_present_lines(issued.serial))}
    fresh = {one.id: one for one in issued.lines}
    changed = sum(1 for key, one in fresh.items() if key in stored and _differs(stored[key], one))
    gone = sum(1 for key, row in stored.items() if key not in fresh and not row.withdrawn)
    return Difference(len(fresh.keys() - stored.keys()), changed, gone)


def check_identities(tx: Transaction, issued: RequestList) -> None:
    """Refuse a line whose identity another list has: LineReusedError."""
    others = set(
        tx.execute(select(line.c.reference).where(line.c.serial != issued.serial)).scalars()
    )
    for one in issued.lines:
        if one.id in others:
            raise LineReusedError(line=one.id)


def add_release(
    tx: Transaction, issued: RequestList, file: ReleaseFile, by: OfficerId, at: datetime
) -> None:
    """Store a release, its packages, and what it says of each line; lines it leaves out are withdrawn."""
    key = tx.execute(
        insert(list_release)
        .values(
            serial=issued.serial,
            version=issued.version,
            issuer=issued.issuer,
            issued=issued.issued,
            expires=file.expires,
            marking=issued.marking,
            illustrative=issued.illustrative,
            line_count=len(issued.lines),
            sha256=file.sha256,
            file=file.data,
            imported_at=at,
            imported_by=by,
        )
        .returning(list_release.c.id)
    ).scalar_one()
    _add_packages(tx, key, issued.packages)
    carried = frozenset(one.id for one in issued.lines)
    mark_counted(tx, carried, frozenset(issued.counted))
    _put_lines(tx, key, issued)


def load_line(tx: Transaction, line_id: LineId) -> StoredLine:
    """The line with the issuer's identity `line_id`; LineUnknownError for none."""
    row = tx.execute(
        select(
            line,
            list_release.c.version,
            list_release.c.issued,
            list_release.c.expires,
            list_release.c.illustrative,
        )
        .join(list_release, list_release.c.id == line.c.release_id)
        .where(line.c.reference == line_id)
    ).first()
    if row is None:
        raise LineUnknownError(line=line_id)
    edition = ListEdition(row.serial, row.version, row.issued, row.expires, row.illustrative)
    return StoredLine(_line(row), edition, row.withdrawn)


def load_package(tx: Transaction, line_id: LineId) -> Package | None:
    """The package that a line belongs to; None when it is in none."""
    row = tx.execute(
        select(package)
        .join(
            line, (line.c.release_id == package.c.release_id) & (line.c.package == package.c.code)
        )
        .where(line.c.reference == line_id)
    ).first()
    return Package(row.code, row.title, Money(row.target_usd, USD), row.note) if row else None


def _add_packages(tx: Transaction, release: int, packages: tuple[Package, ...]) -> None:
    rows = [
        {
            "release_id": release,
            "code": one.code,
            "title": one.title,
            "target_usd": one.target.minor,
            "note": one.note,
        }
        for one in packages
    ]
    if rows:
        tx.execute(insert(package), rows)


def _put_lines(tx: Transaction, release: int, issued: RequestList) -> None:
    tx.execute(update(line).where(line.c.serial == issued.serial).values(withdrawn=True))
    known = set(tx.execute(select(line.c.reference)).scalars())
    fresh = [_columns(one, release, issued.serial) for one in issued.lines if one.id not in known]
    again = [_columns(one, release, issued.serial) for one in issued.lines if one.id in known]
    if fresh:
        tx.execute(insert(line), [row | _opening(row) for row in fresh])
    if again:
        tx.execute(
            _update_lines(list(again[0])), [row | {"key": row["reference"]} for row in again]
        )


def _opening(row: dict[str, Any]) -> dict[str, Any]:
    outstanding = row["issued_outstanding"]
    return {"outstanding": outstanding, "outstanding_usd": outstanding * row["unit_price"]}


def _update_lines(columns: list[str]) -> Any:
    # In the same statement that moves the line to its new release: a shrunken line may go below zero
    # by an import (it is shown as over), and by nothing else. Units that are held are worth the new price.
    left: Any = bindparam("issued_outstanding") - held_quantity()
    return (
        update(line)
        .where(line.c.reference == bindparam("key"))
        .values(
            {name: bindparam(name) for name in columns}
            | {
                "outstanding": left,
                "outstanding_usd": left * bindparam("unit_price") - held_remainder(),
            }
        )
    )


def _present_lines(serial: str) -> Any:
    return select(line).where(line.c.serial == serial)


def _differs(row: Row[Any], issued: Line) -> bool:
    return row.withdrawn or _line(row) != issued


def _columns(one: Line, release: int, serial: str) -> dict[str, Any]:
    return {
        "reference": one.id,
        "release_id": release,
        "serial": serial,
        "withdrawn": False,
        "nsn": one.nsn,
        "nsn_verified": one.nsn_verified,
        "number": one.number,
        "rank": one.rank,
        "package": one.package,
        "capability": one.capability,
        "name": one.name,
        "name_uk": one.name_uk,
        "unit": one.unit,
        "required": one.quantities.required,
        "validated": one.quantities.validated,
        "funded": one.quantities.funded,
        "donated": one.quantities.donated,
        "delivered": one.quantities.delivered,
        "issued_outstanding": one.quantities.outstanding,
        "unit_price": one.unit_price.minor,
        "price_basis": one.price_basis,
        "price_day": one.price_day,
        "priority": one.priority,
        "required_by": one.required_by,
        "urgent": one.urgent,
        "colour": one.availability.colour,
        "us_quantity": one.availability.quantity,
        "us_source": one.availability.source,
        "lead_months": one.availability.lead_months,
        "releasable": one.released_by_us,
        "substitutes": list(one.substitutes),
        "controls": asdict(one.controls),
        "stamps": [asdict(stamp) | {"day": stamp.day.isoformat()} for stamp in one.stamps],
        "marking": one.marking,
        "remarks": one.remarks,
        "folded": fold(f"{one.id} {one.name} {one.name_uk} {one.nsn} {one.remarks}"),
    }


def _line(row: Row[Any]) -> Line:
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
        availability=Availability(
            Colour(row.colour), row.us_quantity, Source(row.us_source), row.lead_months
        ),
        controls=Controls(**row.controls),
        stamps=tuple(_stamp(stamp) for stamp in row.stamps),
        marking=Marking(row.marking),
        remarks=row.remarks,
    )


def _stamp(content: dict[str, Any]) -> Stamp:
    return Stamp(
        Step(content["step"]),
        content["body"],
        content["office"],
        date.fromisoformat(content["day"]),
        Decision(content["decision"]),
    )
