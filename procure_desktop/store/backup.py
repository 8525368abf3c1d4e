"""A backup: one file with a consistent copy of the database, the key file, and what the journal said then."""

import hashlib
import io
import json
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    BackupUnreadableError,
    FileUnreadableError,
    FileUnwritableError,
    OfficeDamagedError,
)
from procure_desktop.domain.journal import Head
from procure_desktop.files import sync_folder, write_file
from procure_desktop.store.engine import connect, fault_of
from procure_desktop.store.folder import OfficeFolder, new_office
from procure_desktop.store.keys import KeyFile, parse_key_file

FORMAT = "procure-office-backup"
_DATABASE, _KEYS, _MANIFEST = "office.db", "keys.json", "backup.json"
_MOST_MANIFEST = 100_000
_MOST_KEYS = 1_000_000
_MOST_ENTRIES = 2**63
_PAGES_A_STEP = 1024

# All that a file made to harm the reader of zips and of JSON was seen to raise.
_NO_BACKUP = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OverflowError,
    struct.error,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: office, time (UTC, ISO), journal head, SHA-256 of its two files."""

    office: str
    made_at: str
    journal: Head
    database_sha256: str
    keys_sha256: str


def copy_database(source: Path, key: bytes, target: Path, progress: Progress) -> None:
    """Copy a database while it is in use; the copy is a consistent one of a moment during the call.

    Raises OfficeDamagedError when the copy is not sound, which is to say that its source is not.
    """
    reading, writing = connect(source, key, "ro"), connect(target, key, "rwc")
    try:
        reading.backup(
            writing,
            pages=_PAGES_A_STEP,
            progress=lambda _status, left, total: progress(total - left, total),
        )
        _check_integrity(writing, source)
    except dbapi2.DatabaseError as error:
        raise fault_of(str(error), source) or OfficeDamagedError(path=source) from error
    finally:
        writing.close()
        reading.close()


def pack_backup(
    path: Path, copy: Path, keys: Path, office: str, made_at: str, journal: Head
) -> None:
    """Write the backup file whole or not at all; it never overwrites."""
    manifest = Manifest(office, made_at, journal, _sha256(copy), _sha256(keys))
    content = {"format": FORMAT, **asdict(manifest)}
    # Bare bytes in memory: an office of a million lines is a few hundred megabytes.
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_MANIFEST, json.dumps(content, indent=1))
        archive.write(keys, _KEYS)
        archive.write(copy, _DATABASE)
    write_file(path, packed.getvalue(), overwrite=False)


def read_manifest(path: Path) -> Manifest:
    """What a backup says of itself; BackupUnreadableError when it is none."""
    with _opened(path) as archive:
        return _manifest(archive)


def read_keys(path: Path) -> KeyFile:
    """The key file in a backup: who can sign in to what is restored; BackupUnreadableError, OfficeDamagedError."""
    with _opened(path) as archive:
        _manifest(archive)
        if archive.getinfo(_KEYS).file_size > _MOST_KEYS:
            raise ValueError
        return parse_key_file(archive.read(_KEYS), path)


@contextmanager
def unpacked(path: Path) -> Iterator[OfficeFolder]:
    """The office in a backup, unpacked beside nothing of importance and removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        office = OfficeFolder(Path(folder))
        _unpack(path, office)
        yield office


def unpack_office(path: Path, place: Path) -> OfficeFolder:
    """Restore a backup as a new office at `place`, whole or not at all; never over something else."""
    office = new_office(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{place.name}.", dir=place.parent) as folder:
            _unpack(path, OfficeFolder(Path(folder) / "office"))
            (Path(folder) / "office").rename(place)
        sync_folder(place.parent)
    except OSError as error:
        raise FileUnwritableError(path=place, reason=error.strerror or str(error)) from error
    return office


def _unpack(path: Path, office: OfficeFolder) -> None:
    office.path.mkdir(mode=0o700, exist_ok=True)
    with _opened(path) as archive:
        manifest = _manifest(archive)
        for member, target in ((_DATABASE, office.database), (_KEYS, office.keys)):
            extract(archive, member, target)
    if (_sha256(office.database), _sha256(office.keys)) != (
        manifest.database_sha256,
        manifest.keys_sha256,
    ):
        raise BackupUnreadableError(path=path)


def extract(archive: zipfile.ZipFile, member: str, target: Path) -> None:
    """Write one member to a file; FileUnwritableError when the disk refuses it."""
    with archive.open(member) as packed:
        try:
            with target.open("wb") as file:
                shutil.copyfileobj(packed, file, 1 << 20)
        except OSError as error:
            raise FileUnwritableError(path=target, reason=error.strerror or str(error)) from error


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or str(error)) from error
    except _NO_BACKUP as error:
        raise BackupUnreadableError(path=path) from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    members = archive.infolist()
    if sorted(one.filename for one in members) != sorted((_DATABASE, _KEYS, _MANIFEST)):
        raise ValueError
    if any(one.compress_type != zipfile.ZIP_STORED for one in members):
        raise ValueError
    if archive.getinfo(_MANIFEST).file_size > _MOST_MANIFEST:
        raise ValueError
    content: dict[str, Any] = json.loads(archive.read(_MANIFEST))
    if content.pop("format") != FORMAT:
        raise ValueError
    head = Head(**content.pop("journal"))
    manifest = Manifest(journal=head, **content)
    texts = (manifest.office, manifest.made_at, head.sha256)
    if not all(isinstance(text, str) for text in texts) or type(head.number) is not int:
        raise TypeError
    if not 0 < head.number < _MOST_ENTRIES:
        raise ValueError
    return manifest


def _check_integrity(connection: dbapi2.Connection, path: Path) -> None:
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise OfficeDamagedError(path=path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
