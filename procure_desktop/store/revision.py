"""The version of the tables: upgraded by Alembic when an older office is opened, refused when it is newer."""

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from procure_desktop.domain.errors import OfficeDamagedError, OfficeNewerError, OfficeOlderError
from procure_desktop.store.guards import install

HEAD = "0007"
"""The newest revision under `migrations/versions`; a test holds the two together."""

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(writer: Engine, reader: Engine, path: Path) -> None:
    """Bring an office's database to HEAD in one transaction.

    The look comes first and through `reader`: opening an up-to-date office waits for no writer.
    Raises OfficeDamagedError for a database without tables, OfficeNewerError when it is ahead of HEAD.
    """
    if not _is_current(reader, path):
        migrate(writer)


def check_present(reader: Engine, path: Path) -> None:
    """Refuse with OfficeOlderError what would have to be upgraded, and what upgrade refuses."""
    if not _is_current(reader, path):
        raise OfficeOlderError(path=path)


def _is_current(reader: Engine, path: Path) -> bool:
    with reader.begin() as connection:
        present = _present(connection)
    if present is None:
        raise OfficeDamagedError(path=path)
    if present > HEAD:
        raise OfficeNewerError(path=path)
    return present == HEAD


def _present(connection: Connection) -> str | None:
    known = text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
    if connection.execute(known).first() is None:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine) -> None:
    """Run every step that the database has not taken yet, in one transaction."""
    # Imported here: a start on an up-to-date office does not need Alembic.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        install(connection)
