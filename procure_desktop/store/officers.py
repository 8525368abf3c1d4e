"""Officers, their roles and their enrolled certificates."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.errors import (
    CertificateTakenError,
    OfficerExistsError,
    OfficerUnknownError,
)
from procure_desktop.domain.officer import Officer, OfficerId, Role
from procure_desktop.domain.text import fold
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import officer, officer_role


def add_officer(tx: Transaction, name: str, roles: Iterable[Role]) -> Officer:
    """Add an officer; OfficerExistsError when the name is taken, or one that differs in case alone."""
    names = tx.execute(select(officer.c.name)).scalars()
    if fold(name) in {fold(taken) for taken in names}:
        raise OfficerExistsError(name=name)
    key = tx.execute(insert(officer).values(name=name).returning(officer.c.id)).scalar_one()
    tx.execute(insert(officer_role), [{"officer_id": key, "role": role} for role in sorted(roles)])
    return load_officer(tx, OfficerId(key))


def load_officer(tx: Transaction, officer_id: OfficerId) -> Officer:
    """The officer with this id."""
    return _officer(tx, tx.execute(_selection().where(officer.c.id == officer_id)).one())


def find_officer(tx: Transaction, name: str) -> Officer:
    """The officer of this name; OfficerUnknownError for none."""
    row = tx.execute(_selection().where(officer.c.name == name)).first()
    if row is None:
        raise OfficerUnknownError(name=name)
    return _officer(tx, row)


def officers_with(tx: Transaction, role: Role) -> list[Officer]:
    """Every officer who has the role now, in the order in which they were added."""
    holders = select(officer_role.c.officer_id).where(officer_role.c.role == role)
    rows = tx.execute(_selection().where(officer.c.id.in_(holders)).order_by(officer.c.id)).all()
    return [_officer(tx, row) for row in rows]


def let_go(tx: Transaction, leaving: Officer, at: datetime) -> Officer:
    """Mark an officer as left and take the roles away; the name and the certificate stay, for what was signed."""
    tx.execute(update(officer).where(officer.c.id == leaving.id).values(left_at=at))
    tx.execute(delete(officer_role).where(officer_role.c.officer_id == leaving.id))
    return load_officer(tx, leaving.id)


def set_certificate(tx: Transaction, holder: Officer, certificate: Certificate) -> None:
    """Enrol a certificate in place of an earlier one; CertificateTakenError when another officer has it."""
    taken = select(officer.c.name).where(
        officer.c.fingerprint == certificate.fingerprint, officer.c.id != holder.id
    )
    other = tx.execute(taken).scalar()
    if other is not None:
        raise CertificateTakenError(subject=certificate.subject, officer=other)
    tx.execute(
        update(officer)
        .where(officer.c.id == holder.id)
        .values(
            certificate=certificate.pem,
            subject=certificate.subject,
            fingerprint=certificate.fingerprint,
            certificate_until=certificate.not_after,
        )
    )


def load_certificates(tx: Transaction) -> tuple[str, ...]:
    """Every enrolled certificate, PEM."""
    rows = tx.execute(
        select(officer.c.certificate).where(officer.c.certificate != "").order_by(officer.c.id)
    )
    return tuple(rows.scalars())


def _selection() -> Select[Any]:
    return select(officer.c.id, officer.c.name, officer.c.fingerprint, officer.c.left_at)


def _officer(tx: Transaction, row: Row[Any]) -> Officer:
    roles = tx.execute(
        select(officer_role.c.role).where(officer_role.c.officer_id == row.id)
    ).scalars()
    held = frozenset(Role(role) for role in roles)
    return Officer(OfficerId(row.id), row.name, held, row.fingerprint, row.left_at)
