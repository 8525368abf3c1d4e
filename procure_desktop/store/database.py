"""An open database: transactions that write, looks that only read, and the faults of the engine in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from procure_desktop.domain.errors import (
    OfficeBusyError,
    OfficeReadOnlyError,
    OfficeUnfoldedError,
)
from procure_desktop.store.engine import (
    connect,
    fault_of,
    reading_engine,
    still_engine,
    writing_engine,
)
from procure_desktop.store.revision import check_present, migrate, upgrade

Transaction = Connection
"""What the modules of this room load from and add to; other rooms hand it on unopened."""


@dataclass(frozen=True, slots=True)
class Database:
    """The database of one office, opened with its data key."""

    path: Path
    key: bytes = field(repr=False)
    writing: Engine | None
    reader: Engine

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: there is no connection that could."""
        return self.writing is None

    @property
    def writer(self) -> Engine:
        """The engine that writes; OfficeReadOnlyError where there is none."""
        if self.writing is None:
            raise OfficeReadOnlyError
        return self.writing

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All or nothing: committed to the disk when the block ends, rolled back when it raises."""
        with _faults(self.path), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A consistent look that cannot write and does not wait for writers."""
        with _faults(self.path), self.reader.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back; the last one folds the write-ahead log into the file."""
        self.reader.dispose()
        if self.writing is not None:
            self.writing.dispose()


def create_database(path: Path, key: bytes) -> Database:
    """Make a database at `path`, where none is, with all its tables."""
    connect(path, key, "rwc").close()
    writer = writing_engine(path, key)
    try:
        with _faults(path):
            migrate(writer)
    finally:
        writer.dispose()
    return open_database(path, key)


def open_database(path: Path, key: bytes) -> Database:
    """Open the database at `path`, upgrading its tables where they are older than the program."""
    database = Database(path, key, writing_engine(path, key), reading_engine(path, key))
    try:
        with _faults(path):
            upgrade(database.writer, database.reader, path)
    except BaseException:
        database.close()
        raise
    return database


def read_database(path: Path, key: bytes, *, fixed: bool = False) -> Database:
    """Open the database at `path` for reading only, beside a program that writes or, `fixed`, where none can.

    Raises OfficeOlderError for tables that would have to be upgraded first, OfficeUnfoldedError when a fixed
    one was copied while it was in use.
    """
    log = path.with_name(f"{path.name}-wal")
    if fixed and log.exists() and log.stat().st_size:
        raise OfficeUnfoldedError(path=path)
    database = Database(path, key, None, still_engine(path, key, fixed=fixed))
    try:
        with _faults(path):
            check_present(database.reader, path)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except PoolTimeoutError as error:
        raise OfficeBusyError from error
    except DBAPIError as error:
        fault = fault_of(str(error.orig), path)
        if fault is None:
            raise
        raise fault from error
