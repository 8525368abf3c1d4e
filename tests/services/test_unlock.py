"""Wrong passphrases are answered more and more slowly, whoever asks and however often the program starts."""

from datetime import timedelta
from pathlib import Path

import pytest

from procure_desktop.domain.errors import (
    OfficerUnknownError,
    ProcureError,
    SignInDelayedError,
    WrongPassphraseError,
)
from procure_desktop.services.change_passphrase import change_passphrase
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import open_office
from procure_desktop.services.recovery_key import make_recovery_key, recover_office
from procure_desktop.services.unlock import sign_in_wait
from procure_desktop.store.folder import OfficeFolder
from tests.office_factory import AUTHORISER, NOW, PASSPHRASE, PREPARER, Clock, Place


def try_wrong(place: Place, clock: Clock, *, officer: str = PREPARER) -> ProcureError:
    with pytest.raises(ProcureError) as refused:
        open_office(place.office, officer, "not the passphrase", clock)
    return refused.value


def sign_in(place: Place, clock: Clock, *, officer: str = PREPARER) -> None:
    open_office(place.office, officer, PASSPHRASE, clock).close()


def tries_file(place: Place) -> Path:
    return OfficeFolder(place.office).tries


def test_three_are_free_and_then_the_wait_doubles(place: Place, clock: Clock) -> None:
    sign_in(place, clock)
    for wait in (0, 0, 0, 5, 10, 20):
        assert isinstance(try_wrong(place, clock), WrongPassphraseError)
        assert sign_in_wait(place.office, PREPARER, clock) == wait
        clock.moment += timedelta(seconds=wait)
    assert sign_in_wait(place.office, PREPARER, clock) == 0


def test_before_its_time_the_right_passphrase_is_not_even_tried(place: Place, clock: Clock) -> None:
    try_wrong(place, clock)
    clock.moment += timedelta(seconds=4)
    refused = try_wrong(place, clock)
    assert isinstance(refused, SignInDelayedError)
    assert (refused.name, refused.seconds) == (PREPARER, 1)
    with pytest.raises(SignInDelayedError):
        sign_in(place, clock)
    clock.moment += timedelta(seconds=1)
    sign_in(place, clock)


def test_a_right_passphrase_forgets_the_wrong_ones(place: Place, clock: Clock) -> None:
    try_wrong(place, clock)
    clock.moment += timedelta(seconds=5)
    sign_in(place, clock)
    for _ in range(3):
        try_wrong(place, clock)
    sign_in(place, clock)


def test_each_officer_waits_alone(place: Place, clock: Clock) -> None:
    try_wrong(place, clock)
    sign_in(place, clock, officer=AUTHORISER)
    assert sign_in_wait(place.office, PREPARER, clock) == 5


@pytest.mark.parametrize("back", [timedelta(seconds=3), timedelta(days=900)])
def test_putting_the_clock_back_does_not_help(place: Place, clock: Clock, back: timedelta) -> None:
    try_wrong(place, clock)
    clock.moment -= back
    assert sign_in_wait(place.office, PREPARER, clock) == 5
    clock.moment += timedelta(seconds=4)
    assert sign_in_wait(place.office, PREPARER, clock) == 1
    clock.moment += timedelta(seconds=1)
    sign_in(place, clock)
    assert clock.moment < NOW + timedelta(seconds=5)


def test_deleting_the_record_gives_no_free_tries_back(place: Place, clock: Clock) -> None:
    sign_in(place, clock)
    for _ in range(2):
        tries_file(place).unlink()
        assert isinstance(try_wrong(place, clock), WrongPassphraseError)
        assert sign_in_wait(place.office, PREPARER, clock) == 5


def test_who_is_no_officer_leaves_no_trace(place: Place, clock: Clock) -> None:
    assert isinstance(try_wrong(place, clock, officer="Nobody"), OfficerUnknownError)
    assert not tries_file(place).exists()


def test_changing_the_passphrase_is_no_way_around(
    place: Place, preparer: Office, clock: Clock
) -> None:
    with pytest.raises(WrongPassphraseError):
        change_passphrase(preparer, "not the passphrase", "another long passphrase")
    with pytest.raises(SignInDelayedError):
        change_passphrase(preparer, PASSPHRASE, "another long passphrase")
    clock.moment += timedelta(seconds=5)
    change_passphrase(preparer, PASSPHRASE, "another long passphrase")


def test_the_recovery_key_ends_the_wait(place: Place, administrator: Office, clock: Clock) -> None:
    key = make_recovery_key(administrator)
    try_wrong(place, clock)
    recover_office(place.office, key.text, PREPARER, PASSPHRASE, clock)
    sign_in(place, clock)
