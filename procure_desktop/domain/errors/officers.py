"""Officers, certificates and keys that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procure_desktop.domain.errors.base import Refusal

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from procure_desktop.domain.officer import Role


@dataclass(eq=False)
class NoRolesError(Refusal):
    """An officer without a role."""


@dataclass(eq=False)
class IncompatibleRolesError(Refusal):
    """Two roles that one officer must not have together."""

    first: Role
    second: Role


@dataclass(eq=False)
class RoleMissingError(Refusal):
    """The officer has none of the roles that the act asks for."""

    officer: str
    roles: tuple[Role, ...]


@dataclass(eq=False)
class OwnPreparationError(Refusal):
    """An officer would authorise or return what the same officer prepared."""

    officer: str


@dataclass(eq=False)
class NotPreparerError(Refusal):
    """An officer would change what another prepared."""

    officer: str


@dataclass(eq=False)
class OfficerUnknownError(Refusal):
    """No officer of this name in the office."""

    name: str


@dataclass(eq=False)
class OfficerExistsError(Refusal):
    """The name is taken."""

    name: str


@dataclass(eq=False)
class OfficerLeftError(Refusal):
    """The officer has left the office."""

    name: str
    left: datetime


@dataclass(eq=False)
class LastAdministratorError(Refusal):
    """The only administrator would leave."""

    name: str


@dataclass(eq=False)
class WrongPassphraseError(Refusal):
    """The passphrase does not open the officer's key slot."""

    name: str


@dataclass(eq=False)
class WeakPassphraseError(Refusal):
    """A passphrase that is too short."""

    least: int


@dataclass(eq=False)
class NoCertificateError(Refusal):
    """No certificate is enrolled for the officer."""

    officer: str


@dataclass(eq=False)
class CertificateNotEnrolledError(Refusal):
    """The certificate is not the one that the administrator enrolled."""

    officer: str
    subject: str


@dataclass(eq=False)
class CertificateExpiredError(Refusal):
    """The certificate's validity has ended."""

    subject: str
    until: datetime


@dataclass(eq=False)
class CertificateNotYetValidError(Refusal):
    """The certificate's validity has not begun."""

    subject: str
    since: datetime


@dataclass(eq=False)
class CertificateUsageError(Refusal):
    """The certificate's key usage does not allow signatures."""

    subject: str


@dataclass(eq=False)
class CertificateTakenError(Refusal):
    """The certificate is enrolled for another officer."""

    subject: str
    officer: str


@dataclass(eq=False)
class CertificateUnreadableError(Refusal):
    """A file that holds no X.509 certificate in PEM, DER or PKCS#12."""

    path: Path


@dataclass(eq=False)
class KeyMismatchError(Refusal):
    """The private key does not belong to the certificate."""

    subject: str


@dataclass(eq=False)
class KeyFileUnreadableError(Refusal):
    """A file that is no PKCS#12 key file."""

    path: Path


@dataclass(eq=False)
class WrongKeyPassphraseError(Refusal):
    """The passphrase does not open the key file."""

    path: Path


@dataclass(eq=False)
class SignatureFailedError(Refusal):
    """What was signed did not verify, so it was thrown away."""

    reason: str


@dataclass(eq=False)
class NoAdministratorError(Refusal):
    """An office that would begin with nobody who can add officers and set anything."""
