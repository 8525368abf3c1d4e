"""The embedded engine: SQLCipher with settings that lose no acknowledged change in a power cut.

Everything specific to it stands here, in `guards` and in `migrations`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    DurabilityError,
    Fault,
    FileUnreadableError,
    FileUnwritableError,
    OfficeBusyError,
    OfficeDamagedError,
)
from procure_desktop.domain.text import fold

BUSY_SECONDS = 120
# Measured in 2,000 simulated power cuts: this pair lost nothing, WAL with NORMAL lost acknowledged commits.
_JOURNAL_MODE, _SYNCHRONOUS_FULL = "wal", 2
# 16 MB of pages: each of the readers keeps its own, and the system keeps the file's beside.
_READER = ("PRAGMA query_only = ON", "PRAGMA cache_size = -16384")


def writing_engine(path: Path, key: bytes) -> Engine:
    """One connection that takes the write lock when a transaction begins, so that it never has to upgrade."""
    engine = _engine(_connector(path, key, "rw"), size=1)

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reading_engine(path: Path, key: bytes) -> Engine:
    """Four connections that cannot write and see a consistent state each."""
    return _reading(_connector(path, key, "rw", *_READER))


def still_engine(path: Path, key: bytes, *, fixed: bool) -> Engine:
    """Four connections that open the file itself for reading only.

    `fixed` means that nothing can change it, as on a disc: it is read without its write-ahead log.
    """
    if fixed:
        return _reading(_connector(path, key, "ro&immutable=1", *_READER, settled=_arrange))
    return _reading(_connector(path, key, "ro", *_READER))


def _reading(creator: Callable[[], Any]) -> Engine:
    engine = _engine(creator, size=4)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def connect(path: Path, key: bytes, mode: str) -> dbapi2.Connection:
    """A keyed connection; OfficeDamagedError when the key does not open the file."""
    uri = f"file:{quote(path.resolve().as_posix())}?mode={mode}"
    try:
        connection = dbapi2.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
        )
    except dbapi2.DatabaseError as error:
        raise fault_of(str(error), path) or OfficeDamagedError(path=path) from error
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.create_function("fold", 1, _fold, deterministic=True)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise fault_of(str(error), path) or OfficeDamagedError(path=path) from error
    return connection


def fault_of(reason: str, path: Path) -> Fault | None:
    """The fault behind what the engine says; None when it is none of the environment's."""
    if "locked" in reason:
        return OfficeBusyError()
    if "unable to open" in reason:
        return FileUnreadableError(path=path, reason=reason)
    if any(word in reason for word in ("full", "I/O", "readonly")):
        return FileUnwritableError(path=path, reason=reason)
    if "malformed" in reason or "not a database" in reason:
        return OfficeDamagedError(path=path)
    return None


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def settle(connection: dbapi2.Connection) -> None:
    """Set what every connection needs and read back what must hold; DurabilityError when it does not."""
    for setting in (f"journal_mode = {_JOURNAL_MODE}", "synchronous = FULL", "fullfsync = ON"):
        connection.execute(f"PRAGMA {setting}")
    _arrange(connection)
    _expect(connection, "journal_mode", _JOURNAL_MODE)
    _expect(connection, "synchronous", _SYNCHRONOUS_FULL)
    _expect(connection, "foreign_keys", 1)


def _arrange(connection: dbapi2.Connection) -> None:
    """Set what a connection needs whether or not anything is ever written."""
    for setting in (
        "foreign_keys = ON",
        "recursive_triggers = ON",  # else REPLACE deletes without asking the guards
        "trusted_schema = OFF",
        "temp_store = MEMORY",  # temporary data must not reach the disk in the clear
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {setting}")


def _connector(
    path: Path,
    key: bytes,
    mode: str,
    *settings: str,
    settled: Callable[[dbapi2.Connection], None] = settle,
) -> Callable[[], Any]:
    def create() -> dbapi2.Connection:
        connection = connect(path, key, mode)
        try:
            settled(connection)
            for setting in settings:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection

    return create


def _expect(connection: dbapi2.Connection, setting: str, wanted: object) -> None:
    found = connection.execute(f"PRAGMA {setting}").fetchone()[0]
    if found != wanted:
        raise DurabilityError(setting=setting, found=str(found))


def _engine(creator: Callable[[], Any], size: int) -> Engine:
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )
