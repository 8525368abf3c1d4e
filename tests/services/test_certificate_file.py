from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12

from procure_desktop.domain.errors import (
    CertificateUnreadableError,
    FileTooLargeError,
    KeyMismatchError,
    Refusal,
    WrongKeyPassphraseError,
)
from procure_desktop.services.certificate_file import CertificateFile, holds_key, read_usable
from procure_desktop.services.enrol_officer import enrol_certificate
from procure_desktop.services.office import Office
from tests.office_factory import KEY_PASSPHRASE, NOW, PREPARER, Place
from tests.services.conftest import Unchanged
from tests.services.test_submit_commitment import with_another_key


def test_a_key_file_gives_the_same_certificate_as_its_pem(place: Place) -> None:
    pem = read_usable(CertificateFile(place.certificate(PREPARER)), NOW)
    key = place.key(PREPARER)
    assert read_usable(CertificateFile(key.path, key.passphrase), NOW) == pem


def test_which_file_asks_for_a_passphrase_is_known(place: Place) -> None:
    assert holds_key(place.key(PREPARER).path)
    assert not holds_key(place.certificate(PREPARER))


def test_the_private_key_is_not_kept(place: Place, administrator: Office) -> None:
    key = place.key(PREPARER)
    enrolled = enrol_certificate(administrator, PREPARER, CertificateFile(key.path, key.passphrase))
    assert len(enrolled.fingerprint) == 64
    private, _, _ = pkcs12.load_key_and_certificates(key.path.read_bytes(), KEY_PASSPHRASE.encode())
    assert private is not None
    with administrator.database.reading() as tx:
        kept = str(tx.exec_driver_sql("SELECT * FROM officer").all())
        journal = tx.exec_driver_sql("SELECT content FROM journal").all()
    assert "PRIVATE" not in kept
    assert KEY_PASSPHRASE not in kept + str(journal)


def test_a_passphrase_is_not_shown() -> None:
    assert "secret" not in repr(CertificateFile(Path("a.p12"), "secret"))


@pytest.mark.parametrize("passphrase", ["", "wrong"])
def test_a_wrong_passphrase_enrols_nothing(
    place: Place, administrator: Office, unchanged: Unchanged, passphrase: str
) -> None:
    file = CertificateFile(place.key(PREPARER).path, passphrase)
    with unchanged(administrator), pytest.raises(WrongKeyPassphraseError):
        enrol_certificate(administrator, PREPARER, file)


def test_a_certificate_beside_the_key_of_another_is_refused(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "mixed.p12"
    path.write_bytes(with_another_key(place))
    with pytest.raises(KeyMismatchError):
        read_usable(CertificateFile(path), NOW)


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"no certificate", CertificateUnreadableError), (b"x" * 1_000_001, FileTooLargeError)],
)
def test_what_is_no_certificate_is_refused(
    tmp_path: Path, content: bytes, error: type[Refusal]
) -> None:
    path = tmp_path / "a.pem"
    path.write_bytes(content)
    with pytest.raises(error):
        read_usable(CertificateFile(path), NOW)
