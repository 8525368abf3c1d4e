from dataclasses import replace
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    BackupPlaceError,
    HiddenCharacterError,
    IdleTimeError,
    OfficeLanguageError,
    Refusal,
    RoleMissingError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import (
    change_office_settings,
    office_settings,
    settings_snapshot,
)
from tests.services.conftest import Unchanged


def entries(office: Office) -> list[str]:
    rows = read_rows(office, Listing.JOURNAL, list_ids(office, Query(Listing.JOURNAL)))
    return [row["action"] for row in rows]


def test_a_new_office_has_the_usual_settings(preparer: Office) -> None:
    assert office_settings(preparer) == OfficeSettings()


def test_what_the_administrator_sets_holds_for_everybody(
    administrator: Office, preparer: Office, tmp_path: Path
) -> None:
    wanted = OfficeSettings("uk", 10, str(tmp_path / "backups"), b"a logo")
    assert change_office_settings(administrator, wanted) == wanted
    assert office_settings(preparer) == wanted
    assert "settings changed" in entries(preparer)


def test_setting_what_is_set_is_no_change(administrator: Office, unchanged: Unchanged) -> None:
    with unchanged(administrator):
        change_office_settings(administrator, OfficeSettings())


def test_the_journal_keeps_a_logo_by_its_hash() -> None:
    assert settings_snapshot(OfficeSettings())["logo"] == ""
    assert len(settings_snapshot(OfficeSettings(logo=b"a logo"))["logo"]) == 64


def test_nobody_else_sets_anything(
    preparer: Office, authoriser: Office, auditor: Office, unchanged: Unchanged
) -> None:
    for office in (preparer, authoriser, auditor):
        with unchanged(office), pytest.raises(RoleMissingError):
            change_office_settings(office, OfficeSettings(idle_minutes=10))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"idle_minutes": 0}, IdleTimeError),
        ({"language": "xx"}, OfficeLanguageError),
        ({"backup_folder": "backups"}, BackupPlaceError),
        ({"backup_folder": "/a\u202eb"}, HiddenCharacterError),
    ],
)
def test_what_cannot_be_set_is_refused(
    administrator: Office, unchanged: Unchanged, change: dict[str, object], error: type[Refusal]
) -> None:
    with unchanged(administrator), pytest.raises(error):
        change_office_settings(administrator, replace(OfficeSettings(), **change))  # type: ignore[arg-type]


def test_backups_do_not_lie_inside_the_office(administrator: Office, unchanged: Unchanged) -> None:
    inside = OfficeSettings(backup_folder=str(administrator.folder / "backups"))
    with unchanged(administrator), pytest.raises(BackupPlaceError):
        change_office_settings(administrator, inside)
