from dataclasses import replace

import pytest
from sqlalchemy import text

from procure_desktop.domain.errors import (
    EmptyTextError,
    HiddenCharacterError,
    RoleMissingError,
    TextTooLongError,
    ViewNameTakenError,
    ViewNotOwnError,
    ViewUnknownError,
)
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.domain.saved_view import Arrangement, ColumnPlace
from procure_desktop.services.browse import list_ids
from procure_desktop.services.office import Office
from procure_desktop.services.save_view import (
    change_view,
    delete_view,
    keep_arrangement,
    last_arrangement,
    list_views,
    rename_view,
    save_view,
)

URGENT = Arrangement(
    Query(Listing.LINES, "launcher", (("urgent", ("yes",)),), Order("name")),
    (ColumnPlace("name", width=30), ColumnPlace("number", shown=False)),
)
PLAIN = Arrangement(Query(Listing.LINES))


def names(office: Office) -> list[str]:
    return [view.name for view in list_views(office, Listing.LINES).views]


def test_a_view_is_saved_changed_renamed_and_deleted(preparer: Office) -> None:
    view = save_view(preparer, " Mine ", URGENT)
    (saved,) = list_views(preparer, Listing.LINES).views
    assert (saved.name, saved.arrangement, saved.shared) == ("Mine", URGENT, False)
    assert saved.owner == preparer.officer.id
    change_view(preparer, view, PLAIN)
    rename_view(preparer, view, "Ours", shared=True)
    (saved,) = list_views(preparer).views
    assert (saved.name, saved.arrangement, saved.shared) == ("Ours", PLAIN, True)
    delete_view(preparer, view)
    assert list_views(preparer).views == ()


def test_a_view_belongs_to_its_list_and_its_officer(preparer: Office, authoriser: Office) -> None:
    save_view(preparer, "Mine", URGENT)
    save_view(authoriser, "Mine", PLAIN)
    assert list_views(preparer, Listing.JOURNAL).views == ()
    assert [view.arrangement for view in list_views(authoriser).views] == [PLAIN]


def test_a_shared_view_is_offered_to_everybody_and_changed_by_its_owner(
    preparer: Office, auditor: Office, administrator: Office
) -> None:
    view = save_view(preparer, "For all", URGENT, shared=True)
    assert names(auditor) == ["For all"]
    with pytest.raises(ViewNotOwnError):
        change_view(auditor, view, PLAIN)
    with pytest.raises(ViewNotOwnError):
        rename_view(auditor, view, "Other", shared=False)
    with pytest.raises(ViewNotOwnError):
        delete_view(auditor, view)
    delete_view(administrator, view)
    assert names(preparer) == []


def test_an_administrator_does_not_delete_what_is_not_shared(
    preparer: Office, administrator: Office
) -> None:
    view = save_view(preparer, "Mine", URGENT)
    with pytest.raises(ViewNotOwnError):
        delete_view(administrator, view)


def test_an_auditor_saves_but_does_not_share(auditor: Office) -> None:
    view = save_view(auditor, "Mine", URGENT)
    with pytest.raises(RoleMissingError):
        rename_view(auditor, view, "Mine", shared=True)
    with pytest.raises(RoleMissingError):
        save_view(auditor, "For all", URGENT, shared=True)
    assert names(auditor) == ["Mine"]


def test_a_name_stands_once(preparer: Office) -> None:
    save_view(preparer, "One", URGENT)
    two = save_view(preparer, "Two", URGENT)
    with pytest.raises(ViewNameTakenError):
        save_view(preparer, "One", PLAIN)
    with pytest.raises(ViewNameTakenError):
        rename_view(preparer, two, "One", shared=False)
    rename_view(preparer, two, "Two", shared=True)
    assert names(preparer) == ["One", "Two"]


def test_a_name_and_a_search_hold_nothing_hidden(preparer: Office) -> None:
    with pytest.raises(EmptyTextError):
        save_view(preparer, "  ", URGENT)
    with pytest.raises(TextTooLongError):
        save_view(preparer, "x" * 61, URGENT)
    hidden = replace(URGENT, query=replace(URGENT.query, text="ra\u200bdar"))
    with pytest.raises(HiddenCharacterError):
        save_view(preparer, "Mine", hidden)
    view = save_view(preparer, "Mine", URGENT)
    with pytest.raises(HiddenCharacterError):
        change_view(preparer, view, hidden)


def test_a_view_that_is_gone_is_said_to_be(preparer: Office) -> None:
    view = save_view(preparer, "Mine", URGENT)
    delete_view(preparer, view)
    with pytest.raises(ViewUnknownError):
        change_view(preparer, view, PLAIN)


@pytest.mark.parametrize("content", ["", "{", "{}", '{"a":1,"a":2}', '"\ud800"', "[" * 40])
def test_a_doctored_view_is_named_and_not_shown(preparer: Office, content: str) -> None:
    save_view(preparer, "Good", URGENT)
    bad = save_view(preparer, "Bad", URGENT)
    _doctor(preparer, "saved_view", content, f"id = {bad}")
    found = list_views(preparer)
    assert [view.name for view in found.views] == ["Good"]
    assert found.unreadable == ("Bad",)


def test_a_filter_by_a_column_that_is_none_is_not_read(preparer: Office) -> None:
    save_view(preparer, "Bad", URGENT)
    content = '{"columns":[],"facets":[["secret",["1"]]],"order":null,"text":""}'
    _doctor(preparer, "saved_view", content, "1")
    assert list_views(preparer).unreadable == ("Bad",)


def test_the_last_arrangement_comes_back_to_its_officer(
    preparer: Office, authoriser: Office
) -> None:
    assert last_arrangement(preparer, Listing.LINES) is None
    keep_arrangement(preparer, PLAIN)
    keep_arrangement(preparer, URGENT)
    assert last_arrangement(preparer, Listing.LINES) == URGENT
    assert last_arrangement(preparer, Listing.JOURNAL) is None
    assert last_arrangement(authoriser, Listing.LINES) is None
    _doctor(preparer, "last_arrangement", "no JSON", "1")
    assert last_arrangement(preparer, Listing.LINES) is None


def test_views_leave_the_journal_alone(preparer: Office) -> None:
    journal = Query(Listing.JOURNAL)
    before = len(list_ids(preparer, journal))
    save_view(preparer, "Mine", URGENT, shared=True)
    keep_arrangement(preparer, URGENT)
    assert len(list_ids(preparer, journal)) == before


def _doctor(office: Office, table: str, content: str, where: str) -> None:
    update = f"UPDATE {table} SET content = :content WHERE {where}"  # noqa: S608 (the test's own)
    kept = content.encode(errors="replace").decode()
    with office.database.transaction() as tx:
        tx.execute(text(update), {"content": kept})
