import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

from procure_desktop.documents.signing import key_matches, open_key, sign_document
from procure_desktop.domain.document import SignatureRole
from procure_desktop.domain.errors import (
    GlyphMissingError,
    KeyFileUnreadableError,
    SignatureFailedError,
    WrongKeyPassphraseError,
)
from tests.documents.signed import PASSPHRASE, SIGNED_AT, Authority, Signed, sign_both
from tests.documents.test_commitment_document import read_text

PATH = Path("officer.p12")
Write = Callable[[bytes], Path]


def pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", path], capture_output=True, check=False, text=True).stdout


def test_pdfsig_finds_both_signatures_valid(signed: Signed, write: Write) -> None:
    report = pdfsig(write(signed.authorised))
    assert report.count("Signature is Valid.") == 2
    assert report.count("ETSI.CAdES.detached") == 2
    first, second = report.split("Signature #2:")
    assert "Signature Field Name: PreparedBy" in first
    assert "Not total document signed" in first
    assert "Signature Field Name: AuthorisedBy" in second
    assert "- Total document signed" in second
    assert "Test Preparer" in first
    assert "Test Authoriser" in second


def test_pdfsig_finds_the_first_signature_valid_alone(signed: Signed, write: Write) -> None:
    report = pdfsig(write(signed.prepared))
    assert report.count("Signature is Valid.") == 1
    assert "- Total document signed" in report


def containers(pdf: bytes) -> list[tuple[bytes, bytes]]:
    """Of every signature the signed bytes and the container, read without any PDF library."""
    found = []
    for match in re.finditer(rb"/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+) ?\]", pdf):
        first, length, start, rest = map(int, match.groups())
        contents = bytes.fromhex(pdf[length + 1 : start - 1].decode())
        found.append((pdf[first:length] + pdf[start : start + rest], contents))
    return found


