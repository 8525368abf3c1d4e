"""The keys of a release authority: Ed25519, in encrypted PKCS#8 files, one for each custodian."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from procure_desktop.domain.errors import (
    FileUnreadableError,
    KeyFileUnreadableError,
    WrongKeyPassphraseError,
)
from procure_desktop.files import write_file

KEYS_MADE = 3
THRESHOLD = 2

_ENCRYPTED_PEM = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"


def make_keys(folder: Path, kind: str, passphrase: str) -> dict[Path, CryptoSigner]:
    """Make KEYS_MADE keys `KIND-1.pem` and so on in `folder`; none is ever overwritten."""
    names = (f"{kind}-{number}.pem" for number in range(1, KEYS_MADE + 1))
    return {folder / name: make_key(folder / name, passphrase) for name in names}


def make_key(path: Path, passphrase: str) -> CryptoSigner:
    """Make one key in an encrypted file at `path`; FileExistsAlreadyError where one is."""
    key = Ed25519PrivateKey.generate()
    encryption = BestAvailableEncryption(passphrase.encode())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
    write_file(path, pem, overwrite=False)
    return CryptoSigner(key)


def load_keys(folder: Path, kind: str, passphrase: str, *, without: str = "") -> list[CryptoSigner]:
    """Load every key of the kind that lies in `folder`, in the order of their names.

    The one named `without` (`release-2`) is left alone. Raises KeyFileUnreadableError or
    WrongKeyPassphraseError for the first that does not open.
    """
    paths = sorted(path for path in folder.glob(f"{kind}-*.pem") if path.stem != without)
    return [_load_key(path, passphrase) for path in paths]


def _load_key(path: Path, passphrase: str) -> CryptoSigner:
    try:
        pem = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or "") from error
    if not pem.startswith(_ENCRYPTED_PEM):
        raise KeyFileUnreadableError(path=path)
    try:
        key = load_pem_private_key(pem, passphrase.encode())
    except ValueError:
        raise WrongKeyPassphraseError(path=path) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileUnreadableError(path=path)
    return CryptoSigner(key)
