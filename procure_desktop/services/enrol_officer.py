"""Add officers and enrol their certificates: the administrator's work."""

from collections.abc import Set as AbstractSet

from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.journal import Change
from procure_desktop.domain.officer import Officer, Role, check_roles
from procure_desktop.domain.text import check_name
from procure_desktop.services.certificate_file import CertificateFile, read_usable
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import officer_snapshot
from procure_desktop.store.database import Transaction
from procure_desktop.store.keys import read_key_file, wrap, write_key_file
from procure_desktop.store.officers import add_officer as store_officer
from procure_desktop.store.officers import find_officer, load_officer, set_certificate


def add_officer(
    office: Office,
    name: str,
    roles: AbstractSet[Role],
    passphrase: str,
    certificate: CertificateFile | None = None,
) -> Officer:
    """Add an officer with a first passphrase, and enrol a certificate when one is given.

    Raises RoleMissingError, NoRolesError, IncompatibleRolesError, OfficerExistsError, WeakPassphraseError,
    and what enrol_certificate raises.
    """
    check_roles(frozenset(roles))
    name = check_name("officer", name)
    facts = read_usable(certificate, office.now()) if certificate else None
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        officer = store_officer(tx, name, roles)
        if facts:
            officer = _enrol(tx, officer, facts)
        office.record(
            tx, Change("officer added", f"officer {name}", None, officer_snapshot(officer))
        )
        # Last, and before the commit: a slot without an officer opens nothing, an officer without a
        # slot could never sign in.
        keys = wrap(read_key_file(office.files.keys), name, passphrase, office.database.key)
        write_key_file(office.files.keys, keys)
    return officer


def enrol_certificate(office: Office, name: str, file: CertificateFile) -> Officer:
    """Enrol a certificate in place of an earlier one.

    Raises RoleMissingError, OfficerUnknownError, CertificateTakenError, and what read_usable raises.
    """
    facts = read_usable(file, office.now())
    with office.database.transaction() as tx:
        office.acting(tx, Role.ADMINISTRATOR)
        before = find_officer(tx, name)
        before.check_present()
        after = _enrol(tx, before, facts)
        change = Change(
            "certificate enrolled",
            f"officer {name}",
            officer_snapshot(before),
            officer_snapshot(after),
        )
        office.record(tx, change)
    return after


def _enrol(tx: Transaction, officer: Officer, facts: Certificate) -> Officer:
    set_certificate(tx, officer, facts)
    return load_officer(tx, officer.id)
