"""A made office with its officers, their keys, and a release authority: built once, copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from procure_desktop.domain.commitment import Commitment, MoneySource, Order, Terms
from procure_desktop.domain.donation import Basis, Condition, Offer, Origin, Valuation
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import ECB, Rate
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
from procure_desktop.exchange.demo_authority import (
    TestAuthority,
    Validity,
    issue,
    make_authority,
)
from procure_desktop.exchange.request_list_file import write_request_list
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.create_office import create_office
from procure_desktop.services.desk import make_desk, release_list
from procure_desktop.services.draft_commitment import draft_commitment
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.store.database import open_database
from procure_desktop.store.folder import existing_office
from procure_desktop.store.officers import find_officer

NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
LAST_DAY = date(2035, 12, 31)
VALIDITY = Validity(datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC))
PASSPHRASE = "an officer's passphrase"
KEY_PASSPHRASE = "a key's passphrase"
SERIAL = "UA-TEST"
EURO = Rate("EUR", Decimal(1), Decimal("1.1565"), date(2026, 6, 12), ECB)

ADMINISTRATOR, PREPARER, AUTHORISER, AUDITOR, DEPUTY = (
    "Administrator",
    "Preparer",
    "Authoriser",
    "Auditor",
    "Deputy",
)
ROLES = {
    PREPARER: {Role.PREPARER},
    AUTHORISER: {Role.AUTHORISER},
    AUDITOR: {Role.AUDITOR},
    DEPUTY: {Role.PREPARER, Role.AUTHORISER},
}
SIGNERS = (PREPARER, AUTHORISER, DEPUTY)

PROFILE = OfficeProfile(
    nation="NLD",
    ministry="Test Ministry",
    unit="Test Unit",
    address="1 Test Street\nTest City",
    highest_marking=Marking.NATO_UNCLASSIFIED,
    demo=False,
)


@dataclass
class Clock:
    """A clock that stands where the test puts it."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment


def stamp(step: Step) -> Stamp:
    return Stamp(step, "Test body", "Test office", date(2026, 5, 1), Decision.APPROVED)


GREEN, PAIRED, YELLOW, RELEASED, ROUTINE, SCARCE = (
    LineId(f"UA-{number:04d}") for number in range(1, 7)
)


def make_line(
    number: int,
    name: str = "Interceptor, surface-to-air",
    outstanding: int = 100,
    price: int = 1_000_000,
) -> Line:
    return Line(
        id=LineId(f"UA-{number:04d}"),
        number=number,
        rank=number,
        package="P1",
        capability=Capability.AIR_DEFENCE,
        name=name,
        name_uk="Ракета-перехоплювач",
        nsn="",
        nsn_verified=False,
        unit="EA",
        quantities=Quantities(outstanding, outstanding, 0, 0, 0, outstanding),
        unit_price=Money(price, "USD"),
        price_basis="ILLUSTRATIVE",
        price_day=date(2026, 5, 1),
        priority=2,
        required_by=date(2027, 3, 31),
        urgent=True,
        substitutes=(),
        availability=Availability(Colour.GREEN, 50, Source.STOCK, 1),
        controls=Controls(
            major_defence_equipment=True,
            significant_military_equipment=True,
            usml="IV",
            end_use_monitoring=True,
            third_party_transfer=True,
        ),
        stamps=(stamp(Step.NATO_VALIDATION), stamp(Step.SACEUR_DETERMINATION)),
        marking=Marking.NATO_UNCLASSIFIED,
        remarks="",
    )


def make_list(version: int = 1, counted: tuple[str, ...] = ()) -> RequestList:
    """Six lines: two plain ones, yellow without and with US release, one not urgent, one of 30 units."""
    yellow = Availability(Colour.YELLOW, 5, Source.PRODUCTION, 12)
    released = make_line(4, "Radar")
    lines = (
        make_line(1),
        make_line(2, "Projectile, 155 mm", 5_000, 320_055),
        replace(make_line(3, "Launcher"), availability=yellow),
        replace(released, availability=yellow, stamps=(*released.stamps, stamp(Step.US_RELEASE))),
        replace(
            make_line(5, "Generator set, 30 kW", 40, 4_250_000),
            capability=Capability.LOGISTICS,
            urgent=False,
            priority=9,
            package="P2",
            marking=Marking.UNMARKED,
        ),
        make_line(6, "Launcher, spare", 30, 500_000),
    )
    return RequestList(
        serial=SERIAL,
        version=version,
        issuer="Test issuer",
        issued=date(2026, 6, 1),
        marking=Marking.NATO_UNCLASSIFIED,
        illustrative=True,
        counted=counted,
        packages=(
            Package("P1", "First package", Money(50_000_000_000, "USD"), ""),
            Package("P2", "Second package", Money(50_000_000_000, "USD"), "Test note"),
        ),
        lines=lines,
    )


