import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool

from procure_desktop.domain.errors import (
    FileUnreadableError,
    FileUnwritableError,
    OfficeBusyError,
    OfficeDamagedError,
)
from procure_desktop.store import engine
from procure_desktop.store.database import Database, create_database, open_database
from procure_desktop.store.keys import new_key

ADD = text("INSERT INTO announcement VALUES (:id, '{}')")
COUNT = text("SELECT count(*) FROM announcement")


def count(database: Database) -> int:
    with database.reading() as tx:
        return int(tx.execute(COUNT).scalar_one())


def write(database: Database, *statements: str) -> None:
    """All statements in one transaction."""
    with database.transaction() as tx:
        for statement in statements:
            tx.execute(text(statement))


ONE = "INSERT INTO announcement VALUES ('a', '{}')"
OTHER = "INSERT INTO announcement VALUES ('b', '{}')"


def test_a_transaction_is_whole_or_nothing(database: Database) -> None:
    write(database, ONE)
    with pytest.raises(OperationalError):
        write(database, OTHER, "SELECT * FROM nothing")
    assert count(database) == 1


def test_a_look_is_consistent_while_others_write(database: Database) -> None:
    with database.reading() as looking:
        assert looking.execute(COUNT).scalar() == 0
        with database.transaction() as tx:
            tx.execute(ADD, {"id": "a"})
        assert looking.execute(COUNT).scalar() == 0
    assert count(database) == 1


def test_what_was_written_is_there_when_opened_again(database: Database) -> None:
    with database.transaction() as tx:
        tx.execute(ADD, {"id": "a"})
    database.close()
    again = open_database(database.path, database.key)
    assert count(again) == 1
    again.close()


def test_closing_folds_the_log_into_the_file(database: Database) -> None:
    with database.transaction() as tx:
        tx.execute(ADD, {"id": "a"})
    database.close()
    assert [path.name for path in database.path.parent.iterdir()] == ["office.db"]


def test_writers_wait_for_one_another(database: Database) -> None:
    other = open_database(database.path, database.key)

    def keep_writing(where: Database, name: str) -> None:
        for number in range(40):
            with where.transaction() as tx:
                tx.execute(ADD, {"id": f"{name}{number}"})

    threads = [
        threading.Thread(target=keep_writing, args=(where, name))
        for where, name in ((database, "a"), (database, "b"), (other, "c"), (other, "d"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 160
    other.close()


def test_a_writer_that_never_ends_makes_the_office_busy(database: Database) -> None:
    other = engine.connect(database.path, database.key, "rw")
    other.execute("BEGIN IMMEDIATE")
    with database.writer.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA busy_timeout = 50")
        connection.rollback()
    with pytest.raises(OfficeBusyError), database.transaction():
        pass
    other.close()


def test_a_thread_that_waits_too_long_for_the_writer_is_told(database: Database) -> None:
    pool = database.writer.pool
    assert isinstance(pool, QueuePool)
    pool._timeout = 0.05
    with database.transaction(), pytest.raises(OfficeBusyError), database.transaction():
        pass


def test_shared_memory_that_cannot_be_made_closes_the_door(tmp_path: Path) -> None:
    (tmp_path / "office.db-shm").mkdir()
    with pytest.raises(FileUnwritableError):
        create_database(tmp_path / "office.db", new_key())


def test_a_full_disk_is_a_fault_of_the_environment(database: Database) -> None:
    large = "INSERT INTO announcement VALUES ('a', hex(randomblob(1000000)))"
    with pytest.raises(FileUnwritableError):
        write(database, "PRAGMA max_page_count = 1", large)


def test_a_broken_rule_of_ours_is_a_bug_and_not_hidden(database: Database) -> None:
    with pytest.raises(IntegrityError):
        write(database, ONE, ONE)
    with pytest.raises(OperationalError), database.reading() as tx:
        tx.execute(text("SELECT * FROM nothing"))


def test_a_damaged_file_is_found(database: Database) -> None:
    database.close()
    data = bytearray(database.path.read_bytes())
    for place in range(4096, len(data), 512):
        data[place] ^= 1
    database.path.write_bytes(data)
    with pytest.raises(OfficeDamagedError):
        open_database(database.path, database.key)


def test_the_key_is_not_said_by_accident(database: Database) -> None:
    assert database.key.hex() not in repr(database)
    assert repr(database.key) not in repr(database)


def test_a_database_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        create_database(tmp_path / "missing" / "office.db", new_key())