def test_openssl_verifies_each_signature(
    signed: Signed, authority: Authority, tmp_path: Path
) -> None:
    found = containers(signed.authorised)
    assert len(found) == 2
    (tmp_path / "ca.pem").write_text(authority.pem)
    for content, container in found:
        # The DER says how long it is; what follows is the padding.
        length = 4 + int.from_bytes(container[2:4])
        (tmp_path / "content").write_bytes(content)
        (tmp_path / "container").write_bytes(container[:length])
        run = subprocess.run(
            [
                "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
                "-in", "container", "-content", "content", "-CAfile", "ca.pem",
                "-purpose", "any", "-attime", str(int(SIGNED_AT.timestamp())), "-out", "out",
            ],
            cwd=tmp_path, capture_output=True, check=False, text=True,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        assert "successful" in run.stderr


def test_qpdf_finds_nothing_wrong(signed: Signed, write: Write) -> None:
    run = subprocess.run(
        ["qpdf", "--check", write(signed.authorised)], capture_output=True, check=False
    )
    assert run.returncode == 0


def test_signing_only_appends(signed: Signed) -> None:
    assert signed.prepared.startswith(signed.frozen.unsigned)
    assert signed.authorised.startswith(signed.prepared)


def test_signing_leaves_page_and_catalog_alone(signed: Signed) -> None:
    update = signed.prepared[len(signed.frozen.unsigned) :]
    changed = {int(number) for number in re.findall(rb"(?:^|\n)(\d+) 0 obj", update)}
    with pikepdf.open(io.BytesIO(signed.frozen.unsigned)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        kept = {pdf.Root.objgen[0], pdf.Root.AcroForm.objgen[0], fields[1].objgen[0]}
        kept |= {page.obj.objgen[0] for page in pdf.pages}
        assert fields[0].objgen[0] in changed
    assert not changed & kept


def test_stamps_say_who_when_and_by_which_certificate(signed: Signed, write: Write) -> None:
    text = read_text(write(signed.authorised))
    for expected in (
        "Prepared by · signed electronically Test Preparer 12 June 2026, 09:01:02 UTC",
        "CN=Test Preparer,O=Ministry for tests",
        "Authorised by · signed electronically Test Authoriser 12 June 2026, 14:03:22 UTC",
        "CN=Test Authoriser,O=Ministry for tests",
    ):
        assert expected in text


def test_fonts_stay_noto_sans(signed: Signed, write: Write) -> None:
    run = subprocess.run(
        ["pdffonts", write(signed.authorised)], capture_output=True, check=True, text=True
    )
    assert all("NotoSans" in font for font in run.stdout.splitlines()[2:])


def test_the_keys_may_change_places(signed: Signed, write: Write) -> None:
    other = sign_both(signed.frozen, signed.authoriser, signed.preparer)
    assert pdfsig(write(other.authorised)).count("Signature is Valid.") == 2


def test_larger_curves_sign_too(signed: Signed, authority: Authority, write: Write) -> None:
    key = authority.signing_key("Test Officer", ec.generate_private_key(ec.SECP384R1()))
    other = sign_both(signed.frozen, key, signed.authoriser)
    assert pdfsig(write(other.authorised)).count("Signature is Valid.") == 2


def test_a_field_is_signed_once(signed: Signed) -> None:
    for pdf in (signed.prepared, signed.authorised):
        with pytest.raises(SignatureFailedError):
            sign_document(
                pdf, SignatureRole.PREPARED_BY, signed.authoriser, "Test Authoriser", SIGNED_AT
            )


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\n%%EOF\n", b"nothing of the kind"])
def test_what_is_no_document_is_not_signed(signed: Signed, pdf: bytes) -> None:
    with pytest.raises(SignatureFailedError):
        sign_document(pdf, SignatureRole.PREPARED_BY, signed.preparer, "Test Preparer", SIGNED_AT)


def test_a_name_without_glyphs_is_refused(signed: Signed) -> None:
    with pytest.raises(GlyphMissingError):
        sign_document(
            signed.frozen.unsigned, SignatureRole.PREPARED_BY, signed.preparer, "漢", SIGNED_AT
        )


def test_a_subject_without_glyphs_is_stamped_with_question_marks(
    signed: Signed, write: Write
) -> None:
    strange = replace(signed.preparer.certificate, subject="CN=漢字 " + "long " * 80)
    key = replace(signed.preparer, certificate=strange)
    at = datetime(2026, 6, 12, tzinfo=UTC)
    pdf = sign_document(signed.frozen.unsigned, SignatureRole.PREPARED_BY, key, "Test Preparer", at)
    assert "CN=?? long long" in read_text(write(pdf))


def test_opens_a_key(authority: Authority, rsa_key: rsa.RSAPrivateKey) -> None:
    key = open_key(authority.key_file("Test Preparer", rsa_key), PASSPHRASE, PATH)
    assert key.certificate.subject == "CN=Test Preparer,O=Ministry for tests"
    assert key_matches(key)


def test_opens_a_key_without_passphrase(authority: Authority, rsa_key: rsa.RSAPrivateKey) -> None:
    issued = authority.issue("Test Preparer", rsa_key)
    data = serialize_key_and_certificates(b"x", rsa_key, issued, None, NoEncryption())
    assert key_matches(open_key(data, "", PATH))


@pytest.mark.parametrize("passphrase", ["", "another", "a passphrase for tests ", "пароль"])
def test_a_wrong_passphrase_is_refused(
    authority: Authority, ec_key: ec.EllipticCurvePrivateKey, passphrase: str
) -> None:
    data = authority.key_file("Test Authoriser", ec_key)
    with pytest.raises(WrongKeyPassphraseError) as refusal:
        open_key(data, passphrase, PATH)
    assert refusal.value.path == PATH


@pytest.mark.parametrize("data", [b"", b"hello", b"\x30\x03\x02\x01\x03", bytes(2000)])
def test_no_key_file_is_refused(data: bytes) -> None:
    with pytest.raises(KeyFileUnreadableError) as refusal:
        open_key(data, PASSPHRASE, PATH)
    assert refusal.value.path == PATH


def test_a_key_file_without_key_or_with_another_kind_is_refused(authority: Authority) -> None:
    lock = BestAvailableEncryption(PASSPHRASE.encode())
    alone = serialize_key_and_certificates(None, None, authority.certificate, None, lock)
    bare = serialize_key_and_certificates(
        b"x", ed25519.Ed25519PrivateKey.generate(), None, None, lock
    )
    for data in (alone, bare):
        with pytest.raises(KeyFileUnreadableError):
            open_key(data, PASSPHRASE, PATH)


def test_a_key_that_is_not_its_certificates_is_seen(signed: Signed) -> None:
    assert not key_matches(replace(signed.preparer, private=signed.authoriser.private))
