"""A test authority: issues certificates for the demo office and for tests, and says so in every name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_ORGANISATION = "TEST ONLY: no legal effect"
_RSA_BITS = 2048
_RSA_EXPONENT = 65537


class KeyKind(StrEnum):
    """Which kind of key a certificate is for."""

    EC = "EC P-256"
    RSA = "RSA 2048"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when a certificate is valid (UTC)."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class TestAuthority:
    """A test authority: its own certificate in PEM, which is what others trust, and its key."""

    # pytest would take the name for a test.
    __test__ = False

    pem: bytes
    key: PrivateKey


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A key file (PKCS#12 with the chain) and the certificate alone in PEM."""

    pkcs12: bytes
    pem: bytes


def make_authority(name: str, validity: Validity) -> TestAuthority:
    """Make an authority named `TEST NAME` with an EC key and a self-signed certificate."""
    key = _make_key(KeyKind.EC)
    subject = _subject(name)
    builder = _builder(subject, subject, key, validity)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(authority=True), critical=True)
    return TestAuthority(builder.sign(key, SHA256()).public_bytes(Encoding.PEM), key)


def issue(
    authority: TestAuthority,
    name: str,
    passphrase: str,
    validity: Validity,
    *,
    kind: KeyKind = KeyKind.EC,
    may_sign: bool = True,
) -> IssuedKey:
    """Issue a key for signing documents to `TEST NAME`, in a key file under `passphrase`.

    Without `may_sign` the certificate's usage is key agreement, so that signing with it must be refused.
    """
    issuer = x509.load_pem_x509_certificate(authority.pem)
    key = _make_key(kind)
    builder = _builder(_subject(name), issuer.subject, key, validity)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    builder = builder.add_extension(_usage(signing=may_sign), critical=True)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
        critical=False,
    )
    certificate = builder.sign(authority.key, SHA256())
    encryption = BestAvailableEncryption(passphrase.encode())
    file = pkcs12.serialize_key_and_certificates(
        name.encode(), key, certificate, [issuer], encryption
    )
    return IssuedKey(file, certificate.public_bytes(Encoding.PEM))


def _make_key(kind: KeyKind) -> PrivateKey:
    if kind == KeyKind.RSA:
        return rsa.generate_private_key(_RSA_EXPONENT, _RSA_BITS)
    return ec.generate_private_key(ec.SECP256R1())


def _subject(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, f"TEST {name}"),
        ]
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: PrivateKey, validity: Validity
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(validity.since)
        .not_valid_after(validity.until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, authority: bool = False, signing: bool = False) -> x509.KeyUsage:
    """Certificates and revocation lists for an authority; documents for a signer; else key agreement."""
    return x509.KeyUsage(
        digital_signature=signing,
        content_commitment=signing,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=not (authority or signing),
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
