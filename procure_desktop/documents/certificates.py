"""X.509 certificates, read down to the facts that decide whether they may sign."""

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.errors import CertificateUnreadableError

_PEM_MARK = b"-----BEGIN CERTIFICATE-----"


def read_certificate(data: bytes, path: Path) -> Certificate:
    """Read one certificate in PEM (the first of several) or DER.

    Raises CertificateUnreadableError, which names `path`.
    """
    try:
        return certificate_facts(_load(data))
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension) as error:
        raise CertificateUnreadableError(path=path) from error


def certificate_facts(certificate: x509.Certificate) -> Certificate:
    """The domain's view of a certificate."""
    return Certificate(
        subject=certificate.subject.rfc4514_string(),
        issuer=certificate.issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:x}",
        fingerprint=certificate.fingerprint(SHA256()).hex(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        may_sign=_may_sign(certificate),
        pem=certificate.public_bytes(Encoding.PEM).decode("ascii"),
    )


def issuers_of(
    certificate: x509.Certificate, others: Sequence[x509.Certificate]
) -> tuple[x509.Certificate, ...]:
    """Those of `others` that issued `certificate`, directly or through each other, nearest first."""
    path, left = [certificate], list(others)
    while issuer := next((other for other in left if _issued(other, path[-1])), None):
        left.remove(issuer)
        path.append(issuer)
    return tuple(path[1:])


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _load(data: bytes) -> x509.Certificate:
    if _PEM_MARK in data:
        return x509.load_pem_x509_certificate(data)
    return x509.load_der_x509_certificate(data)


def _may_sign(certificate: x509.Certificate) -> bool:
    return _usage_allows(certificate) and not _is_authority(certificate)


def _usage_allows(certificate: x509.Certificate) -> bool:
    """Whether key usage has digitalSignature or nonRepudiation, or is not stated at all."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    except x509.ExtensionNotFound:
        return False
    return constraints.value.ca
