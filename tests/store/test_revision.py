import re
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from procure_desktop.domain.errors import OfficeDamagedError, OfficeNewerError
from procure_desktop.services.office import Office
from procure_desktop.store.database import Database, open_database
from procure_desktop.store.engine import connect
from procure_desktop.store.guards import TRIGGERS, install
from procure_desktop.store.revision import HEAD, MIGRATIONS
from procure_desktop.store.schema import metadata


def test_the_migrations_make_exactly_the_schema(database: Database) -> None:
    with database.reading() as tx:
        context = MigrationContext.configure(tx, opts={"include_name": _is_ours})
        assert compare_metadata(context, metadata) == []


def _is_ours(name: str | None, _kind: str, _parents: object) -> bool:
    """The tables of the full-text index are the engine's."""
    return not (name or "").startswith("line_search")


def test_the_migrations_make_every_constraint_of_the_schema(database: Database) -> None:
    with database.transaction() as tx:
        made = {name: _normal(sql) for name, sql in tx.execute(text(_TABLES))}
        for name in made:
            if name != "alembic_version":
                tx.execute(text(f'ALTER TABLE "{name}" RENAME TO "old_{name}"'))
        for index in tx.execute(text(_INDEXES)).scalars().all():
            tx.execute(text(f'DROP INDEX "{index}"'))
        metadata.create_all(tx)
        wanted = {
            name: _normal(sql)
            for name, sql in tx.execute(text(_TABLES))
            if not name.startswith(("old_", "alembic_"))
        }
    assert {name: made[name] for name in wanted} == wanted


_TABLES = (
    "SELECT name, sql FROM sqlite_master"
    " WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'line_search%'"
)
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"


def _normal(sql: str) -> list[str]:
    """Columns and constraints in an order of their own; the migration may write them in another."""
    body = sql[sql.index("(") + 1 : sql.rindex(")")]
    parts = [" ".join(part.split()) for part in re.split(r",(?![^(]*\))", body)]
    # A reference added later can only stand at its column.
    apart = r"\1 INTEGER NOT NULL,CONSTRAINT \2 FOREIGN KEY(\1) \3"
    joined = ",".join(re.sub(_REFERENCE, apart, part) for part in parts)
    return sorted(re.split(r",(?![^(]*\))", joined))


_REFERENCE = r"(\w+) INTEGER CONSTRAINT (\w+) (REFERENCES \w+ \(\w+\)) NOT NULL"


def test_the_program_knows_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_an_office_of_a_newer_program_is_refused(database: Database) -> None:
    with database.transaction() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(OfficeNewerError):
        open_database(database.path, database.key)


def test_opening_an_up_to_date_office_waits_for_no_writer(database: Database) -> None:
    other = connect(database.path, database.key, "rw")
    other.execute("BEGIN IMMEDIATE")
    open_database(database.path, database.key).close()
    other.close()


def test_an_emptied_database_is_not_made_anew(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(OfficeDamagedError):
        open_database(path, database.key)


def test_installing_the_guards_again_changes_nothing(preparer: Office) -> None:
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    with preparer.database.transaction() as tx:
        before = tx.execute(query).all()
        install(tx)
        assert tx.execute(query).all() == before
        assert len(before) == len(TRIGGERS)


def test_the_migrations_lie_in_any_folder(tmp_path: Path, database: Database) -> None:
    # A percent sign in the path must not be read as one of the configuration's.
    copied = tmp_path / "100%" / "migrations"
    shutil.copytree(MIGRATIONS, copied)
    config = Config()
    config.set_main_option("script_location", str(copied).replace("%", "%%"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
