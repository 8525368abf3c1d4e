"""Compare two imported versions of a list."""

from procure_desktop.domain.comparison import (
    VersionComparison,
    compare_line,
    in_order,
)
from procure_desktop.services.list_effects import lines_at_stake
from procure_desktop.services.office import Office, Progress, no_progress
from procure_desktop.store.effects import lines_touched
from procure_desktop.store.figures import list_editions
from procure_desktop.store.list_versions import ListVersion, lines_between, list_versions

__all__ = ["ListVersion", "compare_versions", "lists_of", "versions_of"]


def lists_of(office: Office) -> tuple[str, ...]:
    """The serials of every imported list."""
    with office.database.reading() as tx:
        return tuple(one.serial for one in list_editions(tx))


def versions_of(office: Office, serial: str) -> tuple[ListVersion, ...]:
    """Every imported version of a list, the newest first."""
    with office.database.reading() as tx:
        return list_versions(tx, serial)


def compare_versions(
    office: Office, serial: str, older: int, newer: int, progress: Progress = no_progress
) -> VersionComparison:
    """Every line that differs between two versions, by rank; VersionUnknownError for one that was not imported."""
    with office.database.reading() as tx:
        compared = (compare_line(*pair) for pair in lines_between(tx, serial, older, newer))
        changes = in_order(one for one in compared if one is not None)
        progress(1, 1)
        touching = lines_at_stake(tx, serial) | lines_touched(tx, serial)
        return VersionComparison(serial, older, newer, changes, touching)
