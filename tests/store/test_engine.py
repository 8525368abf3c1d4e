from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    DurabilityError,
    FileUnreadableError,
    FileUnwritableError,
    OfficeBusyError,
    OfficeDamagedError,
)
from procure_desktop.store.database import Database
from procure_desktop.store.engine import _connector, connect, fault_of, settle
from procure_desktop.store.keys import new_key


def read(engine: Engine, setting: str) -> object:
    with engine.begin() as connection:
        return connection.execute(text(f"PRAGMA {setting}")).scalar()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("fullfsync", 1),
    ],
)
def test_every_connection_loses_nothing_in_a_power_cut(
    database: Database, setting: str, value: object
) -> None:
    assert read(database.writer, setting) == value
    assert read(database.reader, setting) == value


def test_every_one_of_the_readers_is_settled(database: Database) -> None:
    connections = [database.reader.connect() for _ in range(4)]
    for connection in connections:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA query_only")).scalar() == 1
        connection.close()


def test_a_setting_that_is_not_taken_closes_the_door() -> None:
    # A database in memory knows no write-ahead log.
    connection = dbapi2.connect(":memory:", isolation_level=None)
    with pytest.raises(DurabilityError) as refused:
        settle(connection)
    assert (refused.value.setting, refused.value.found) == ("journal_mode", "memory")
    connection.close()


def test_a_connection_that_cannot_be_settled_is_closed(database: Database) -> None:
    connect_and_fail = _connector(database.path, database.key, "rw", "SELECT * FROM nothing")
    with pytest.raises(dbapi2.OperationalError):
        connect_and_fail()


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError), database.reader.begin() as connection:
        connection.execute(text("INSERT INTO announcement VALUES ('a', '{}')"))


def test_the_file_is_encrypted(database: Database) -> None:
    database.close()
    data = database.path.read_bytes()
    assert not data.startswith(b"SQLite format 3")
    assert b"commitment" not in data


def test_another_key_does_not_open_the_file(database: Database) -> None:
    with pytest.raises(OfficeDamagedError):
        connect(database.path, new_key(), "rw")


def test_a_file_that_is_none_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(OfficeDamagedError):
        connect(path, new_key(), "rw")


def test_a_file_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        connect(tmp_path / "missing.db", new_key(), "rw")


@pytest.mark.parametrize("name", ["with space", "100%", "a?b#c", "Міністерство"])
def test_any_folder_name_is_the_folder_meant(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "office.db"
    path.parent.mkdir()
    key = new_key()
    connect(path, key, "rwc").execute("CREATE TABLE t (x)").connection.close()
    assert [one.name for one in path.parent.iterdir()] == ["office.db"]


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("database is locked", OfficeBusyError),
        ("database table is locked", OfficeBusyError),
        ("unable to open database file", FileUnreadableError),
        ("database or disk is full", FileUnwritableError),
        ("disk I/O error", FileUnwritableError),
        ("attempt to write a readonly database", FileUnwritableError),
        ("database disk image is malformed", OfficeDamagedError),
        ("file is not a database", OfficeDamagedError),
    ],
)
def test_the_engine_s_faults_have_our_names(reason: str, kind: type[Exception]) -> None:
    assert isinstance(fault_of(reason, Path("office.db")), kind)


def test_what_is_no_fault_of_the_environment_stays_a_bug() -> None:
    assert fault_of("no such table: t", Path("office.db")) is None


def test_folding_in_the_engine_is_the_field_s(database: Database) -> None:
    with database.reading() as tx:
        folded = tx.execute(text("SELECT fold('STRASSE Ж'), fold(NULL)")).one()
    assert tuple(folded) == ("strasse ж", None)