@dataclass(frozen=True)
class Place:
    """Where everything lies: `office` is the office folder, `root` the authority's root, `release` version 1."""

    folder: Path
    data_key: bytes = b""

    @property
    def office(self) -> Path:
        return self.folder / "test.office"

    @property
    def desk(self) -> Path:
        return self.folder / "desk"

    @property
    def root(self) -> Path:
        return self.desk / "root.json"

    @property
    def release(self) -> Path:
        return self.folder / "1.release"

    @property
    def authority(self) -> Path:
        return self.folder / "authority.pem"

    def certificate(self, name: str) -> Path:
        return self.folder / f"{name}.pem"

    def key(self, name: str) -> KeyFile:
        return KeyFile(self.folder / f"{name}.p12", KEY_PASSPHRASE)

    def copy(self, folder: Path) -> "Place":
        """The same place for one test alone."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    def publish(
        self, request_list: RequestList, expires: date = LAST_DAY, clock: Clock | None = None
    ) -> Path:
        """Sign a list into a release of this place's authority."""
        listed = self.folder / "list.json"
        listed.write_bytes(write_request_list(request_list))
        out = self.folder / f"{request_list.serial}-{request_list.version}.release"
        release_list(listed, self.desk, KEY_PASSPHRASE, out, expires, clock or Clock())
        return out

    def sign_in(self, name: str, clock: Clock | None = None) -> Office:
        """The office as opened by an officer, without deriving the data key from a passphrase each time."""
        files = existing_office(self.office)
        database = open_database(files.database, self.data_key)
        with database.reading() as tx:
            officer = find_officer(tx, name)
        return Office(files, database, officer, clock or Clock())

    @contextmanager
    def signed_in(self, name: str, clock: Clock | None = None) -> Iterator[Office]:
        office = self.sign_in(name, clock)
        try:
            yield office
        finally:
            office.close()


def make_place(folder: Path) -> Place:
    """Make the authority, the keys and the office with its officers and the first release."""
    place, clock = Place(folder), Clock()
    make_desk(place.desk, KEY_PASSPHRASE, clock)
    place.publish(make_list()).rename(place.release)
    authority = make_authority("Authority", VALIDITY)
    place.authority.write_bytes(authority.pem)
    for name in SIGNERS:
        issue_key(place, authority, name)
    office = create_office(place.office, PROFILE, ADMINISTRATOR, PASSPHRASE, clock)
    try:
        for name, roles in ROLES.items():
            certificate = CertificateFile(place.certificate(name)) if name in SIGNERS else None
            add_officer(office, name, roles, PASSPHRASE, certificate)
        pin_trust(office, place.root)
        import_release(office, place.release)
    finally:
        office.close()
    return replace(place, data_key=office.database.key)


def issue_key(
    place: Place,
    authority: TestAuthority,
    name: str,
    validity: Validity = VALIDITY,
    *,
    may_sign: bool = True,
) -> KeyFile:
    """Write `NAME.p12` and `NAME.pem`."""
    made = issue(authority, name, KEY_PASSPHRASE, validity, may_sign=may_sign)
    place.key(name).path.write_bytes(made.pkcs12)
    place.certificate(name).write_bytes(made.pem)
    return place.key(name)


def make_terms(currency: str = "EUR", rate: Rate = EURO) -> Terms:
    return Terms(
        currency=currency,
        rate=rate,
        budget_line="Test budget line 6.1",
        fiscal_year=2026,
        money_source=MoneySource.NEW,
        legal_basis="Test budget act",
        conditions="Subject to US availability.",
        validity=date(2026, 12, 31),
    )


def make_offer(line: LineId = GREEN, quantity: int = 2) -> Offer:
    values = {Basis.NET_BOOK: Money(40_000, "EUR"), Basis.NEW_REPLACEMENT: Money(900_000, "EUR")}
    return Offer(
        line=line,
        depot="Test depot",
        quantity=quantity,
        condition=Condition.SERVICEABLE,
        serials=(),
        origin=Origin.US,
        valuation=Valuation(values, Basis.NEW_REPLACEMENT, TODAY),
        remarks="",
    )


def draft(office: Office, line: LineId = GREEN, quantity: int = 3) -> Commitment:
    """A draft for so many units of one line."""
    return draft_commitment(office, (Order(line, quantity=quantity),), make_terms())


def submit(office: Office, place: Place, line: LineId = GREEN, quantity: int = 3) -> Commitment:
    """Draft and submit as the officer of `office`."""
    drafted = draft(office, line, quantity)
    return submit_commitment(office, drafted.id, place.key(office.officer.name))


def authorise(office: Office, place: Place, submitted: Commitment) -> Commitment:
    """Authorise as the officer of `office`."""
    return authorise_commitment(office, submitted.id, place.key(office.officer.name))
