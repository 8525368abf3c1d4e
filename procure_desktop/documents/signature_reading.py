"""The signatures of a PDF as they stand in its bytes: field, range, container, claimed time."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.errors import SignatureValidationError

from procure_desktop.documents.byte_range import ByteRange, ByteRangeError
from procure_desktop.documents.certificates import certificate_facts
from procure_desktop.documents.signature_container import Container, ContainerError, read_container
from procure_desktop.domain.certificate import Certificate
from procure_desktop.domain.document import SignatureRole

_DICTIONARY = {"/Type": "/Sig", "/Filter": "/Adobe.PPKLite", "/SubFilter": "/ETSI.CAdES.detached"}
# A /Reference would lock fields or the document, which this program's signatures never do.
_KEYS = frozenset({*_DICTIONARY, "/ByteRange", "/Contents", "/M", "/Name", "/Reason"})
# What parsing hostile ASN.1, certificates and PDF objects raises.
_READING_ERRORS = (ValueError, TypeError, KeyError, UnsupportedAlgorithm, SignatureValidationError)


class FieldsError(Exception):
    """Other form fields than the two of a commitment document, or signed out of order."""


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """One signature. `end` is where its range ends; `container` is None for one that is broken."""

    role: SignatureRole
    revision: int
    end: int
    signed_at: datetime | None
    container: Container | None

    @property
    def certificate(self) -> Certificate | None:
        """Facts of the signer's certificate."""
        return certificate_facts(self.container.signer) if self.container else None


def read_signatures(reader: PdfFileReader, pdf: bytes) -> list[SignatureReading]:
    """The signatures in the order of the fields; FieldsError unless the fields are as expected."""
    fields = _fields(reader)
    signed = [(role, field) for role, field in fields if "/V" in field]
    if [role for role, _ in signed] != list(SignatureRole)[: len(signed)]:
        raise FieldsError
    return [_read(reader, pdf, role, field) for role, field in signed]


def _fields(reader: PdfFileReader) -> list[tuple[SignatureRole, generic.DictionaryObject]]:
    root = reader.root
    listed = root["/AcroForm"]["/Fields"] if "/AcroForm" in root else []
    fields = [field.get_object() for field in listed]
    names = [(field.get("/FT"), field.get("/T"), "/Kids" in field) for field in fields]
    if names != [("/Sig", role.value, False) for role in SignatureRole]:
        raise FieldsError
    return list(zip(SignatureRole, fields, strict=True))


def _read(
    reader: PdfFileReader, pdf: bytes, role: SignatureRole, field: generic.DictionaryObject
) -> SignatureReading:
    reference = field.get_value_as_reference("/V")
    signature = reference.get_object()
    if not isinstance(signature, generic.DictionaryObject):
        raise FieldsError
    revision = reader.xrefs.get_last_change(reference)
    end, container = 0, None
    try:
        span = ByteRange.of(signature, pdf)
        end = span.end
        container = _open(signature, pdf, span)
    except (ByteRangeError, ContainerError, *_READING_ERRORS):
        container = None
    return SignatureReading(role, revision, end, _claimed_time(signature), container)


def _open(signature: generic.DictionaryObject, pdf: bytes, span: ByteRange) -> Container | None:
    """The container, or None when it does not sign the bytes of its range."""
    known = all(signature.get(key) == value for key, value in _DICTIONARY.items())
    if not known or not _KEYS.issuperset(signature.keys()):
        raise ContainerError
    container = read_container(span.contents(signature, pdf))
    digest = hashlib.new(container.digest_algorithm, span.signed(pdf)).digest()
    return container if container.signs(digest) else None


def _claimed_time(signature: generic.DictionaryObject) -> datetime | None:
    try:
        claimed = generic.parse_pdf_date(str(signature["/M"]))
    except (KeyError, ValueError):
        return None
    return claimed.astimezone(UTC)
