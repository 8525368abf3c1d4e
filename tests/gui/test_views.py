"""How a list is seen: facets, usual and saved views, columns, and what comes back at the next sign-in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu, QTableView
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.saved_view import Arrangement, ColumnPlace
from procure_desktop.gui.listing.listing_page import ListingPage
from procure_desktop.gui.parts.menu_button import MenuButton
from procure_desktop.gui.tables.listing_table import ListingTable
from procure_desktop.services.save_view import list_views, save_view
from tests.gui.hands import Hands
from tests.office_factory import AUDITOR, AUTHORISER, PREPARER, Place, draft, submit


def open_lines(hands: Hands, officer: str = PREPARER) -> ListingPage:
    hands.sign_in(officer)
    hands.click("rail-request-lists")
    hands.rest()
    return page_of(hands)


def page_of(hands: Hands) -> ListingPage:
    page = hands.window.view.page if hands.window.view else None
    assert isinstance(page, ListingPage)
    return page


def rows(hands: Hands) -> int:
    return hands.find(QTableView, "table").model().rowCount()


def offered(hands: Hands, button: str) -> list[str]:
    menu = hands.find(MenuButton, button).menu()
    menu.aboutToShow.emit()
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def shown(hands: Hands) -> list[str]:
    return [column.key for column in hands.find(ListingTable, "table").arrangement.shown()]


def test_a_facet_takes_several_values_and_all_are_cleared(hands: Hands) -> None:
    open_lines(hands)
    hands.choose("facet-capability", "Logistics")
    assert rows(hands) == 1
    hands.choose("facet-capability", "Air defence")
    assert rows(hands) == 6
    assert hands.find(MenuButton, "facet-capability").accessibleName() == "Capability: 2 chosen"
    hands.choose("facet-package", "P2")
    hands.write("search", "zzz")
    hands.press(Qt.Key.Key_Return)
    hands.await_text("No record fits this filter: search “zzz”; Capability:")
    hands.click("clear-filter")
    assert rows(hands) == 6
    assert hands.find(MenuButton, "facet-package").text() == "Package"


def test_a_usual_view_narrows_and_is_named(hands: Hands) -> None:
    open_lines(hands)
    hands.choose("views", "Urgent and open")
    assert rows(hands) == 4
    assert hands.find(MenuButton, "views").text() == "Urgent and open"
    assert hands.find(MenuButton, "facet-urgent").text() == "Urgency: Urgent"
    hands.choose("views", "Reset to usual")
    assert rows(hands) == 6
    assert hands.find(MenuButton, "views").text() == "Views"


def test_mine_to_authorise_leaves_out_what_i_prepared(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as office:
        submit(office, place)
        draft(office)
    hands.sign_in(AUTHORISER)
    hands.click("rail-commitments")
    hands.rest()
    hands.choose("views", "Mine to authorise")
    assert rows(hands) == 1
    assert "My drafts" not in offered(hands, "views")


def test_a_view_is_saved_changed_shared_and_deleted(hands: Hands, place: Place) -> None:
    open_lines(hands)
    hands.write("search", "launcher")
    hands.press(Qt.Key.Key_Return)
    hands.choose("views", "Save as")
    hands.await_dialog("view-dialog")
    hands.write("view-name", "Launchers")
    hands.click("view-dialog-do")
    hands.await_window()
    hands.await_text("The view “Launchers” is saved.")
    hands.tab("Open")
    assert hands.find(MenuButton, "views").text() == "Launchers (changed)"
    hands.choose("views", "Save")
    assert hands.find(MenuButton, "views").text() == "Launchers"
    hands.choose("views", "Rename or share")
    hands.await_dialog("view-dialog")
    hands.check("view-shared")
    hands.click("view-dialog-do")
    hands.await_window()
    with place.signed_in(AUDITOR) as auditor:
        (view,) = list_views(auditor, Listing.LINES).views
    assert view.arrangement.query.facets == (("state", ("open",)),)
    assert (view.name, view.shared, view.arrangement.query.text) == ("Launchers", True, "launcher")
    hands.choose("views", "Delete")
    hands.await_text("The view “Launchers” is deleted.")
    with place.signed_in(PREPARER) as preparer:
        assert list_views(preparer).views == ()


def test_a_name_that_is_taken_is_refused_and_can_be_mended(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        save_view(preparer, "Mine", Arrangement(Query(Listing.LINES)))
    open_lines(hands)
    hands.choose("views", "Save as")
    hands.await_dialog("view-dialog")
    hands.write("view-name", "Mine")
    hands.click("view-dialog-do")
    hands.await_text("You have another view named “Mine” for this list")
    hands.write("view-name", "Mine too")
    hands.click("view-dialog-do")
    hands.await_window()
    assert "Mine too" in offered(hands, "views")


def test_a_shared_view_is_shown_and_a_doctored_one_is_named(hands: Hands, place: Place) -> None:
    with place.signed_in(PREPARER) as preparer:
        query = Query(Listing.LINES, facets=(("capability", ("logistics",)),))
        save_view(preparer, "For all", Arrangement(query), shared=True)
        bad = save_view(preparer, "Doctored", Arrangement(query), shared=True)
        with preparer.database.transaction() as tx:
            update = text("UPDATE saved_view SET content = '{}' WHERE id = :id")
            tx.execute(update, {"id": bad})
    open_lines(hands, AUDITOR)
    hands.choose("views", "For all (shared)")
    assert rows(hands) == 1
    assert "Doctored (cannot be read)" in offered(hands, "views")
    hands.choose("views", "Delete")
    hands.await_text("The view “For all” was saved by Preparer")


def test_what_was_seen_last_comes_back_at_the_next_sign_in(hands: Hands, qtbot: QtBot) -> None:
    page = open_lines(hands)
    hands.choose("facet-urgent", "Urgent")
    hands.sort(1)
    page.table.arrangement.show_column("nsn", shown=True)
    page.table.horizontalHeader().moveSection(1, 0)
    page.table.setColumnWidth(0, 2 * page.table.columnWidth(0))
    seen = page.arrangement
    hands.press(Qt.Key.Key_L, hands.control)
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    assert page_of(hands).arrangement == seen
    header = page_of(hands).table.horizontalHeader()
    assert (header.sortIndicatorSection(), rows(hands)) == (1, 5)
    assert shown(hands)[:2] == ["name", "number"]
    assert "nsn" in shown(hands)


def test_columns_are_chosen_and_moved_by_keyboard(hands: Hands) -> None:
    page = open_lines(hands)
    before = shown(hands)
    hands.choose("views", "Columns")
    hands.await_dialog("columns-dialog")
    hands.find(QListWidget, "columns-list").setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Down)
    # Past the capability, which is left out while there is no room for it.
    hands.click("column-down")
    hands.click("column-down")
    hands.press(Qt.Key.Key_Return)
    hands.await_window()
    assert shown(hands) == ["priority", "name", *before[3:]]
    hands.choose("views", "Columns")
    hands.await_dialog("columns-dialog")
    hands.click("columns-reset")
    hands.click("columns-dialog-do")
    hands.await_window()
    assert shown(hands) == before
    assert page.arrangement.columns == ()


def test_the_last_column_that_is_shown_stays(hands: Hands) -> None:
    page = open_lines(hands)
    page.table.arrangement.rearrange([ColumnPlace("name"), ColumnPlace("gone")])
    assert shown(hands) == ["name"]
    page.table.arrangement.show_column("name", shown=False)
    assert shown(hands) == ["name"]
    page.table.arrangement.arrange([ColumnPlace("name", shown=False)])
    assert len(shown(hands)) > 1


def test_the_header_shows_and_hides_columns(hands: Hands, qtbot: QtBot) -> None:
    page = open_lines(hands)
    header = page.table.horizontalHeader()
    header.customContextMenuRequested.emit(header.rect().center())
    menu = page.table.findChild(QMenu, "columns-menu")
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    actions["NSN"].trigger()
    actions["Priority"].trigger()
    menu.close()
    assert "nsn" in shown(hands)
    assert "priority" not in shown(hands)
