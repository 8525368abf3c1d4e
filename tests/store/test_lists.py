from dataclasses import replace

import pytest
from sqlalchemy import text

from procure_desktop.domain.errors import LineReusedError, LineUnknownError
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Colour,
    LineId,
    ListEdition,
    Quantities,
    RequestList,
)
from procure_desktop.services.office import Office
from procure_desktop.store.lists import (
    Difference,
    ReleaseFile,
    add_release,
    check_identities,
    compare_list,
    load_line,
    load_package,
    newest_version,
    release_known,
)
from tests.office_factory import GREEN, LAST_DAY, NOW, ROUTINE, SERIAL, make_line, make_list


def put(office: Office, issued: RequestList) -> None:
    file = ReleaseFile(b"file", f"{issued.serial} {issued.version}", LAST_DAY)
    with office.database.transaction() as tx:
        add_release(tx, issued, file, office.officer.id, NOW)


def test_a_line_comes_back_as_it_was_issued(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        for issued in make_list().lines:
            stored = load_line(tx, issued.id)
            assert stored.line == issued
            assert not stored.withdrawn
            assert stored.edition == ListEdition(
                SERIAL, 1, make_list().issued, LAST_DAY, illustrative=True
            )


def test_a_line_knows_its_package(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        for line_id, place in ((GREEN, 0), (ROUTINE, 1)):
            assert load_package(tx, line_id) == make_list().packages[place]
        assert load_package(tx, LineId("UA-9999")) is None


def test_an_unknown_line_is_refused(preparer: Office) -> None:
    with preparer.database.reading() as tx, pytest.raises(LineUnknownError) as refused:
        load_line(tx, LineId("UA-9999"))
    assert refused.value.line == "UA-9999"


def test_the_newest_version_and_known_files(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        assert newest_version(tx, SERIAL) == 1
        assert newest_version(tx, "OTHER") == 0
        assert not release_known(tx, "f" * 64)
        sha256 = tx.execute(text("SELECT sha256 FROM list_release")).scalar_one()
        assert release_known(tx, sha256)


def second() -> RequestList:
    """A second version: one line changed, one new, two left out."""
    first = make_list(2)
    changed = replace(first.lines[0], unit_price=Money(1_100_000, "USD"), name="Interceptor, new")
    return replace(first, lines=(changed, *first.lines[1:4], make_line(7, "Drone")))


def test_a_new_version_is_compared_line_by_line(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        assert compare_list(tx, second()) == Difference(new=1, changed=1, withdrawn=2)
        assert compare_list(tx, make_list(2)) == Difference(0, 0, 0)


def test_a_new_version_withdraws_what_it_leaves_out(preparer: Office) -> None:
    put(preparer, second())
    with preparer.database.reading() as tx:
        assert load_line(tx, GREEN).line.name == "Interceptor, new"
        assert load_line(tx, GREEN).edition.version == 2
        left_out = load_line(tx, ROUTINE)
        assert left_out.withdrawn
        assert left_out.edition.version == 1
        assert load_line(tx, LineId("UA-0007")).line == make_line(7, "Drone")
        # Compared again, what was withdrawn does not count as withdrawn once more.
        assert compare_list(tx, replace(second(), version=3)) == Difference(0, 0, 0)


def test_a_line_that_comes_back_is_a_change(preparer: Office) -> None:
    put(preparer, second())
    with preparer.database.reading() as tx:
        assert compare_list(tx, make_list(3)) == Difference(new=0, changed=3, withdrawn=1)
    put(preparer, make_list(3))
    with preparer.database.reading() as tx:
        assert not load_line(tx, ROUTINE).withdrawn


def test_a_version_may_take_a_line_below_what_is_held(preparer: Office) -> None:
    shrunk = replace(
        make_list(2).lines[0],
        quantities=Quantities(0, 0, 0, 0, 0, 0),
        availability=replace(make_list().lines[0].availability, colour=Colour.RED),
    )
    put(preparer, replace(make_list(2), lines=(shrunk,)))
    with preparer.database.reading() as tx:
        assert load_line(tx, GREEN).line == shrunk


def test_another_list_cannot_take_a_line_s_identity(preparer: Office) -> None:
    other = replace(make_list(), serial="OTHER")
    with preparer.database.reading() as tx:
        check_identities(tx, make_list(2))
        check_identities(tx, replace(other, lines=(make_line(99),)))
        with pytest.raises(LineReusedError) as refused:
            check_identities(tx, other)
    assert refused.value.line == GREEN


def test_two_lists_stand_side_by_side(preparer: Office) -> None:
    put(preparer, replace(make_list(), serial="OTHER", packages=(), lines=(make_line(99),)))
    with preparer.database.reading() as tx:
        assert not load_line(tx, GREEN).withdrawn
        assert load_line(tx, LineId("UA-0099")).edition.serial == "OTHER"
        assert load_package(tx, LineId("UA-0099")) is None
