"""What the store says of any two versions, against a model that keeps every version whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from procure_desktop.domain.errors import CancelledError, LineUnknownError, VersionUnknownError
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId, Role
from procure_desktop.domain.request_list import Approval, Line, LineId, ListEdition
from procure_desktop.services.office import Office
from procure_desktop.store.database import Database, Transaction, create_database
from procure_desktop.store.keys import new_key
from procure_desktop.store.list_versions import (
    ListVersion,
    line_history,
    lines_between,
    list_versions,
)
from procure_desktop.store.lists import ListFile, add_release, begin_list, put_lines
from procure_desktop.store.officers import add_officer
from tests.office_factory import GREEN, LAST_DAY, NOW, SERIAL, make_line, make_list

OFFICER = OfficerId(1)
Content = dict[int, int]
"""A version by line number and price."""


def line(number: int, price: int) -> Line:
    return make_line(number, price=price)


def put(tx: Transaction, serial: str, version: int, content: Content) -> None:
    lines = tuple(line(number, price) for number, price in content.items())
    issued = replace(make_list(version), serial=serial, lines=lines)
    file = ListFile(None, f"{serial} {version}", LAST_DAY, Approval.RELEASED)
    add_release(tx, issued, file, OFFICER, NOW)


def expected(older: Content, newer: Content) -> set[tuple[Line | None, Line | None]]:
    return {
        tuple(line(one, side[one]) if one in side else None for side in (older, newer))  # type: ignore[misc]
        for one in older.keys() | newer.keys()
        if older.get(one) != newer.get(one)
    }


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    database = create_database(tmp_path / "office.db", new_key())
    with database.transaction() as tx:
        add_officer(tx, "O", {Role.PREPARER})
    return database


@contextmanager
def undone(tx: Transaction) -> Iterator[None]:
    """Leave nothing of what the block does."""
    savepoint = tx.begin_nested()
    yield
    savepoint.rollback()


@given(
    versions=st.lists(
        st.dictionaries(st.integers(1, 5), st.integers(1, 3), max_size=5), min_size=1, max_size=6
    )
)
@settings(max_examples=60, deadline=None)
def check_versions(database: Database, versions: list[Content]) -> None:
    with database.transaction() as tx, undone(tx):
        for number, content in enumerate(versions, start=1):
            put(tx, "OTHER", number, {one + 100: price for one, price in content.items()})
            put(tx, SERIAL, number, content)
        for older, before in enumerate(versions, start=1):
            for newer, after in enumerate(versions, start=1):
                assert set(lines_between(tx, SERIAL, older, newer)) == expected(before, after)
        for number in {one for content in versions for one in content}:
            check_history(tx, number, versions)
        check_thrift(tx, versions)


def check_history(tx: Transaction, number: int, versions: list[Content]) -> None:
    """Each entry says something else than the one before it, and holds until the next."""
    history = line_history(tx, line(number, 1).id)
    states: list[tuple[int, Line | None]] = []
    for version, content in enumerate(versions, start=1):
        said = line(number, content[number]) if number in content else None
        if (states[-1:] != [] and states[-1][1] == said) or (states == [] and said is None):
            continue
        states.append((version, said))
    assert [(edition.version, said) for edition, said in history] == states


def check_thrift(tx: Transaction, versions: list[Content]) -> None:
    """Only what was superseded is kept apart, and nothing is left waiting."""
    changes = sum(
        1
        for older, newer in pairwise(versions)
        for one in older.keys() | newer.keys()
        if older.get(one) != newer.get(one)
    )
    firsts = sum(
        1 for one in {one for content in versions for one in content} if one not in versions[0]
    )
    kept = text(
        "SELECT count(*) FROM line_edition JOIN line ON line.id = line_id WHERE serial = :s"
    )
    assert tx.execute(kept, {"s": SERIAL}).scalar_one() == changes - firsts
    assert tx.execute(text("SELECT count(*) FROM line_incoming")).scalar_one() == 0


def test_any_two_versions_compare_as_if_both_were_kept_whole(empty: Database) -> None:
    check_versions(empty)


def test_versions_come_with_the_newest_first(preparer: Office) -> None:
    with preparer.database.transaction() as tx:
        put(tx, SERIAL, 4, {1: 1, 9: 1})
        found = list_versions(tx, SERIAL)
        assert list_versions(tx, "OTHER") == ()
    assert [one.edition.version for one in found] == [4, 1]
    assert found[0] == ListVersion(
        ListEdition(SERIAL, 4, date(2026, 6, 1), LAST_DAY, True, Approval.RELEASED),
        2,
        f"{SERIAL} 4",
        "Administrator",
        NOW,
    )


def test_what_was_not_imported_has_no_versions_and_no_history(preparer: Office) -> None:
    with preparer.database.reading() as tx:
        with pytest.raises(VersionUnknownError) as unknown:
            list(lines_between(tx, SERIAL, 1, 2))
        with pytest.raises(LineUnknownError):
            line_history(tx, LineId("UA-9999"))
    assert (unknown.value.serial, unknown.value.version) == (SERIAL, 2)


def test_many_lines_come_in_the_order_of_import(empty: Database) -> None:
    with empty.transaction() as tx:
        put(tx, SERIAL, 1, dict.fromkeys(range(1, 1201), 1))
        put(tx, SERIAL, 2, dict.fromkeys(range(1, 1201), 2))
        found = list(lines_between(tx, SERIAL, 2, 1))
    assert [after.number for _, after in found if after] == list(range(1, 1201))
    assert found[0] == (line(1, 2), line(1, 1))


def test_a_changed_line_tells_what_it_was(preparer: Office) -> None:
    first = make_list().lines[0]
    with preparer.database.transaction() as tx:
        put(tx, SERIAL, 2, {1: 5})
        history = line_history(tx, GREEN)
    assert [said for _, said in history] == [first, replace(first, unit_price=Money(5, "USD"))]


def test_the_first_list_of_an_office_leaves_every_index_there(empty: Database) -> None:
    names = text("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")

    def broken() -> Iterator[Line]:
        yield line(1, 1)
        raise CancelledError

    with empty.reading() as tx:
        before = tx.execute(names).scalars().all()
    file = ListFile(None, "0" * 64, None, Approval.RELEASED)
    with pytest.raises(CancelledError), empty.transaction() as tx:
        put_lines(tx, begin_list(tx, make_list(), file, OFFICER, NOW), broken())
    with empty.transaction() as tx:
        assert tx.execute(names).scalars().all() == before
        assert list_versions(tx, SERIAL) == ()
        put(tx, SERIAL, 1, {1: 1})
        assert tx.execute(names).scalars().all() == before
