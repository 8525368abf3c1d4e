"""Letters of lists, and the officers who attested to them."""

from datetime import datetime

from sqlalchemy import Row, insert, select

from procure_desktop.domain.attestation import Attestation, Attestor, Letter
from procure_desktop.domain.errors import ListUnknownError
from procure_desktop.domain.officer import Officer, OfficerId, Role
from procure_desktop.domain.request_list import ListEdition
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_tables import list_release
from procure_desktop.store.schema import attestation, letter
from procure_desktop.store.schema import officer as officers


def release_key(tx: Transaction, serial: str, version: int) -> int:
    """The key of one version of a list; ListUnknownError for none."""
    named = (list_release.c.serial == serial) & (list_release.c.version == version)
    row = tx.execute(select(list_release.c.id).where(named)).first()
    if row is None:
        raise ListUnknownError(serial=serial)
    return int(row.id)


def add_letter(
    tx: Transaction, release: int, stored: Letter, pdf: bytes, by: OfficerId, at: datetime
) -> None:
    """Store a list's letter; it is never replaced."""
    values = {
        "release_id": release,
        "name": stored.name,
        "reference": stored.reference,
        "day": stored.day,
        "sha256": stored.sha256,
        "pdf": pdf,
        "added_by": by,
        "added_at": at,
    }
    tx.execute(insert(letter).values(**values))


def add_attestation(tx: Transaction, release: int, by: Officer, at: datetime) -> None:
    """Note that an officer attests to a list whose letter is stored."""
    authoriser = Role.AUTHORISER in by.roles
    values = {"release_id": release, "officer_id": by.id, "authoriser": authoriser, "at": at}
    tx.execute(insert(attestation).values(**values))


def load_attestation(tx: Transaction, release: int) -> Attestation | None:
    """The letter and the officers of a list; None while it has no letter."""
    columns = (letter.c.name, letter.c.reference, letter.c.day, letter.c.sha256)
    found = tx.execute(select(*columns).where(letter.c.release_id == release)).first()
    if found is None:
        return None
    by = (
        select(
            attestation.c.officer_id, officers.c.name, attestation.c.authoriser, attestation.c.at
        )
        .join(officers, officers.c.id == attestation.c.officer_id)
        .where(attestation.c.release_id == release)
        .order_by(attestation.c.at)
    )
    return Attestation(Letter(*found), tuple(_attestor(row) for row in tx.execute(by)))


def attestation_of(tx: Transaction, edition: ListEdition) -> Attestation | None:
    """The letter and the officers of one version of a list; None for a signed release."""
    return load_attestation(tx, release_key(tx, edition.serial, edition.version))


def _attestor(row: Row[int, str, bool, datetime]) -> Attestor:
    return Attestor(OfficerId(row.officer_id), row.name, row.authoriser, row.at)


def letter_pdf(tx: Transaction, release: int) -> bytes | None:
    """The letter's bytes; None while there is none."""
    return tx.execute(select(letter.c.pdf).where(letter.c.release_id == release)).scalar()
