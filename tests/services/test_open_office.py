from dataclasses import replace
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    OfficeDamagedError,
    OfficeMissingError,
    OfficerUnknownError,
    WrongPassphraseError,
)
from procure_desktop.services.office import Office, no_progress
from procure_desktop.services.open_office import (
    office_title,
    officer_names,
    open_office,
    switch_officer,
)
from procure_desktop.store.keys import read_key_file, wrap, write_key_file
from tests.office_factory import AUDITOR, AUTHORISER, PASSPHRASE, PREPARER, Clock, Place


def test_each_officer_signs_in_with_a_passphrase(place: Place, clock: Clock) -> None:
    office = open_office(place.office, PREPARER, PASSPHRASE, clock)
    assert office.officer.name == PREPARER
    assert office.now() == clock.moment
    office.close()


def test_before_sign_in_only_names_and_title_are_known(place: Place) -> None:
    assert officer_names(place.office)[0] == "Administrator"
    assert len(officer_names(place.office)) == 5
    assert office_title(place.office).unit == "Test Unit"


def test_a_wrong_passphrase_or_a_stranger_is_refused(place: Place) -> None:
    with pytest.raises(WrongPassphraseError):
        open_office(place.office, PREPARER, "not the passphrase")
    with pytest.raises(OfficerUnknownError):
        open_office(place.office, "Nobody", PASSPHRASE)


def test_no_office_there(tmp_path: Path) -> None:
    for open_it in (officer_names, office_title):
        with pytest.raises(OfficeMissingError):
            open_it(tmp_path / "mod.office")
    with pytest.raises(OfficeMissingError):
        open_office(tmp_path / "mod.office", PREPARER, PASSPHRASE)


def test_a_key_of_another_office_opens_nothing(place: Place) -> None:
    keys = read_key_file(place.office / "keys.json")
    write_key_file(place.office / "keys.json", wrap(keys, PREPARER, PASSPHRASE, bytes(32)))
    with pytest.raises(OfficeDamagedError):
        open_office(place.office, PREPARER, PASSPHRASE)


def test_a_key_file_beside_another_office_s_database_opens_nothing(place: Place) -> None:
    keys = replace(read_key_file(place.office / "keys.json"), office="0f", slots=())
    write_key_file(place.office / "keys.json", wrap(keys, PREPARER, PASSPHRASE, place.data_key))
    with pytest.raises(OfficeDamagedError):
        open_office(place.office, PREPARER, PASSPHRASE)


def test_a_slot_without_an_officer_opens_nothing(place: Place) -> None:
    keys = read_key_file(place.office / "keys.json")
    left_over = wrap(keys, "Nobody", PASSPHRASE, place.data_key)
    write_key_file(place.office / "keys.json", left_over)
    with pytest.raises(OfficerUnknownError):
        open_office(place.office, "Nobody", PASSPHRASE)


def test_switching_closes_the_old_only_when_the_new_is_in(place: Place, clock: Clock) -> None:
    first = open_office(place.office, PREPARER, PASSPHRASE, clock)
    with pytest.raises(WrongPassphraseError):
        switch_officer(first, AUTHORISER, "not the passphrase")
    assert first.profile.nation == "NLD"
    second = switch_officer(first, AUDITOR, PASSPHRASE)
    assert second.officer.name == AUDITOR
    assert second.clock is clock
    second.close()


def test_nobody_is_told_of_progress() -> None:
    no_progress(1, 2)


def test_an_open_office_does_not_say_its_key(preparer: Office) -> None:
    assert repr(preparer.database.key) not in repr(preparer)
