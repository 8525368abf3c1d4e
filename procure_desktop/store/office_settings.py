"""The office's settings: one row beside that of the office."""

from dataclasses import asdict

from sqlalchemy import select, update

from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.store.database import Transaction
from procure_desktop.store.schema import office_setting


def load_settings(tx: Transaction) -> OfficeSettings:
    """What is set; the usual values in an office where nothing was."""
    row = tx.execute(select(office_setting)).one()
    return OfficeSettings(row.language, row.idle_minutes, row.backup_folder, row.logo)


def set_settings(tx: Transaction, settings: OfficeSettings) -> None:
    """Set all of them."""
    tx.execute(update(office_setting).values(asdict(settings)))
