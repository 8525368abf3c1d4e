"""What of a certificate decides whether it may sign for an officer."""

from dataclasses import dataclass
from datetime import datetime

from procure_desktop.domain.errors import (
    CertificateExpiredError,
    CertificateNotEnrolledError,
    CertificateNotYetValidError,
    CertificateUsageError,
    KeyMismatchError,
    NoCertificateError,
)
from procure_desktop.domain.officer import Officer


@dataclass(frozen=True, slots=True)
class Certificate:
    """Facts read from an X.509 certificate; `fingerprint` is the SHA-256 of its DER in hex, times are UTC."""

    subject: str
    issuer: str
    serial: str
    fingerprint: str
    not_before: datetime
    not_after: datetime
    may_sign: bool
    pem: str


def check_signing(
    certificate: Certificate, officer: Officer, now: datetime, *, key_matches: bool
) -> None:
    """Refuse, before anything is signed, a certificate that must not sign for `officer` now."""
    if not officer.fingerprint:
        raise NoCertificateError(officer=officer.name)
    if certificate.fingerprint != officer.fingerprint:
        raise CertificateNotEnrolledError(officer=officer.name, subject=certificate.subject)
    check_usable(certificate, now)
    if not key_matches:
        raise KeyMismatchError(subject=certificate.subject)


def check_usable(certificate: Certificate, now: datetime) -> None:
    """Refuse a certificate outside its validity, or one whose key usage does not allow signatures."""
    if now < certificate.not_before:
        raise CertificateNotYetValidError(subject=certificate.subject, since=certificate.not_before)
    if now > certificate.not_after:
        raise CertificateExpiredError(subject=certificate.subject, until=certificate.not_after)
    if not certificate.may_sign:
        raise CertificateUsageError(subject=certificate.subject)
