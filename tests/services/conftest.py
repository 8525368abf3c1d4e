from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.services.office import Office
from procure_desktop.store.engine import connect

Unchanged = Callable[[Office], AbstractContextManager[None]]


@pytest.fixture
def raw(preparer: Office) -> Iterator[dbapi2.Connection]:
    """A connection to the office past all of the program, as one with the data key can have."""
    connection = connect(preparer.files.database, preparer.database.key, "rw")
    yield connection
    connection.close()


@pytest.fixture
def unchanged() -> Unchanged:
    """A block after which every table of the office, and its key file, are as they were before."""

    @contextmanager
    def compare(office: Office) -> Iterator[None]:
        before = _everything(office)
        yield
        assert _everything(office) == before

    return compare


def _everything(office: Office) -> dict[str, Any]:
    connection = connect(office.files.database, office.database.key, "ro")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found: dict[str, Any] = {
        name: connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 (names of tables)
        for (name,) in tables
    }
    connection.close()
    return found | {"keys.json": office.files.keys.read_bytes()}
