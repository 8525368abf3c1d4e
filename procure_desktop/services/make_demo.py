"""Make the demo office: illustrative lines, real announcements, test certificates, and a few records in it."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from procure_desktop.domain.commitment import Commitment, CommitmentId, MoneySource, Order, Terms
from procure_desktop.domain.donation import Basis, Condition, Offer, Origin, Valuation
from procure_desktop.domain.errors import FileExistsAlreadyError
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import Rate
from procure_desktop.domain.request_list import Capability, LineId
from procure_desktop.exchange.demo_authority import TestAuthority, Validity, issue, make_authority
from procure_desktop.exchange.demo_list import demo_list
from procure_desktop.exchange.demo_list_next import next_demo_list
from procure_desktop.files import write_file
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.certificate_file import CertificateFile
from procure_desktop.services.create_office import create_office
from procure_desktop.services.desk import make_desk, release_list
from procure_desktop.services.draft_commitment import draft_commitment
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.export_document import export_document
from procure_desktop.services.find_rate import find_rate
from procure_desktop.services.import_announcements import import_announcements
from procure_desktop.services.import_release import import_release
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Clock, Office, Progress, no_progress, utc_now
from procure_desktop.services.open_office import signed_in
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.read_line import read_line
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.submit_commitment import submit_commitment

PROFILE = OfficeProfile(
    nation="XDM",  # ISO 3166-1 leaves XAA to XZZ to users: no nation will ever have it
    ministry="Demo Ministry of Defence",
    unit="Procurement Office",
    address="1 Example Street\nDemo City",
    highest_marking=Marking.NATO_UNCLASSIFIED,
    demo=True,
)
PASSPHRASES = {
    "Administrator": "demo-administrator",
    "Preparer": "demo-preparer",
    "Authoriser": "demo-authoriser",
}
KEY_PASSPHRASE = "demo-key-passphrase"  # noqa: S105 (of test keys, printed for everybody)
_DAYS = 365
_CERTIFICATE_DAYS = 3 * 365
_STEPS = 9


@dataclass(frozen=True, slots=True)
class DemoPaths:
    """All that was made. `passphrases` are by officer's name; `keys` their PKCS#12 files.

    `release` is imported; `next_release` is the list's second version, to be imported and looked at.
    """

    office: Path
    release: Path
    next_release: Path
    trust_root: Path
    desk: Path
    test_authority: Path
    keys: dict[str, Path]
    certificates: dict[str, Path]
    signed_pdf: Path
    passphrases: dict[str, str]
    key_passphrase: str


def make_demo(folder: Path, progress: Progress = no_progress, clock: Clock = utc_now) -> DemoPaths:
    """Make the demo in a new or empty folder; FileExistsAlreadyError when something is in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsAlreadyError(path=folder)
    for name in ("keys", "certificates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    paths = _paths(folder)
    progress(1, _STEPS)
    _publish_first(folder, paths, clock)
    progress(2, _STEPS)
    _issue_certificates(paths, clock)
    progress(3, _STEPS)
    _make_office(paths, clock)
    progress(5, _STEPS)
    commitments = _prepare(paths, clock)
    progress(7, _STEPS)
    _authorise(paths, clock)
    progress(8, _STEPS)
    _publish_next(folder, paths, commitments, clock)
    progress(_STEPS, _STEPS)
    return paths


def _paths(folder: Path) -> DemoPaths:
    signers = ("Preparer", "Authoriser")
    return DemoPaths(
        office=folder / "demo.office",
        release=folder / "PURL-DEMO.release",
        next_release=folder / "PURL-DEMO-2.release",
        trust_root=folder / "release-authority" / "root.json",
        desk=folder / "release-authority",
        test_authority=folder / "certificates" / "test-authority.pem",
        keys={name: folder / "keys" / f"{name.lower()}.p12" for name in signers},
        certificates={name: folder / "certificates" / f"{name.lower()}.pem" for name in signers},
        signed_pdf=folder / "signed-commitment.pdf",
        passphrases=PASSPHRASES,
        key_passphrase=KEY_PASSPHRASE,
    )


def _publish_first(folder: Path, paths: DemoPaths, clock: Clock) -> None:
    make_desk(paths.desk, KEY_PASSPHRASE, clock)
    listed = folder / "PURL-DEMO.json"
    write_file(listed, demo_list(), overwrite=False)
    _publish(listed, paths, paths.release, clock)


def _publish_next(
    folder: Path, paths: DemoPaths, commitments: tuple[Commitment, Commitment], clock: Clock
) -> None:
    """Version 2, for newcomers to import: it does something to every line that is committed to."""
    (over, dearer), (gone,) = (one.lines for one in commitments)
    listed = folder / "PURL-DEMO-2.json"
    changed = next_demo_list(over.line, over.quantity // 2, dearer.line, gone.line)
    write_file(listed, changed, overwrite=False)
    _publish(listed, paths, paths.next_release, clock)


def _publish(listed: Path, paths: DemoPaths, out: Path, clock: Clock) -> None:
    last_day = clock().date() + timedelta(days=_DAYS)
    release_list(listed, paths.desk, KEY_PASSPHRASE, out, last_day, clock)


def _issue_certificates(paths: DemoPaths, clock: Clock) -> None:
    authority = make_authority("Authority of the Demo Ministry", _validity(clock))
    write_file(paths.test_authority, authority.pem, overwrite=False)
    for name in paths.keys:
        _issue(authority, name, paths, clock)


def _issue(authority: TestAuthority, name: str, paths: DemoPaths, clock: Clock) -> None:
    made = issue(
        authority, f"{name} of the Demo Ministry of Defence", KEY_PASSPHRASE, _validity(clock)
    )
    write_file(paths.keys[name], made.pkcs12, overwrite=False)
    write_file(paths.certificates[name], made.pem, overwrite=False)


def _validity(clock: Clock) -> Validity:
    # A little earlier, for machines whose clocks differ.
    now = clock()
    return Validity(now - timedelta(days=1), now + timedelta(days=_CERTIFICATE_DAYS))


def _make_office(paths: DemoPaths, clock: Clock) -> None:
    office = create_office(
        paths.office, PROFILE, "Administrator", PASSPHRASES["Administrator"], clock
    )
    try:
        for name, role in (("Preparer", Role.PREPARER), ("Authoriser", Role.AUTHORISER)):
            add_officer(
                office, name, {role}, PASSPHRASES[name], CertificateFile(paths.certificates[name])
            )
        pin_trust(office, paths.trust_root)
        import_release(office, paths.release)
        import_announcements(office)
    finally:
        office.close()


def _prepare(paths: DemoPaths, clock: Clock) -> tuple[Commitment, Commitment]:
    with signed_in(paths.office, "Preparer", PASSPHRASES["Preparer"], clock) as office:
        key = KeyFile(paths.keys["Preparer"], KEY_PASSPHRASE)
        drafts = _drafts(office)
        for draft in drafts:
            submit_commitment(office, draft.id, key)
        _donate(office)
        return drafts


def _authorise(paths: DemoPaths, clock: Clock) -> None:
    with signed_in(paths.office, "Authoriser", PASSPHRASES["Authoriser"], clock) as office:
        key = KeyFile(paths.keys["Authoriser"], KEY_PASSPHRASE)
        first = list_ids(office, Query(Listing.COMMITMENTS, text="-0001"))[0]
        authorised = authorise_commitment(office, CommitmentId(first), key)
        export_document(office, authorised.id, paths.signed_pdf)


def _drafts(office: Office) -> tuple[Commitment, Commitment]:
    """Two lines by quantity, and one by an amount that is no whole number of units."""
    euro = find_rate("EUR", office.now().date())
    kroner = find_rate("NOK", office.now().date())
    defence, artillery = (
        _open_lines(office, Capability.AIR_DEFENCE),
        _open_lines(office, Capability.ARTILLERY),
    )
    quantities = tuple(Order(line, quantity=_a_tenth(office, line)) for line in defence[:2])
    amount = Order(artillery[0], amount=Money(25_000_000_00, "NOK"))
    first = draft_commitment(
        office, quantities, _terms(office, euro, "6.1 Military support", "annual budget act")
    )
    second = draft_commitment(
        office, (amount,), _terms(office, kroner, "6.2 Ammunition", "annual budget act")
    )
    return first, second


def _terms(office: Office, rate: Rate, budget_line: str, legal_basis: str) -> Terms:
    today = office.now().date()
    return Terms(
        currency=rate.currency,
        rate=rate,
        budget_line=f"Demo budget line {budget_line}",
        fiscal_year=today.year,
        money_source=MoneySource.NEW,
        legal_basis=f"Demo {legal_basis} {today.year}",
        conditions="Subject to US availability.",
        validity=today + timedelta(days=180),
    )


def _open_lines(office: Office, capability: Capability) -> list[LineId]:
    query = (
        Query(Listing.LINES)
        .choosing("capability", (capability.value,))
        .choosing("state", ("open",))
    )
    return [row["line"] for row in read_rows(office, Listing.LINES, list_ids(office, query))]


def _a_tenth(office: Office, line: LineId) -> int:
    return max(1, read_line(office, line).outstanding.quantity // 10)


def _donate(office: Office) -> None:
    query = Query(Listing.LINES).choosing("urgent", ("yes",)).choosing("state", ("open",))
    rows = read_rows(office, Listing.LINES, list_ids(office, query))
    row = next(row for row in rows if row["outstanding"] >= 4)  # noqa: PLR2004 (two are given)
    price = row["unit_price"]
    values = {
        Basis.ACQUISITION: Money(price * 2 * 6 // 10, "USD"),
        Basis.NET_BOOK: Money(price * 2 * 2 // 10, "USD"),
        Basis.LIKE_REPLACEMENT: Money(price * 2 * 8 // 10, "USD"),
        Basis.NEW_REPLACEMENT: Money(price * 2, "USD"),
    }
    offer = Offer(
        line=row["line"],
        depot="Demo Depot North",
        quantity=2,
        condition=Condition.SERVICEABLE,
        serials=("DEMO-0001", "DEMO-0002"),
        origin=Origin.US,
        valuation=Valuation(values, Basis.NEW_REPLACEMENT, office.now().date()),
        remarks="Illustrative donation.",
    )
    log_donation(office, offer)
