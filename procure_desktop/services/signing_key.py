"""An officer's signing key: a PKCS#12 file, checked against the office before anything is signed."""

from dataclasses import dataclass, field
from pathlib import Path

from procure_desktop.documents.signing import SigningKey, key_matches, open_key
from procure_desktop.domain.certificate import check_signing
from procure_desktop.files import read_file
from procure_desktop.services.office import Office
from procure_desktop.store.officers import load_officer

_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Where the officer's PKCS#12 lies, and the passphrase that opens it."""

    path: Path
    passphrase: str = field(repr=False)


def open_signing_key(office: Office, key_file: KeyFile) -> SigningKey:
    """Open the key and check that it may sign for the signed-in officer now.

    Raises KeyFileUnreadableError, WrongKeyPassphraseError, NoCertificateError, CertificateNotEnrolledError,
    CertificateExpiredError, CertificateNotYetValidError, CertificateUsageError, KeyMismatchError.
    """
    key = open_key(read_file(key_file.path, _MOST_BYTES), key_file.passphrase, key_file.path)
    with office.database.reading() as tx:
        officer = load_officer(tx, office.officer.id)
    check_signing(key.certificate, officer, office.now(), key_matches=key_matches(key))
    return key
