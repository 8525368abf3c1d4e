from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.services.office import Office
from procure_desktop.store.database import Database, create_database
from procure_desktop.store.engine import connect
from procure_desktop.store.keys import new_key


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database with all its tables."""
    made = create_database(tmp_path / "office.db", new_key())
    yield made
    made.close()


@pytest.fixture
def raw(preparer: Office) -> Iterator[dbapi2.Connection]:
    """A connection to the made office past all of the program, as one with the data key can have."""
    connection = connect(preparer.files.database, preparer.database.key, "rw")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    yield connection
    connection.close()


@pytest.fixture
def one(raw: dbapi2.Connection) -> Any:
    """The one value of a query."""

    def read(query: str) -> Any:
        return raw.execute(query).fetchone()[0]

    return read
