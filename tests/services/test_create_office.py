from dataclasses import replace
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    EmptyTextError,
    FileUnwritableError,
    HiddenCharacterError,
    NationFormError,
    OfficeExistsError,
    Refusal,
    TextTooLongError,
    WeakPassphraseError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.create_office import create_office
from procure_desktop.services.open_office import office_title, officer_names, open_office
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import PASSPHRASE, PROFILE


def test_a_new_office_has_its_administrator_and_a_first_entry(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mod.office"
    padded = replace(PROFILE, ministry="  Test Ministry ", unit=" Test Unit ")
    made = create_office(folder, padded, " Administrator ", PASSPHRASE)
    assert replace(made.profile, identity="") == PROFILE
    assert len(made.profile.identity) == 32
    assert made.officer.name == "Administrator"
    assert made.officer.roles == {Role.ADMINISTRATOR}
    entries = read_rows(made, Listing.JOURNAL, list_ids(made, Query(Listing.JOURNAL)))
    assert [entry["action"] for entry in entries] == ["office created"]
    assert verify_journal(made).number == 1
    made.close()
    assert sorted(path.name for path in folder.iterdir()) == ["keys.json", "office.db"]


def test_the_office_opens_again_for_its_administrator(tmp_path: Path) -> None:
    folder = tmp_path / "mod.office"
    create_office(folder, PROFILE, "Administrator", PASSPHRASE).close()
    assert officer_names(folder) == ["Administrator"]
    title = office_title(folder)
    assert (title.nation, title.ministry, title.unit, title.demo) == (
        "NLD", "Test Ministry", "Test Unit", False,
    )  # fmt: skip
    again = open_office(folder, "Administrator", PASSPHRASE)
    assert again.folder == folder
    again.close()


@pytest.mark.parametrize(
    ("profile", "name", "passphrase", "error"),
    [
        (replace(PROFILE, nation="nl"), "A", PASSPHRASE, NationFormError),
        (replace(PROFILE, ministry=" "), "A", PASSPHRASE, EmptyTextError),
        (replace(PROFILE, unit="a\u202eb"), "A", PASSPHRASE, HiddenCharacterError),
        (replace(PROFILE, unit="a\nb"), "A", PASSPHRASE, HiddenCharacterError),
        (replace(PROFILE, address="x" * 501), "A", PASSPHRASE, TextTooLongError),
        (PROFILE, "", PASSPHRASE, EmptyTextError),
        (PROFILE, "x" * 121, PASSPHRASE, TextTooLongError),
        (PROFILE, "A", "too short", WeakPassphraseError),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    tmp_path: Path, profile: OfficeProfile, name: str, passphrase: str, error: type[Refusal]
) -> None:
    with pytest.raises(error):
        create_office(tmp_path / "mod.office", profile, name, passphrase)
    assert list(tmp_path.iterdir()) == []


def test_an_office_never_takes_the_place_of_anything(tmp_path: Path) -> None:
    with pytest.raises(OfficeExistsError):
        create_office(tmp_path, PROFILE, "A", PASSPHRASE)


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileUnwritableError):
        create_office(tmp_path / "file" / "mod.office", PROFILE, "A", PASSPHRASE)


def test_a_failure_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken_clock() -> object:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_office(tmp_path / "mod.office", PROFILE, "A", PASSPHRASE, broken_clock)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
