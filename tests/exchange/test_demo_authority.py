from datetime import UTC, datetime
from pathlib import Path
from subprocess import run

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from procure_desktop.exchange.demo_authority import (
    KeyKind,
    TestAuthority,
    Validity,
    issue,
    make_authority,
)

VALIDITY = Validity(datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def authority() -> TestAuthority:
    return make_authority("Authority", VALIDITY)


def common_name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def test_every_name_says_that_it_is_a_test(authority: TestAuthority) -> None:
    issued = issue(authority, "Preparer", "secret", VALIDITY)
    for pem in (authority.pem, issued.pem):
        assert common_name(x509.load_pem_x509_certificate(pem)).startswith("TEST ")
        assert b"TEST ONLY" in x509.load_pem_x509_certificate(pem).subject.public_bytes()


@pytest.mark.parametrize(
    ("kind", "key_class"), [(KeyKind.EC, EllipticCurvePrivateKey), (KeyKind.RSA, RSAPrivateKey)]
)
def test_a_key_file_opens_with_its_passphrase(
    authority: TestAuthority, kind: KeyKind, key_class: type
) -> None:
    issued = issue(authority, "Preparer", "secret", VALIDITY, kind=kind)
    key, certificate, others = pkcs12.load_key_and_certificates(issued.pkcs12, b"secret")
    assert isinstance(key, key_class)
    assert certificate == x509.load_pem_x509_certificate(issued.pem)
    assert others == [x509.load_pem_x509_certificate(authority.pem)]
    with pytest.raises(ValueError, match="password"):
        pkcs12.load_key_and_certificates(issued.pkcs12, b"wrong")


def test_a_signer_may_sign_documents_and_nothing_else(authority: TestAuthority) -> None:
    for may_sign in (True, False):
        pem = issue(authority, "Signer", "secret", VALIDITY, may_sign=may_sign).pem
        extensions = x509.load_pem_x509_certificate(pem).extensions
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
        assert usage.content_commitment is usage.digital_signature is may_sign
        assert not usage.key_cert_sign
        assert not extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_certificate_is_valid_when_it_was_asked_to_be(authority: TestAuthority) -> None:
    past = Validity(datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC))
    certificate = x509.load_pem_x509_certificate(issue(authority, "Late", "secret", past).pem)
    assert certificate.not_valid_before_utc == past.since
    assert certificate.not_valid_after_utc == past.until


def test_another_program_follows_the_chain(authority: TestAuthority, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    (tmp_path / "signer.pem").write_bytes(issue(authority, "Signer", "secret", VALIDITY).pem)
    checked = run(
        ["openssl", "verify", "-x509_strict", "-CAfile", "ca.pem", "signer.pem"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout == "signer.pem: OK\n", checked.stderr
