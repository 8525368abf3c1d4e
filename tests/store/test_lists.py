from collections.abc import Iterable
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from procure_desktop.domain.attestation import Letter
from procure_desktop.domain.errors import LineReusedError, LineUnknownError, VersionUnknownError
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Approval,
    Availability,
    Colour,
    Line,
    LineId,
    ListEdition,
    Quantities,
    RequestList,
    Source,
)
from procure_desktop.services.office import Office
from procure_desktop.store.attestations import add_attestation, add_letter, release_key
from procure_desktop.store.database import Transaction
from procure_desktop.store.list_versions import Difference, compare_list
from procure_desktop.store.listing import count_facets
from procure_desktop.store.lists import (
    ListFile,
    add_release,
    approve_list,
    begin_list,
    check_identities,
    finish_list,
    load_line,
    load_package,
    newest_version,
    put_lines,
    release_known,
)
from tests.office_factory import GREEN, LAST_DAY, NOW, ROUTINE, SERIAL, make_line, make_list


def put(office: Office, issued: RequestList) -> None:
    file = ListFile(b"file", f"{issued.serial} {issued.version}", LAST_DAY, Approval.RELEASED)
    with office.database.transaction() as tx:
        add_release(tx, issued, file, office.officer.id, NOW)


def test_a_line_comes_back_as_it_was_issued(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        for issued in make_list().lines:
            stored = load_line(tx, issued.id)
            assert stored.line == issued
            assert not stored.withdrawn
            assert stored.edition == ListEdition(
                SERIAL, 1, make_list().issued, LAST_DAY, True, Approval.RELEASED
            )


def stream(office: Office, version: int, lines: Iterable[Line], approval: Approval) -> None:
    file = ListFile(None, f"streamed {version}", None, approval)
    with office.database.transaction() as tx:
        opened = begin_list(tx, make_list(version), file, office.officer.id, NOW)
        assert put_lines(tx, opened, lines) == 2
        assert put_lines(tx, opened, [make_line(12)]) == 1
        finish_list(tx, opened)


def test_a_list_is_stored_from_a_stream(preparer: Office) -> None:
    stream(preparer, 2, (make_line(number) for number in (1, 11)), Approval.RELEASED)
    with preparer.database.reading() as tx:
        assert load_line(tx, LineId("UA-0012")).line == make_line(12)
        assert load_line(tx, GREEN).edition.expires is None
        assert load_line(tx, ROUTINE).withdrawn
        counts = tx.execute(text("SELECT line_count, file FROM list_release ORDER BY id")).all()
    assert counts[1] == (3, None)


def _vouch(tx: Transaction, *offices: Office) -> None:
    key, now = release_key(tx, SERIAL, 2), offices[0].now()
    add_letter(
        tx, key, Letter("a.pdf", "1", LAST_DAY, "0" * 64), b"%PDF-", offices[0].officer.id, now
    )
    for office in offices:
        add_attestation(tx, key, office.officer, now)


def test_an_unapproved_list_is_marked_until_it_is_attested(
    preparer: Office, authoriser: Office
) -> None:
    stream(preparer, 2, (make_line(number) for number in (1, 11)), Approval.UNAPPROVED)
    marked = text("SELECT reference FROM line WHERE unapproved ORDER BY reference")
    with preparer.database.transaction() as tx:
        assert tx.execute(marked).scalars().all() == ["UA-0001", "UA-0011", "UA-0012"]
        assert load_line(tx, GREEN).edition.approval is Approval.UNAPPROVED
        assert {
            one.value: one.count
            for one in count_facets(tx, Query(Listing.LINES), ["state"])["state"]
        } == {
            "unapproved": 3,
            "withdrawn": 5,
        }
        _vouch(tx, preparer, authoriser)
        approve_list(tx, SERIAL, 2)
        assert tx.execute(marked).all() == []
        assert load_line(tx, GREEN).edition.approval is Approval.ATTESTED
        with pytest.raises(VersionUnknownError):
            approve_list(tx, SERIAL, 9)


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("lines", [(1, 2, 1), (*range(1, 1500), 7)])
def test_an_identity_stands_once_in_a_list(
    preparer: Office, version: int, lines: tuple[int, ...]
) -> None:
    serial = {1: "OTHER", 2: SERIAL}[version]
    many = replace(
        make_list(version),
        serial=serial,
        lines=tuple(make_line(number + 1000 * (version == 1)) for number in lines),
    )
    with pytest.raises(LineReusedError) as refused:
        put(preparer, many)
    assert refused.value.line == make_line(lines[-1] + 1000 * (version == 1)).id


@pytest.mark.parametrize("version", [1, 2])
def test_the_store_itself_refuses_another_list_s_line(preparer: Office, version: int) -> None:
    if version == 2:
        put(preparer, replace(make_list(), serial="OTHER", packages=(), lines=(make_line(99),)))
    with pytest.raises(LineReusedError) as refused:
        put(preparer, replace(make_list(version), serial="OTHER", packages=()))
    assert refused.value.line == GREEN


def test_what_breaks_another_rule_of_the_tables_is_a_fault_of_ours(preparer: Office) -> None:
    with pytest.raises(IntegrityError):
        put(
            preparer,
            replace(make_list(), serial="OTHER", lines=(replace(make_line(99), priority=16),)),
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
        availability=Availability(Colour.RED, 50, Source.STOCK, 1),
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
