"""Whether a signer's certificate leads to an anchor that is trusted, without asking any network."""

import asyncio
from datetime import datetime

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, ValidationError

from procure_desktop.documents.signature_container import Container

Anchors = list[asn1_x509.Certificate]


def read_anchors(trust: tuple[str, ...]) -> Anchors:
    """The certificates in PEM texts; a text that holds none gives no anchor."""
    anchors: Anchors = []
    for text in trust:
        try:
            loaded = x509.load_pem_x509_certificates(text.encode())
        except ValueError:
            continue
        anchors += [_convert(certificate) for certificate in loaded]
    return anchors


def leads_to_anchor(container: Container, anchors: Anchors, moment: datetime) -> bool:
    """Whether the certificate was valid at `moment` (UTC) under one of `anchors`.

    Revocation is not looked at: a B-B signature carries nothing about it, and nothing is fetched.
    """
    if not anchors:
        return False
    context = ValidationContext(
        trust_roots=anchors, allow_fetching=False, moment=moment, crls=[], ocsps=[]
    )
    others = [_convert(other) for other in container.others]
    validator = CertificateValidator(_convert(container.signer), others, context)
    try:
        asyncio.run(validator.async_validate_path())
    except (ValidationError, PathBuildingError):
        return False
    return True


def _convert(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
