from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from procure_desktop.domain.errors import (
    FileExistsAlreadyError,
    FileUnreadableError,
    KeyFileUnreadableError,
    WrongKeyPassphraseError,
)
from procure_desktop.exchange.release_keys import load_keys, make_keys


def test_keys_are_loaded_as_they_were_made(tmp_path: Path) -> None:
    made = make_keys(tmp_path, "release", "a passphrase")
    loaded = load_keys(tmp_path, "release", "a passphrase")
    assert [k.public_key for k in loaded] == [k.public_key for k in made.values()]


def test_keys_of_another_kind_are_left_alone(tmp_path: Path) -> None:
    make_keys(tmp_path, "root", "a passphrase")
    assert load_keys(tmp_path, "release", "another") == []


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    made = make_keys(tmp_path, "root", "a passphrase")
    before = [path.read_bytes() for path in made]
    with pytest.raises(FileExistsAlreadyError):
        make_keys(tmp_path, "root", "a passphrase")
    assert [path.read_bytes() for path in made] == before


def test_a_wrong_passphrase_is_said(tmp_path: Path) -> None:
    make_keys(tmp_path, "root", "a passphrase")
    with pytest.raises(WrongKeyPassphraseError):
        load_keys(tmp_path, "root", "another")


@pytest.mark.parametrize("text", ["", "no key", "-----BEGIN PRIVATE KEY-----\n"])
def test_a_file_that_is_no_encrypted_key_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "root-1.pem").write_text(text)
    with pytest.raises(KeyFileUnreadableError):
        load_keys(tmp_path, "root", "a passphrase")


def test_a_key_of_another_algorithm_is_said(tmp_path: Path) -> None:
    pem = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"a passphrase")
    )
    (tmp_path / "root-1.pem").write_bytes(pem)
    with pytest.raises(KeyFileUnreadableError):
        load_keys(tmp_path, "root", "a passphrase")


def test_a_key_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "root-1.pem").mkdir()
    with pytest.raises(FileUnreadableError):
        load_keys(tmp_path, "root", "a passphrase")
