"""Read the certificate that is enrolled for an officer: from PEM or DER, or out of the officer's own key file."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from procure_desktop.documents.certificates import read_certificate
from procure_desktop.documents.signing import is_pkcs12, open_key
from procure_desktop.domain.certificate import Certificate, check_usable
from procure_desktop.files import read_file

_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A file in PEM, DER or PKCS#12; the passphrase is that of a PKCS#12 key file and opens it once."""

    path: Path
    passphrase: str = field(default="", repr=False)


def holds_key(path: Path) -> bool:
    """Whether the file is PKCS#12, so that a passphrase opens it; FileUnreadableError, FileTooLargeError."""
    return is_pkcs12(read_file(path, _MOST_BYTES))


def read_usable(file: CertificateFile, now: datetime) -> Certificate:
    """The certificate in `file`, which may sign at `now`. A private key beside it is not kept.

    Raises CertificateUnreadableError, KeyFileUnreadableError, WrongKeyPassphraseError, KeyMismatchError, and
    what check_usable raises.
    """
    data = read_file(file.path, _MOST_BYTES)
    certificate = _out_of_key(data, file) if is_pkcs12(data) else read_certificate(data, file.path)
    check_usable(certificate, now)
    return certificate


def _out_of_key(data: bytes, file: CertificateFile) -> Certificate:
    # A certificate that does not belong to the key is refused there.
    return open_key(data, file.passphrase, file.path).certificate
