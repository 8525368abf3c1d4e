"""A test authority, officers' keys under it, and a document at each stage of signing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from procure_desktop.documents.signing import PrivateKey, SigningKey, open_key, sign_document
from procure_desktop.documents.verification import OfficeEvidence
from procure_desktop.domain.document import FrozenDocument, SignatureRole

PASSPHRASE = "a passphrase for tests"
NOT_BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
SIGNED_AT = datetime(2026, 6, 12, 9, 1, 2, tzinfo=UTC)
COUNTERSIGNED_AT = datetime(2026, 6, 12, 14, 3, 22, tzinfo=UTC)


@dataclass(frozen=True)
class Authority:
    """A certificate authority, its own root or under `parent`, which issues to a key."""

    name: str = "Test Authority"
    parent: "Authority | None" = None
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @cached_property
    def certificate(self) -> x509.Certificate:
        issuer = self.parent or self
        return issuer._certify(self.name, self.key, 3650, signs=False, authority=True)

    @property
    def chain(self) -> list[x509.Certificate]:
        return [self.certificate, *(self.parent.chain if self.parent else [])]

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()

    def issue(
        self, name: str, key: PrivateKey, *, days: int = 800, signs: bool = True
    ) -> x509.Certificate:
        return self._certify(name, key, days, signs=signs, authority=False)

    def key_file(
        self, name: str, key: PrivateKey, certificate: x509.Certificate | None = None
    ) -> bytes:
        return serialize_key_and_certificates(
            name.encode(),
            key,
            certificate or self.issue(name, key),
            self.chain,
            BestAvailableEncryption(PASSPHRASE.encode()),
        )

    def signing_key(
        self, name: str, key: PrivateKey, certificate: x509.Certificate | None = None
    ) -> SigningKey:
        return open_key(self.key_file(name, key, certificate), PASSPHRASE, Path("key.p12"))

    def _certify(
        self, name: str, key: PrivateKey, days: int, *, signs: bool, authority: bool
    ) -> x509.Certificate:
        usage = x509.KeyUsage(
            digital_signature=signs, content_commitment=signs, key_encipherment=not signs,
            data_encipherment=False, key_agreement=False, key_cert_sign=authority,
            crl_sign=authority, encipher_only=False, decipher_only=False,
        )  # fmt: skip
        builder = x509.CertificateBuilder(
            subject_name=_name(name),
            issuer_name=_name(self.name),
            public_key=key.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=NOT_BEFORE,
            not_valid_after=NOT_BEFORE + timedelta(days=days),
        )
        builder = builder.add_extension(x509.BasicConstraints(authority, None), critical=True)
        return builder.add_extension(usage, critical=True).sign(self.key, SHA256())


def _name(common: str) -> x509.Name:
    return x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ministry for tests"),
        x509.NameAttribute(NameOID.COMMON_NAME, common),
    ])  # fmt: skip


@dataclass(frozen=True)
class Signed:
    """A document frozen, signed by the preparer, and countersigned, with what the office knows."""

    frozen: FrozenDocument
    prepared: bytes
    authorised: bytes
    evidence: OfficeEvidence
    preparer: SigningKey
    authoriser: SigningKey


def sign_both(frozen: FrozenDocument, preparer: SigningKey, authoriser: SigningKey) -> Signed:
    """Sign a frozen document twice."""
    first, second = SignatureRole
    prepared = sign_document(frozen.unsigned, first, preparer, "Test Preparer", SIGNED_AT)
    authorised = sign_document(prepared, second, authoriser, "Test Authoriser", COUNTERSIGNED_AT)
    signers = (
        (first, preparer.certificate.fingerprint),
        (second, authoriser.certificate.fingerprint),
    )
    evidence = OfficeEvidence(frozen.unsigned, frozen.record, signers)
    return Signed(frozen, prepared, authorised, evidence, preparer, authoriser)
