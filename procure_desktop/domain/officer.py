"""Officers, their roles, and what a role may do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from procure_desktop.domain.errors import (
    IncompatibleRolesError,
    NoRolesError,
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
    """One officer; `fingerprint` is the SHA-256 (hex) of the enrolled certificate, empty when none is."""

    id: OfficerId
    name: str
    roles: frozenset[Role]
    fingerprint: str

    def require(self, *roles: Role) -> None:
        """Refuse with RoleMissingError unless the officer has one of `roles`."""
        if not self.roles.intersection(roles):
            raise RoleMissingError(officer=self.name, roles=roles)


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
