from dataclasses import replace

import pytest

from procure_desktop.domain.comparison import ChangeKind, Field
from procure_desktop.domain.errors import CancelledError, VersionUnknownError
from procure_desktop.services.compare_versions import compare_versions, lists_of, versions_of
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import withdraw_commitment
from tests.office_factory import GREEN, PAIRED, SERIAL, Place, draft, make_line, make_list

RENAMED = replace(make_line(2, "Projectile, 155 mm", 5_000, 320_055), name="Projectile, extended")
NEXT = replace(
    make_list(2), lines=(RENAMED, *make_list().lines[2:], make_line(7, "Drone, reconnaissance"))
)


@pytest.fixture
def imported(place: Place, preparer: Office) -> Office:
    """The made office with a second version that takes one line away, renames one and adds one."""
    import_release(preparer, place.publish(NEXT))
    return preparer


def test_two_versions_side_by_side(imported: Office) -> None:
    assert lists_of(imported) == (SERIAL,)
    assert [one.edition.version for one in versions_of(imported, SERIAL)] == [2, 1]
    found = compare_versions(imported, SERIAL, 1, 2)
    assert (found.serial, found.older, found.newer) == (SERIAL, 1, 2)
    (gone,) = found.of_kind(ChangeKind.WITHDRAWN)
    (renamed,) = found.of_kind(ChangeKind.CHANGED)
    (added,) = found.of_kind(ChangeKind.ADDED)
    assert (gone.line, renamed.line, added.shown.name) == (GREEN, PAIRED, "Drone, reconnaissance")
    assert [one.field for one in renamed.fields] == [Field.NAME]
    assert found.changes == (gone, renamed, added)


def test_what_touches_us_is_told_apart(imported: Office) -> None:
    assert compare_versions(imported, SERIAL, 1, 2).touching_us == ()
    draft(imported, PAIRED)
    touching = compare_versions(imported, SERIAL, 1, 2).touching_us
    assert [one.line for one in touching] == [PAIRED]


def test_a_line_that_an_effect_went_through_stays_touching(place: Place, preparer: Office) -> None:
    made = draft(preparer, GREEN)
    import_release(preparer, place.publish(NEXT))
    withdraw_commitment(preparer, made.id, "Test reason")
    touching = compare_versions(preparer, SERIAL, 1, 2).touching_us
    assert [one.line for one in touching] == [GREEN]


def test_backwards_and_with_itself(imported: Office) -> None:
    back = compare_versions(imported, SERIAL, 2, 1)
    assert [one.line for one in back.of_kind(ChangeKind.ADDED)] == [GREEN]
    assert compare_versions(imported, SERIAL, 2, 2).changes == ()


def test_a_version_that_nobody_imported(imported: Office) -> None:
    with pytest.raises(VersionUnknownError):
        compare_versions(imported, SERIAL, 1, 9)


def test_it_can_be_cancelled(imported: Office) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        compare_versions(imported, SERIAL, 1, 2, cancel)
