"""Officers, their roles, and what a role may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.errors import (
    IncompatibleRolesError,
    LastAdministratorError,
    NoRolesError,
    OfficerLeftError,
    OwnPreparationError,
    RoleMissingError,
)

OfficerId = NewType("OfficerId", int)


class Role(StrEnum):
    """What an officer may do in an office."""

    PREPARER = "preparer"
    AUTHORISER = "authoriser"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Officer:
    """One officer; `fingerprint` is the SHA-256 (hex) of the enrolled certificate, empty when none is.

    `left_at` is when the officer left the office for good (UTC), None for one who is there.
    """

    id: OfficerId
    name: str
    roles: frozenset[Role]
    fingerprint: str
    left_at: datetime | None = None

    def require(self, *roles: Role) -> None:
        """Refuse with RoleMissingError unless the officer has one of `roles`; OfficerLeftError for one who left."""
        self.check_present()
        if not self.roles.intersection(roles):
            raise RoleMissingError(officer=self.name, roles=roles)

    def check_present(self) -> None:
        """Refuse one who left with OfficerLeftError."""
        if self.left_at is not None:
            raise OfficerLeftError(name=self.name, left=self.left_at)


def check_leaving(leaving: Officer, administrators: Iterable[Officer]) -> None:
    """Refuse one who left already, and the last administrator: nobody could add officers any more."""
    leaving.check_present()
    others = [one for one in administrators if one.id != leaving.id]
    if Role.ADMINISTRATOR in leaving.roles and not others:
        raise LastAdministratorError(name=leaving.name)


def check_roles(roles: frozenset[Role]) -> None:
    """Refuse an empty set, and an administrator who also authorises: the one enrols the other's certificate."""
    if not roles:
        raise NoRolesError
    if {Role.ADMINISTRATOR, Role.AUTHORISER} <= roles:
        raise IncompatibleRolesError(first=Role.ADMINISTRATOR, second=Role.AUTHORISER)


def check_separation(prepared_by: OfficerId, authorising: Officer) -> None:
    """Refuse an officer who would authorise or return what the same officer prepared."""
    if authorising.id == prepared_by:
        raise OwnPreparationError(officer=authorising.name)
