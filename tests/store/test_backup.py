import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from procure_desktop.domain.errors import (
    BackupUnreadableError,
    CancelledError,
    FileExistsAlreadyError,
    FileUnreadableError,
    FileUnwritableError,
    OfficeDamagedError,
    OfficeExistsError,
)
from procure_desktop.domain.journal import Head
from procure_desktop.services.office import Office
from procure_desktop.store.backup import (
    copy_database,
    extract,
    pack_backup,
    read_manifest,
    unpack_office,
    unpacked,
)
from procure_desktop.store.database import open_database
from procure_desktop.store.engine import connect
from tests.office_factory import Place

HEAD = Head(8, "ab" * 32)


def no_progress(_done: int, _total: int) -> None:
    pass


@pytest.fixture
def backup(preparer: Office, tmp_path: Path) -> Path:
    copy, path = tmp_path / "copy.db", tmp_path / "mod.backup"
    copy_database(preparer.files.database, preparer.database.key, copy, no_progress)
    pack_backup(path, copy, preparer.files.keys, "0f", "2026-06-15T09:00:00+00:00", HEAD)
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, content: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def doctor(backup: Path, **change: Any) -> Path:
    content = members(backup)
    content["backup.json"] = json.dumps(json.loads(content["backup.json"]) | change).encode()
    return pack(backup, content)


def test_a_backup_says_what_it_is(backup: Path) -> None:
    manifest = read_manifest(backup)
    assert (manifest.office, manifest.journal) == ("0f", HEAD)
    assert manifest.made_at == "2026-06-15T09:00:00+00:00"
    assert sorted(members(backup)) == ["backup.json", "keys.json", "office.db"]


def test_the_copy_opens_with_the_same_key_and_is_encrypted(backup: Path, preparer: Office) -> None:
    with unpacked(backup) as files:
        assert not files.database.read_bytes().startswith(b"SQLite")
        assert files.keys.read_bytes() == preparer.files.keys.read_bytes()
        open_database(files.database, preparer.database.key).close()
    assert not files.path.exists()


