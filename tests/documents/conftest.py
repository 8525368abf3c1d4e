"""What the tests of documents share: keys are slow to make, so they live as long as the session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from procure_desktop.documents.commitment_document import render_commitment
from tests.documents.sheets import RECORD, make_sheet
from tests.documents.signed import Authority, Signed, sign_both


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture(scope="session")
def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="session")
def signed(
    authority: Authority, rsa_key: rsa.RSAPrivateKey, ec_key: ec.EllipticCurvePrivateKey
) -> Signed:
    preparer = authority.signing_key("Test Preparer", rsa_key)
    authoriser = authority.signing_key("Test Authoriser", ec_key)
    return sign_both(render_commitment(make_sheet(3), RECORD), preparer, authoriser)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def write_file(data: bytes) -> Path:
        path = tmp_path / "document.pdf"
        path.write_bytes(data)
        return path

    return write_file
