"""A second window is told who works in the office and cannot change it; a window shows what others change."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QTableView, QToolButton
from pytestqt.qtbot import QtBot

from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.menus import WRITES
from procure_desktop.gui.desk.read_only_band import read_only_reason
from procure_desktop.gui.window.other_hands import OtherHands
from procure_desktop.services.office import Office
from procure_desktop.services.open_desk import open_desk
from procure_desktop.store.folder import OfficeFolder
from tests.gui.hands import Hands
from tests.office_factory import ADMINISTRATOR, PASSPHRASE, PREPARER, Place, draft


@pytest.fixture
def first(place: Place) -> Iterator[Office]:
    """The window that has the desk."""
    office = open_desk(place.office, ADMINISTRATOR, PASSPHRASE)
    yield office
    office.close()


def test_a_second_window_says_who_works_there_and_changes_nothing(
    hands: Hands, place: Place, first: Office
) -> None:
    with place.signed_in(PREPARER) as script:
        draft(script)
    hands.sign_in(PREPARER)
    assert hands.sees("READ ONLY · Administrator has this office open on")
    hands.click("rail-commitments")
    assert hands.find(QTableView, "table").model().rowCount() == 1
    hands.select(0)
    table = hands.window.actions_table
    enabled = {name for name in table.names() if table[name].isEnabled()}
    assert not enabled & WRITES
    assert {"preview", "verify", "lock", "quit"} <= enabled
    assert table["submit"].toolTip().startswith("Administrator has this office open on")
    assert not hands.find(QToolButton, "back-up-now").isEnabled()
    hands.menu("lock")
    first.close()
    hands.sign_in(PREPARER)
    assert not hands.sees("READ ONLY")
    hands.click("rail-commitments")
    hands.select(0)
    assert table["submit"].isEnabled()
    assert not table["submit"].toolTip().startswith("Administrator")


def test_every_action_that_writes_is_one(qtbot: QtBot) -> None:
    assert set(ActionTable().names()) >= WRITES


def test_the_window_shows_what_another_program_changes(
    hands: Hands, place: Place, qtbot: QtBot
) -> None:
    with place.signed_in(PREPARER) as script:
        draft(script)
    hands.sign_in(PREPARER)
    hands.click("rail-commitments")
    others = others_of(hands)
    with place.signed_in(PREPARER) as script:
        draft(script)
    others.look()
    others.look()
    table = hands.find(QTableView, "table")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2, timeout=20_000)


def test_what_the_window_changes_itself_is_not_announced_again(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    others, view = others_of(hands), hands.window.view
    assert view is not None
    told: list[object] = []
    view.desk.changes.announced.connect(told.append)
    draft(view.desk.office)
    others.look()
    qtbot.waitUntil(lambda: not others._looking)
    assert told == []


def test_an_office_that_cannot_be_looked_at_says_nothing(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    others = others_of(hands)
    database = others._desk.office.database
    database.close()
    database.path.rename(database.path.with_name("gone.db"))
    others.look()
    qtbot.waitUntil(lambda: not others._looking)
    assert not hands.sees("cannot be read")
    database.path.with_name("gone.db").rename(database.path)


def others_of(hands: Hands) -> OtherHands:
    actions = hands.window._office_actions
    assert actions is not None
    return actions._others


def test_the_reason_is_said_as_far_as_it_is_known(
    place: Place, first: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_only_reason(first) == ""
    second = open_desk(place.office, PREPARER, PASSPHRASE)
    assert read_only_reason(second).startswith("Administrator has this office open on")
    OfficeFolder(place.office).desk.write_bytes(b"")
    second.close()
    second = open_desk(place.office, PREPARER, PASSPHRASE)
    assert read_only_reason(second).startswith("Another window has this office open.")
    monkeypatch.setattr(OfficeFolder, "writable", property(lambda _self: False))
    assert read_only_reason(second).startswith("This place cannot be written")
    second.close()
