from datetime import date, timedelta
from pathlib import Path

import pytest

from procure_desktop.domain.errors import FileUnreadableError
from procure_desktop.exchange.request_list_file import write_request_list
from procure_desktop.services.desk import DAYS, make_desk, release_list
from tests.office_factory import KEY_PASSPHRASE, TODAY, Clock, Place, make_list


def test_a_desk_of_its_own_makes_a_release(tmp_path: Path) -> None:
    made = make_desk(tmp_path / "desk", KEY_PASSPHRASE, Clock())
    listed = tmp_path / "list.json"
    listed.write_bytes(write_request_list(make_list()))
    out = tmp_path / "F.release"
    released = release_list(listed, made.folder, KEY_PASSPHRASE, out, clock=Clock())
    assert (released.lines, released.signers) == (6, 3)
    assert released.expires == TODAY + timedelta(days=DAYS)


def test_the_last_day_can_be_given(place: Place) -> None:
    listed, out = place.folder / "list.json", place.folder / "F.release"
    released = release_list(listed, place.desk, KEY_PASSPHRASE, out, date(2026, 7, 1), Clock())
    assert released.expires == date(2026, 7, 1)
    with pytest.raises(FileUnreadableError):
        release_list(place.folder / "missing.json", place.desk, KEY_PASSPHRASE, out)
