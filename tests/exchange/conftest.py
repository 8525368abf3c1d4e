from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Availability,
    Capability,
    Colour,
    Controls,
    Decision,
    Line,
    LineId,
    Package,
    Quantities,
    RequestList,
    Source,
    Stamp,
    Step,
)
from procure_desktop.exchange.release_authority import DeskPaths, init_desk, publish_release
from procure_desktop.exchange.release_verification import TrustState, pin_root
from procure_desktop.exchange.request_list_file import write_request_list

Publish = Callable[..., bytes]

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LAST_DAY = date(2026, 12, 31)
PASSPHRASE = "three custodians, two keys"

STAMPS = (
    Stamp(Step.NATO_VALIDATION, "NSATU", "J4", date(2026, 9, 1), Decision.APPROVED),
    Stamp(Step.SACEUR_DETERMINATION, "SHAPE", "SACEUR", date(2026, 9, 8), Decision.APPROVED),
)

LINE = Line(
    id=LineId("T-0001"),
    number=1,
    rank=1,
    package="P1",
    capability=Capability.MEDICAL,
    name="Tourniquet",
    name_uk="Турнікет",
    nsn="",
    nsn_verified=False,
    unit="EA",
    quantities=Quantities(1000, 900, 100, 50, 0, 750),
    unit_price=Money(3_150, "USD"),
    price_basis="illustrative",
    price_day=date(2026, 3, 31),
    priority=2,
    required_by=date(2027, 3, 31),
    urgent=True,
    substitutes=("Any windlass tourniquet",),
    availability=Availability(Colour.GREEN, 5000, Source.STOCK, 1),
    controls=Controls(
        major_defence_equipment=False,
        significant_military_equipment=False,
        usml="",
        end_use_monitoring=False,
        third_party_transfer=False,
    ),
    stamps=STAMPS,
    marking=Marking.NATO_UNCLASSIFIED,
    remarks="",
)

LIST = RequestList(
    serial="TEST-LIST",
    version=1,
    issuer="NSATU",
    issued=date(2026, 10, 1),
    marking=Marking.NATO_UNCLASSIFIED,
    illustrative=True,
    counted=("ab" * 32, "NLD-D-2026-0001"),
    packages=(Package("P1", "First", Money(50_000_000_000, "USD"), ""),),
    lines=(LINE, replace(LINE, id=LineId("T-0002"), number=2, name="Splint")),
)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def last_day() -> date:
    return LAST_DAY


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def request_list() -> RequestList:
    return LIST


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory: pytest.TempPathFactory) -> DeskPaths:
    return init_desk(tmp_path_factory.mktemp("authority") / "desk", PASSPHRASE, NOW)


@pytest.fixture
def desk(made_desk: DeskPaths, tmp_path: Path) -> Path:
    """A desk of its own for each test, with the keys that were made once."""
    folder = tmp_path / "desk"
    folder.mkdir()
    for path in made_desk.folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture
def publish(desk: Path, tmp_path: Path) -> Publish:
    """Publish a list from the desk and return the release's bytes."""

    def publish(
        request_list: RequestList = LIST,
        *,
        now: datetime = NOW,
        expires: date = LAST_DAY,
        passphrase: str = PASSPHRASE,
    ) -> bytes:
        out = tmp_path / "F.release"
        publish_release(write_request_list(request_list), desk, passphrase, out, now, expires)
        return out.read_bytes()

    return publish


@pytest.fixture
def trusted(desk: Path) -> TrustState:
    """The trust of an office that pinned the desk's first root and imported nothing."""
    path = desk / "1.root.json"
    return pin_root(path.read_bytes(), path)