def test_copying_tells_how_far_it_is_and_can_be_cancelled(preparer: Office, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    key = preparer.database.key
    copy_database(preparer.files.database, key, tmp_path / "a", lambda *step: told.append(step))
    assert told[-1][0] == told[-1][1] > 0

    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        copy_database(preparer.files.database, key, tmp_path / "b", cancel)


def test_a_backup_never_takes_the_place_of_a_file(preparer: Office, tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.write_text("mine")
    with pytest.raises(FileExistsAlreadyError):
        pack_backup(path, preparer.files.keys, preparer.files.keys, "", "", HEAD)
    assert path.read_text() == "mine"


def test_an_office_comes_back_whole(backup: Path, tmp_path: Path, preparer: Office) -> None:
    place = tmp_path / "new" / "mod.office"
    files = unpack_office(backup, place)
    assert files.keys.read_bytes() == preparer.files.keys.read_bytes()
    open_database(files.database, preparer.database.key).close()
    assert [path.name for path in place.parent.iterdir()] == ["mod.office"]
    with pytest.raises(OfficeExistsError):
        unpack_office(backup, place)


def test_a_place_that_cannot_be_written_says_so(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileUnwritableError):
        unpack_office(backup, tmp_path / "file" / "mod.office")


@pytest.mark.parametrize("member", ["office.db", "keys.json"])
def test_a_changed_byte_is_found(backup: Path, tmp_path: Path, member: str) -> None:
    content = members(backup)
    data = bytearray(content[member])
    data[len(data) // 2] ^= 1
    pack(backup, content | {member: bytes(data)})
    with pytest.raises(BackupUnreadableError):
        unpack_office(backup, tmp_path / "new.office")
    assert not (tmp_path / "new.office").exists()


def test_every_cut_of_a_backup_is_no_backup(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    cut = tmp_path / "cut.backup"
    for length in (*range(0, len(data), len(data) // 40), len(data) - 1):
        cut.write_bytes(data[:length])
        with pytest.raises(BackupUnreadableError):
            unpack_office(cut, tmp_path / "new.office")
        assert not (tmp_path / "new.office").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"office": 7},
        {"made_at": None},
        {"more": 1},
        {"journal": None},
        {"journal": [1, "x"]},
        {"journal": {"number": "8", "sha256": "x"}},
        {"journal": {"number": 2**70, "sha256": "x"}},
        {"journal": {"number": 0, "sha256": "x"}},
        {"journal": {"number": True, "sha256": "x"}},
        {"journal": {"number": 8, "sha256": 9}},
        {"journal": {"number": 8}},
        {"database_sha256": "x"},
        {"keys_sha256": None},
    ],
)
def test_a_doctored_manifest_is_refused(
    backup: Path, tmp_path: Path, change: dict[str, Any]
) -> None:
    with pytest.raises(BackupUnreadableError):
        unpack_office(doctor(backup, **change), tmp_path / "new.office")


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"7", b"null", b"\xff", b"[" * 90_000, b"{" + b" " * 100_000 + b"}"],
)
def test_a_manifest_that_is_none_is_refused(backup: Path, manifest: bytes) -> None:
    pack(backup, members(backup) | {"backup.json": manifest})
    with pytest.raises(BackupUnreadableError):
        read_manifest(backup)


def test_other_members_or_compressed_ones_are_refused(backup: Path) -> None:
    content = members(backup)
    pack(backup, content, zipfile.ZIP_DEFLATED)
    with pytest.raises(BackupUnreadableError):
        read_manifest(backup)
    pack(backup, content | {"../evil": b""})
    with pytest.raises(BackupUnreadableError):
        read_manifest(backup)
    pack(backup, {"office.db": b""})
    with pytest.raises(BackupUnreadableError):
        read_manifest(backup)


def test_an_encrypted_zip_is_refused(backup: Path) -> None:
    # The flag is set by hand: the standard library does not write encrypted zips.
    data = bytearray(backup.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(mark)
        while found >= 0:
            data[found + place] |= 1
            found = data.find(mark, found + 4)
    backup.write_bytes(data)
    with pytest.raises(BackupUnreadableError):
        read_manifest(backup)


def test_what_is_no_zip_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "some.backup"
    with pytest.raises(FileUnreadableError):
        read_manifest(path)
    for data in (b"", b"no zip", io.BytesIO(b"PK\x05\x06" + b"\x00" * 18).getvalue()):
        path.write_bytes(data)
        with pytest.raises(BackupUnreadableError):
            read_manifest(path)


def test_a_damaged_office_is_not_backed_up(place: Place, tmp_path: Path) -> None:
    """A page that only the copying meets: opening reads no more than which tables there are."""
    path = place.office / "office.db"
    connection = connect(path, place.data_key, "rw")
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'journal'"
    (page,) = connection.execute(root).fetchone()
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size + size // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(OfficeDamagedError):
        copy_database(path, place.data_key, tmp_path / "copy.db", no_progress)


def test_damage_that_is_well_encrypted_is_found_too(preparer: Office, tmp_path: Path) -> None:
    """An index that does not agree with its table, as a writer past the program could leave it."""
    source = tmp_path / "wrong.db"
    copy_database(preparer.files.database, preparer.database.key, source, no_progress)
    connection = connect(source, preparer.database.key, "rw")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'number', 'at') WHERE name = 'ix_journal_subject'"
    )
    connection.close()
    with pytest.raises(OfficeDamagedError):
        copy_database(source, preparer.database.key, tmp_path / "copy.db", no_progress)


def test_a_member_that_cannot_be_written_is_a_fault(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with zipfile.ZipFile(backup) as archive, pytest.raises(FileUnwritableError):
        extract(archive, "office.db", tmp_path / "taken")
