"""The one field for everything: actions with reasons, pages, views and records, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.saved_view import Arrangement
from procure_desktop.gui.desk.action_rules import Place as Page
from procure_desktop.gui.desk.action_specs import ACTIONS
from procure_desktop.gui.finding.find_targets import Group, Target
from procure_desktop.services.remember_visit import recent_visits
from procure_desktop.services.save_view import save_view
from tests.gui.hands import Hands
from tests.office_factory import AUDITOR, PREPARER, Place, submit

_ROLE = int(Qt.ItemDataRole.UserRole)


def open_field(hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, hands.control)
    hands.await_dialog("find-dialog")


def targets(hands: Hands) -> list[Target]:
    found = hands.find(QListWidget, "find-list")
    items = (found.item(row).data(_ROLE) for row in range(found.count()))
    return [item for item in items if item is not None]


def texts(hands: Hands, group: Group) -> list[str]:
    return [target.text for target in targets(hands) if target.group is group]


def seek(hands: Hands, qtbot: QtBot, typed: str, finds: str) -> None:
    hands.write("find-field", typed)
    qtbot.waitUntil(lambda: any(target.text == finds for target in targets(hands)))
    hands.rest()


def page(hands: Hands) -> Page | None:
    view = hands.window.view
    return view.page.place if view and view.page else None


def test_a_record_is_gone_to_and_offered_first_next_time(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_field(hands)
    seek(hands, qtbot, "radr", "Radar")
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert page(hands) is Page.LINES
    view = hands.window.view
    assert view is not None
    assert view.page is not None
    assert [row["name"] for row in view.page.selected_rows()] == ["Radar"]
    assert recent_visits(view.desk.office) == ("lines:4",)
    open_field(hands)
    assert targets(hands)[0].key == "lines:4"
    assert hands.find(QListWidget, "find-list").item(0).text() == "Recent"


def test_commitments_donations_and_documents_are_found_by_number(
    hands: Hands, qtbot: QtBot, place: Place
) -> None:
    with place.signed_in(PREPARER) as preparer:
        number = submit(preparer, place).number
    hands.sign_in(PREPARER)
    open_field(hands)
    seek(hands, qtbot, number.lower(), number)
    assert texts(hands, Group.RECORDS) == [number, number]
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert page(hands) is Page.DOCUMENTS


def test_an_action_is_done_and_a_disabled_one_says_why_not(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(AUDITOR)
    open_field(hands)
    seek(hands, qtbot, "commit funds", "Commit funds")
    hands.press(Qt.Key.Key_Return)
    assert hands.sees("It takes the role of preparer: ask an officer who has it.")
    seek(hands, qtbot, "abuot procure", "About Procure Desktop")
    hands.press(Qt.Key.Key_Return)
    hands.await_dialog("about-dialog")


def test_every_disabled_action_gives_a_reason(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    open_field(hands)
    for spec in ACTIONS:
        hands.write("find-field", spec.text.replace("&", "").rstrip("…"))
        enabled = hands.window.actions_table[spec.name].isEnabled()
        found = [one for one in targets(hands) if one.key == f"action:{spec.name}"]
        if spec.name != "find-anything":
            assert bool(found[0].why) == (not enabled), spec.name


def test_pages_and_views(hands: Hands, qtbot: QtBot, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        query = Query(Listing.LINES, facets=(("capability", ("logistics",)),))
        save_view(preparer, "Generators only", Arrangement(query))
    hands.sign_in(PREPARER)
    open_field(hands)
    seek(hands, qtbot, "generators", "Generators only")
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert hands.sees("1 of 6 lines")
    open_field(hands)
    seek(hands, qtbot, "urgent open", "Urgent and open")
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert hands.sees("4 of 6 lines")
    open_field(hands)
    seek(hands, qtbot, "journal", "Journal")
    keys = [target.key for target in targets(hands)]
    for _ in range(keys.index("page:JOURNAL")):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert page(hands) is Page.JOURNAL


def test_officers_are_found_and_only_an_administrator_goes_there(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.sign_in(PREPARER)
    open_field(hands)
    seek(hands, qtbot, "deputy", "Deputy")
    hands.press(Qt.Key.Key_Return)
    assert hands.sees("It takes the role of administrator: ask an officer who has it.")


def test_nothing_fits_and_the_ends_hold(hands: Hands, qtbot: QtBot) -> None:
    hands.sign_in(PREPARER)
    open_field(hands)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_PageDown)
    hands.press(Qt.Key.Key_PageUp)
    hands.write("find-field", "zzzzzz")
    hands.await_text("Nothing fits.")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    hands.await_window()
