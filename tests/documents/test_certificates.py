from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from procure_desktop.documents.certificates import read_certificate
from procure_desktop.domain.errors import CertificateUnreadableError
from tests.documents.signed import NOT_BEFORE, Authority

PATH = Path("officer.pem")


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_reads_both_forms(
    authority: Authority, ec_key: ec.EllipticCurvePrivateKey, encoding: Encoding
) -> None:
    issued = authority.issue("Test Officer", ec_key)
    read = read_certificate(issued.public_bytes(encoding), PATH)
    assert read.subject == "CN=Test Officer,O=Ministry for tests"
    assert read.issuer == "CN=Test Authority,O=Ministry for tests"
    assert read.fingerprint == issued.fingerprint(SHA256()).hex()
    assert int(read.serial, 16) == issued.serial_number
    assert (read.not_before, read.not_after) == (NOT_BEFORE, NOT_BEFORE + timedelta(days=800))
    assert read.pem.encode() == issued.public_bytes(Encoding.PEM)
    assert read.may_sign


def test_reads_the_first_of_several_after_other_text(
    authority: Authority, ec_key: ec.EllipticCurvePrivateKey
) -> None:
    issued = authority.issue("Test Officer", ec_key)
    pem = b"subject: anyone\n" + issued.public_bytes(Encoding.PEM) + authority.pem.encode()
    assert read_certificate(pem, PATH).subject.startswith("CN=Test Officer")


def test_neither_an_authority_nor_another_usage_may_sign(
    authority: Authority, ec_key: ec.EllipticCurvePrivateKey
) -> None:
    for certificate in (authority.certificate, authority.issue("Server", ec_key, signs=False)):
        assert not read_certificate(certificate.public_bytes(Encoding.DER), PATH).may_sign


def test_without_key_usage_any_may_sign(ec_key: ec.EllipticCurvePrivateKey) -> None:
    name = x509.Name([])
    builder = x509.CertificateBuilder(
        name, name, ec_key.public_key(), 1, NOT_BEFORE, NOT_BEFORE + timedelta(days=1)
    )
    certificate = builder.sign(ec_key, SHA256())
    assert read_certificate(certificate.public_bytes(Encoding.DER), PATH).may_sign


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----",
        bytes(range(256)) * 8,
        b"\x30\x82\xff\xff",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(CertificateUnreadableError) as refusal:
        read_certificate(data, PATH)
    assert refusal.value.path == PATH


# The library warns of a serial number below zero, and reads it.
@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_damaged_certificates_are_refused_or_read(authority: Authority) -> None:
    der = authority.certificate.public_bytes(Encoding.DER)
    for place in range(len(der)):
        damaged = bytearray(der)
        damaged[place] ^= 0xFF
        try:
            read_certificate(bytes(damaged), PATH)
        except CertificateUnreadableError:
            continue
