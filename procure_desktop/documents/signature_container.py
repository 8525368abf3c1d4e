"""The CMS container of one signature, held to the narrow form in which signing.py writes it.

Much of a container is covered by no signature. It is put together again from the parts that are, and
must come out the same: then no byte of it can be changed unseen.
"""

from dataclasses import dataclass

from asn1crypto import cms, parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.general import extract_certificate_info, extract_signer_info
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from procure_desktop.documents.certificates import issuers_of

# PAdES baseline B-B: without the last a signature does not say which certificate it was made with.
_ATTRIBUTES = ["content_type", "message_digest", "signing_certificate_v2"]
_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
_MECHANISMS = frozenset({"rsassa_pkcs1v15", "ecdsa"})


class ContainerError(Exception):
    """The container is not of the form that this program writes."""


@dataclass(frozen=True, slots=True)
class Container:
    """A container of the right form; whether it signs anything is for `signs` to say."""

    signer: x509.Certificate
    others: tuple[x509.Certificate, ...]
    digest_algorithm: str
    _signer_info: cms.SignerInfo

    def signs(self, digest: bytes) -> bool:
        """Whether the signer signed bytes with this digest (by `digest_algorithm`)."""
        signer = asn1_x509.Certificate.load(self.signer.public_bytes(Encoding.DER))
        intact, valid = validate_sig_integrity(self._signer_info, signer, "data", digest)
        return intact and valid


def read_container(contents: bytes) -> Container:
    """Read a signature's /Contents, DER padded with zeros; raises on any other form."""
    length = parser.peek(contents)
    _require(not contents[length:].strip(b"\0"))
    der = contents[:length]
    signed = cms.ContentInfo.load(der, strict=True)["content"]
    signer_info = extract_signer_info(signed)
    certificates = extract_certificate_info(signed)
    _require(_rebuild(signed, signer_info, certificates.signer_cert) == der)
    _check_algorithms(signer_info)
    signer = _load(certificates.signer_cert)
    others = tuple(_load(other) for other in certificates.other_certs)
    # A certificate that issued nothing here could be changed or exchanged unseen.
    _require(len(issuers_of(signer, others)) == len(others))
    digest = signer_info["digest_algorithm"]["algorithm"].native
    return Container(signer, others, digest, signer_info)


def _rebuild(
    signed: cms.SignedData, signer_info: cms.SignerInfo, signer: asn1_x509.Certificate
) -> bytes:
    identity = {"issuer": signer.issuer, "serial_number": signer.serial_number}
    again = cms.SignerInfo(
        {
            "version": "v1",
            "sid": {"issuer_and_serial_number": identity},
            "digest_algorithm": signer_info["digest_algorithm"],
            "signature_algorithm": signer_info["signature_algorithm"],
            "signed_attrs": signer_info["signed_attrs"],
            "signature": signer_info["signature"],
        }
    )
    content = {
        "version": "v1",
        "digest_algorithms": [signer_info["digest_algorithm"]],
        "encap_content_info": {"content_type": "data"},
        "certificates": signed["certificates"],
        "signer_infos": [again],
    }
    info = {"content_type": "signed_data", "content": cms.SignedData(content)}
    return bytes(cms.ContentInfo(info).dump())


def _check_algorithms(signer_info: cms.SignerInfo) -> None:
    attributes = sorted(attribute["type"].native for attribute in signer_info["signed_attrs"])
    _require(attributes == _ATTRIBUTES)
    _require(signer_info["digest_algorithm"]["algorithm"].native in _DIGESTS)
    _require(signer_info["signature_algorithm"].signature_algo in _MECHANISMS)


def _load(certificate: asn1_x509.Certificate) -> x509.Certificate:
    return x509.load_der_x509_certificate(certificate.dump())


def _require(holds: bool) -> None:  # noqa: FBT001 (said by the call)
    if not holds:
        raise ContainerError
