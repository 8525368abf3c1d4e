import secrets
from pathlib import Path

from alembic import command
from alembic.config import Config

from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.store.database import open_database
from procure_desktop.store.engine import connect, writing_engine
from procure_desktop.store.office_settings import load_settings
from procure_desktop.store.revision import MIGRATIONS


def test_an_office_of_the_first_tables_gets_the_usual_settings(tmp_path: Path) -> None:
    path, key = tmp_path / "office.db", secrets.token_bytes(32)
    connect(path, key, "rwc").close()
    writer = writing_engine(path, key)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writer.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    writer.dispose()
    database = open_database(path, key)
    with database.reading() as tx:
        assert load_settings(tx) == OfficeSettings()
    database.close()
