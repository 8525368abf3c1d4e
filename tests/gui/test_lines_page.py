from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.menu_button import MenuButton
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.request_lists.lines_page import LinesPage
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from tests.gui.hands import Hands, Key
from tests.office_factory import ADMINISTRATOR, AUDITOR, PREPARER, Place, make_list


def names(hands: Hands) -> list[str]:
    model = hands.find(QTableView, "table").model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def open_lines(hands: Hands, officer: str = PREPARER) -> None:
    hands.sign_in(officer)
    hands.click("rail-request-lists")


def test_search_waits_for_a_pause_and_says_when_nothing_matches(hands: Hands, qtbot: QtBot) -> None:
    open_lines(hands)
    hands.press(Key.Key_F, hands.control)
    hands.keys("gener")
    qtbot.waitUntil(lambda: names(hands) == ["Generator set, 30 kW"])
    assert hands.sees("1 of 6 lines")
    hands.keys("zzz")
    hands.await_text("Nothing matches")
    hands.click("nothing-found-button")
    assert len(names(hands)) == 6
    assert hands.sees("6 of 6 lines")


def test_facets_tabs_and_headers(hands: Hands) -> None:
    open_lines(hands)
    hands.rest()
    menu = hands.find(MenuButton, "facet-capability").menu()
    assert [one.text() for one in menu.actions() if not one.isSeparator()] == [
        "All",
        "Air defence (5)",
        "Logistics (1)",
    ]
    hands.choose("facet-urgent", "Routine")
    assert names(hands) == ["Generator set, 30 kW"]
    hands.tab("Awaiting")
    assert hands.sees("Nothing matches")
    hands.click("nothing-found-button")
    hands.tab("Awaiting")
    assert names(hands) == ["Launcher"]
    hands.tab("All")
    hands.sort(1)
    assert names(hands) == sorted(names(hands))


def test_details_say_price_stamps_and_as_of_which_release(hands: Hands) -> None:
    open_lines(hands)
    hands.select(3)
    page = hands.window.view.page if hands.window.view else None
    assert isinstance(page, LinesPage)
    said = page.details.text()
    for part in (
        "Radar",
        "100 EA · USD 1,000,000.00",
        "UA-TEST version 1, 1 Jun 2026",
        "USD 10,000.00 per EA",
        "Yellow: Can be sold",
        "NATO validation",
        "US release",
        "third-party transfer",
    ):
        assert part in said, part


def test_whoever_may_not_prepare_cannot_commit(hands: Hands) -> None:
    open_lines(hands, AUDITOR)
    hands.select(0)
    assert not hands.window.actions_table["commit-funds"].isEnabled()
    assert not hands.window.actions_table["import-release"].isEnabled()


def test_line_that_awaits_release_cannot_be_committed_to(hands: Hands) -> None:
    open_lines(hands)
    hands.select(2)
    assert not hands.window.actions_table["commit-funds"].isEnabled()


def test_release_is_verified_shown_and_then_imported(hands: Hands, place: Place) -> None:
    release = place.publish(make_list(2))
    open_lines(hands, ADMINISTRATOR)
    hands.press(Key.Key_I, hands.control)
    hands.await_dialog("import-dialog")
    hands.write("release-file", str(release))
    hands.click("import-dialog-do")
    hands.await_text("The release is genuine")
    assert hands.sees("UA-TEST version 2")
    with place.signed_in(PREPARER) as office:
        assert editions(office) == {1}
    hands.click("import-dialog-do")
    hands.await_window()
    assert hands.sees("UA-TEST version 2 is imported: 6 lines")
    with place.signed_in(PREPARER) as office:
        assert editions(office) == {2}


def editions(office: Office) -> set[int]:
    from procure_desktop.services.summarise import summarise

    return {edition.version for edition in summarise(office).editions}


def test_forged_and_repeated_releases_are_refused_in_the_dialog(hands: Hands, place: Place) -> None:
    bytes_ = bytearray(place.release.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    forged = place.folder / "forged.release"
    forged.write_bytes(bytes_)
    open_lines(hands, ADMINISTRATOR)
    hands.press(Key.Key_I, hands.control)
    hands.await_dialog("import-dialog")
    for path in (forged, place.release, place.folder / "nothing.release"):
        hands.write("release-file", str(path))
        hands.click("import-dialog-do")
        hands.rest()
        assert not hands.sees("genuine")
        assert hands.front.objectName() == "import-dialog"


def test_page_hears_of_what_others_imported(
    hands: Hands, place: Place, administrator: Office
) -> None:
    open_lines(hands)
    hands.select(4)
    import_release(administrator, place.publish(make_list(2)))
    view = hands.window.view
    assert view is not None
    assert view.page is not None
    view.page.refresh()
    assert hands.sees("6 of 6 lines · 1 selected")


def test_list_that_is_illustrative_says_so_above_its_lines(hands: Hands) -> None:
    open_lines(hands)
    label = hands.find(TextLabel, "editions").text()
    assert "version 1 of" in label
    assert label.endswith("ILLUSTRATIVE")


def test_status_says_why_the_selected_lines_cannot_be_funded(hands: Hands) -> None:
    open_lines(hands)
    hands.select(names(hands).index("Launcher"))
    assert hands.sees("cannot be funded: awaiting US release: 1")
    hands.select(names(hands).index("Generator set, 30 kW"))
    assert not hands.sees("cannot be funded")
