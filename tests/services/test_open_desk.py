"""One window works in an office; another one reads, and cannot write whatever it tries."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from procure_desktop.domain.errors import (
    OfficeDamagedError,
    OfficeOlderError,
    OfficeReadOnlyError,
    OfficeUnfoldedError,
    WrongPassphraseError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.officer import Role
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.browse import list_ids
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.open_desk import open_desk
from procure_desktop.services.open_office import open_office
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.services.recovery_key import make_recovery_key
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.database import open_database, read_database
from procure_desktop.store.folder import OfficeFolder
from tests.office_factory import (
    ADMINISTRATOR,
    AUDITOR,
    NOW,
    PASSPHRASE,
    PREPARER,
    Clock,
    Place,
    draft,
    submit,
)


def sit_down(place: Place, clock: Clock, officer: str = PREPARER) -> Office:
    return open_desk(place.office, officer, PASSPHRASE, clock)


def test_the_first_window_has_the_desk_and_the_second_reads(place: Place, clock: Clock) -> None:
    first = sit_down(place, clock)
    second = sit_down(place, clock, ADMINISTRATOR)
    assert (first.read_only, second.read_only) == (False, True)
    assert second.holder is not None
    assert (second.holder.officer, second.holder.since) == (PREPARER, NOW)
    assert second.holder.machine
    made = draft(first)
    assert read_commitment(second, made.id) == made
    verify_journal(second)
    first.close()
    assert list(list_ids(second, Query(Listing.COMMITMENTS))) == [made.id]
    second.close()
    third = sit_down(place, clock)
    assert not third.read_only
    third.close()


WRITES: list[Callable[[Office, Place], object]] = [
    lambda office, _: draft(office),
    submit,
    lambda office, place: import_release(office, place.release),
    lambda office, _: add_officer(office, "New", {Role.AUDITOR}, PASSPHRASE),
    lambda office, _: make_recovery_key(office),
    lambda office, place: back_up_office(office, place.folder / "x.backup"),
]


@pytest.mark.parametrize("write", range(len(WRITES)))
def test_a_reading_window_cannot_write(place: Place, clock: Clock, write: int) -> None:
    first, second = sit_down(place, clock, AUDITOR), sit_down(place, clock, ADMINISTRATOR)
    before = {path.name: path.read_bytes() for path in place.office.glob("*.json")}
    with pytest.raises(OfficeReadOnlyError):
        WRITES[write](second, place)
    assert {path.name: path.read_bytes() for path in place.office.glob("*.json")} == before
    with first.database.reading() as tx:
        count = tx.execute(text("SELECT max(number) FROM journal")).scalar()
    with second.database.reading() as tx:
        assert tx.execute(text("SELECT max(number) FROM journal")).scalar() == count
    assert not (place.folder / "x.backup").exists()
    first.close()
    second.close()


def test_the_connections_themselves_cannot_write(place: Place, clock: Clock) -> None:
    first, second = sit_down(place, clock), sit_down(place, clock)
    with second.database.reader.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA query_only = OFF")
        with pytest.raises(Exception, match="readonly"):
            raw.execute("DELETE FROM officer_role")
    first.close()
    second.close()


def test_the_command_line_writes_beside_a_window(place: Place, clock: Clock) -> None:
    window = sit_down(place, clock)
    script = open_office(place.office, PREPARER, PASSPHRASE, clock)
    made = draft(script)
    assert read_commitment(window, made.id) == made
    script.close()
    window.close()


def test_a_refused_sign_in_takes_no_desk(place: Place, clock: Clock) -> None:
    with pytest.raises(WrongPassphraseError):
        open_desk(place.office, PREPARER, "not the passphrase", clock)
    place.office.joinpath("office.db").write_bytes(b"damaged" * 1000)
    with pytest.raises(OfficeDamagedError):
        sit_down(place, clock, AUDITOR)
    with pytest.raises(OfficeDamagedError):
        sit_down(place, clock, AUDITOR)


@pytest.fixture
def disc(place: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The office as on a disc: root may write anywhere, so the folder is said not to be writable."""
    sit_down(place, clock).close()
    monkeypatch.setattr(OfficeFolder, "writable", property(lambda _self: False))
    monkeypatch.setattr("procure_desktop.store.folder.is_read_only", lambda _path: True)
    monkeypatch.setattr("procure_desktop.services.open_desk.take_desk", lambda *_: None)
    return place


def test_an_office_on_a_disc_is_read(disc: Place, clock: Clock) -> None:
    before = sorted(path.name for path in disc.office.iterdir())
    office = sit_down(disc, clock)
    assert office.read_only
    assert office.holder is None
    assert list_ids(office, Query(Listing.LINES))
    verify_journal(office)
    with pytest.raises(OfficeReadOnlyError):
        draft(office)
    # Nothing is laid beside the database, as nothing could be.
    assert sorted(path.name for path in disc.office.iterdir()) == before
    office.close()
    by_command = open_office(disc.office, PREPARER, PASSPHRASE, clock)
    assert by_command.read_only
    by_command.close()


def test_who_may_not_write_reads_what_others_still_change(
    disc: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only this account may not write, what is read can change: it is not taken as fixed."""
    monkeypatch.setattr("procure_desktop.store.folder.is_read_only", lambda _path: False)
    reading = sit_down(disc, clock)
    with disc.signed_in(PREPARER) as other:
        made = draft(other)
    assert reading.read_only
    assert read_commitment(reading, made.id) == made
    reading.close()


def test_a_disc_with_a_copy_made_in_use_is_refused(disc: Place, clock: Clock) -> None:
    database = OfficeFolder(disc.office).database
    database.with_name("office.db-wal").write_bytes(b"changes")
    with pytest.raises(OfficeUnfoldedError):
        sit_down(disc, clock)


def test_an_older_office_is_not_upgraded_where_it_is_only_read(
    place: Place, clock: Clock, tmp_path: Path
) -> None:
    files = OfficeFolder(place.office)
    database = open_database(files.database, place.data_key)
    with database.transaction() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    database.close()
    with pytest.raises(OfficeOlderError):
        read_database(files.database, place.data_key)


def test_a_reading_window_outlives_the_other_and_opens_without_it(
    place: Place, clock: Clock
) -> None:
    sit_down(place, clock).close()
    files = OfficeFolder(place.office)
    database = read_database(files.database, place.data_key)
    with database.reading() as tx:
        assert tx.execute(text("SELECT count(*) FROM officer")).scalar() == 5
    database.close()
    copied = tmp_copy(place)
    open_database(copied, place.data_key).close()


def tmp_copy(place: Place) -> Path:
    return Path(shutil.copy(OfficeFolder(place.office).database, place.folder / "copy.db"))
