"""Signing a frozen document: PAdES B-B into a field that is already there, with a visible stamp."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asn1crypto import pkcs12 as asn1_pkcs12
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from procure_desktop.documents.certificates import certificate_facts, issuers_of
from procure_desktop.documents.document_language import tongue_of
from procure_desktop.documents.signature_boxes import ROLE_LABELS
from procure_desktop.documents.stamp import stamp_style
from procure_desktop.documents.tongue import in_a_line
from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.errors import (
    KeyFileUnreadableError,
    KeyMismatchError,
    SignatureFailedError,
    WrongKeyPassphraseError,
)

PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey

# What a signature holds beside the certificates: attributes and an RSA signature of up to 8192 bits.
_SIGNATURE_BYTES = 3072


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An opened key: its certificate, the private key, and the certificates that lead to its issuer."""

    certificate: Certificate
    private: PrivateKey
    chain: tuple[bytes, ...]


def open_key(data: bytes, passphrase: str, path: Path) -> SigningKey:
    """Open a PKCS#12 file with an RSA or elliptic curve key.

    Raises KeyFileUnreadableError for anything else, WrongKeyPassphraseError, and KeyMismatchError when no
    certificate in the file belongs to the key.
    """
    if not is_pkcs12(data):
        raise KeyFileUnreadableError(path=path)
    try:
        private, certificate, others = load_key_and_certificates(data, passphrase.encode() or None)
    except UnsupportedAlgorithm as error:
        raise KeyFileUnreadableError(path=path) from error
    except (ValueError, TypeError) as error:
        raise WrongKeyPassphraseError(path=path) from error
    if not isinstance(private, PrivateKey) or not (certificate or others):
        raise KeyFileUnreadableError(path=path)
    if certificate is None:  # none of those in the file belongs to the key
        raise KeyMismatchError(subject=certificate_facts(others[0]).subject)
    issuers = issuers_of(certificate, others)
    chain = tuple(issuer.public_bytes(Encoding.DER) for issuer in issuers)
    return SigningKey(certificate_facts(certificate), private, chain)


def key_matches(key: SigningKey) -> bool:
    """Whether the private key belongs to the certificate: pyHanko would sign with any."""
    certificate = x509.load_pem_x509_certificate(key.certificate.pem.encode())
    return certificate.public_key() == key.private.public_key()


def sign_document(
    pdf: bytes, role: SignatureRole, key: SigningKey, name: str, at: datetime
) -> bytes:
    """Sign as `role`: `pdf` and an incremental update that fills this role's field and nothing else.

    `name` is the officer's, `at` the claimed time in UTC. Checks nothing about the certificate: see
    check_signing. Not to be called inside a running asyncio loop. Raises SignatureFailedError for a PDF
    without this field or with it signed, and GlyphMissingError for the name.
    """
    signer, tongue = _KeySigner(key), tongue_of(pdf)
    metadata = PdfSignatureMetadata(
        field_name=role.value,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=in_a_line(tongue.tr(ROLE_LABELS[role])),
    )
    stamp = stamp_style(role, name, at, key.certificate.subject, tongue)
    try:
        return _append(pdf, _DatedSigner(metadata, signer, stamp, at), signer.bytes_reserved)
    except (SigningError, PdfError) as error:
        raise SignatureFailedError(reason=str(error)) from error


def _append(pdf: bytes, signer: PdfSigner, bytes_reserved: int) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signed = signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=bytes_reserved)
    return bytes(signed.getvalue())


def is_pkcs12(data: bytes) -> bool:
    """Whether the file has the outer form of PKCS#12: else every failure would be a passphrase's."""
    try:
        return bool(asn1_pkcs12.Pfx.load(data, strict=True)["version"].native == "v3")
    except (ValueError, TypeError):
        return False


class _KeySigner(Signer):
    """Signs with a key that is loaded once (pyHanko's own loads it twice for every signature)."""

    def __init__(self, key: SigningKey) -> None:
        certificate = _certificate(x509.load_pem_x509_certificate(key.certificate.pem.encode()))
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([asn1_x509.Certificate.load(other) for other in key.chain])
        super().__init__(signing_cert=certificate, cert_registry=store, embed_roots=False)
        self._private = key.private
        embedded = len(certificate.dump()) + sum(map(len, key.chain))
        self.bytes_reserved = 2 * (embedded + _SIGNATURE_BYTES)

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,  # noqa: ARG002 (SHA-256, as the metadata says)
        dry_run: bool = False,  # noqa: ARG002, FBT001, FBT002 (pyHanko's)
    ) -> bytes:
        """Sign `data` with SHA-256."""
        if isinstance(self._private, RSAPrivateKey):
            return self._private.sign(data, PKCS1v15(), SHA256())
        return self._private.sign(data, ECDSA(SHA256()))


class _DatedSigner(PdfSigner):
    """A signer that claims the office's time, and leaves the catalog as it was frozen."""

    def __init__(
        self, metadata: PdfSignatureMetadata, signer: Signer, stamp: BaseStampStyle, at: datetime
    ) -> None:
        super().__init__(metadata, signer, stamp_style=stamp)
        self._at = at

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Register none: the frozen document names the one for PAdES already."""

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002 (pyHanko's)
    ) -> PdfSigningSession:
        """Begin as pyHanko does, at the time that is claimed."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _certificate(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
