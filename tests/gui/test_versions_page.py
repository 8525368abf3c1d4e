"""Two versions side by side, and what the newer does to us beside the changed line."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from procure_desktop.domain.comparison import compare_lines
from procure_desktop.gui.details.details import DetailsPane
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.tables.columns import APART
from procure_desktop.gui.tables.comparison_model import COLUMNS, DIFFERENCE, ITEM, ComparisonModel
from procure_desktop.services.import_release import import_release
from procure_desktop.services.office import Office
from tests.gui.hands import Hands, Key
from tests.office_factory import GREEN, PREPARER, Place, make_line, make_list, submit

FIRST, _, *OTHERS = make_list().lines
SHRUNK = replace(
    FIRST,
    quantities=replace(FIRST.quantities, required=4, validated=4, outstanding=4),
    substitutes=("One", "Two"),
)
SECOND = replace(
    make_list(2), lines=(SHRUNK, *OTHERS, make_line(7, "Drone, reconnaissance", 20, 700_000))
)


@pytest.fixture
def imported(place: Place, preparer: Office) -> Office:
    """The made office with a commitment that a second version touches."""
    submit(preparer, place, quantity=10)
    import_release(preparer, place.publish(SECOND))
    return preparer


def open_versions(hands: Hands) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-versions")
    hands.rest()


def rows(hands: Hands) -> list[tuple[str, ...]]:
    model = hands.find(QTableView, "table").model()
    return [
        tuple(
            str(model.index(row, column).data() or "").rstrip(APART)
            for column in range(len(COLUMNS))
        )
        for row in range(model.rowCount())
    ]


def said(hands: Hands) -> str:
    pane = hands.find(QScrollArea, "details")
    texts = (label.text() for label in pane.findChildren(TextLabel))
    return "\n".join(texts).replace("\u00a0", " ")


def test_lines_stand_side_by_side(hands: Hands, imported: Office) -> None:
    open_versions(hands)
    found = rows(hands)
    assert [row[0] for row in found] == ["1", "", "", "", "2", "7"]
    assert found[2] == ("", "", "Outstanding", "100 EA", "4 EA", "\u221296")
    assert found[3] == ("", "", "Substitutes", "–", "One; Two", "")
    assert found[4][2:4] == ("Withdrawn", "5,000 EA × USD 3,200.55")
    assert found[5][2:5] == ("Added", "", "20 EA × USD 7,000.00")
    assert hands.sees("3 lines differ")


def test_tabs_count_and_filter(hands: Hands, imported: Office) -> None:
    open_versions(hands)
    for begins, first in (
        ("Touching us (1)", "1"),
        ("Added (1)", "7"),
        ("Withdrawn (1)", "2"),
        ("Changed (1)", "1"),
    ):
        hands.tab(begins)
        assert rows(hands)[0][0] == first
    hands.tab("All (3)")
    assert len(rows(hands)) == 6


def test_what_it_does_to_us_stands_beside_it(hands: Hands, imported: Office) -> None:
    open_versions(hands)
    hands.select(5)
    assert "No version has touched a commitment or donation" in said(hands)
    hands.select(0)
    assert "Over by 6 EA (USD 60,000.00)" in said(hands)
    hands.click("effect-1-accept")
    hands.await_dialog("accept-dialog")
    hands.write("reason", "Settled by phone")
    hands.click("accept-dialog-do")
    hands.await_window()
    assert "Accepted by Preparer" in said(hands)
    assert "Settled by phone" in said(hands)


def test_each_step_can_be_begun_here(hands: Hands, imported: Office) -> None:
    open_versions(hands)
    hands.select(0)
    for step, dialog in (
        ("amend", "commit-dialog"),
        ("withdraw", "reason-dialog"),
        ("ask", "question-dialog"),
    ):
        hands.click(f"effect-1-{step}")
        hands.await_dialog(dialog)
        hands.click(f"{dialog}-cancel")
        hands.await_window()


def test_any_two_versions_and_back(hands: Hands, imported: Office, place: Place) -> None:
    third = replace(make_list(3), lines=(FIRST, *OTHERS))
    import_release(imported, place.publish(third))
    open_versions(hands)
    assert hands.find(QComboBox, "compare-older").currentData() == 2
    hands.find(QComboBox, "compare-older").setFocus()
    hands.press(Key.Key_Down)
    hands.rest()
    assert hands.sees("1 line differs")
    hands.find(QComboBox, "compare-newer").setFocus()
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    hands.rest()
    assert rows_or_none(hands) == 0


def rows_or_none(hands: Hands) -> int:
    tables = [one for one in hands.window.findChildren(QTableView, "table") if one.isVisible()]
    return sum(table.model().rowCount() for table in tables)


def test_one_version_alone_says_what_will_come(hands: Hands) -> None:
    open_versions(hands)
    assert hands.sees("No two versions yet")
    assert hands.find(QComboBox, "compare-list").currentText() == "UA-TEST"


def test_it_is_reached_from_the_lists_and_the_menu(hands: Hands, imported: Office) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.click("compare")
    hands.rest()
    assert rows(hands)
    hands.click("rail-home")
    hands.menu("compare-versions")
    hands.rest()
    assert rows(hands)


def test_an_import_is_shown_at_once(hands: Hands, imported: Office, place: Place) -> None:
    open_versions(hands)
    third = replace(make_list(3), lines=(FIRST, *OTHERS))
    release = place.publish(third)
    hands.press(Key.Key_I, hands.control)
    hands.await_dialog("import-dialog")
    hands.write("release-file", str(release))
    hands.click("import-dialog-do")
    hands.await_text("The release is genuine")
    hands.click("import-dialog-do")
    hands.await_window()
    hands.click("rail-versions")
    hands.rest()
    assert hands.find(QComboBox, "compare-newer").currentData() == 3


def test_a_line_tells_its_history(hands: Hands, imported: Office) -> None:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.select(0)
    text = hands.find(DetailsPane, "details").text()
    history = text[text.index("History") :]
    for part in (
        "UA-TEST version 2\nRequired: 100 EA → 4 EA",
        "NLD-2026-0001: Commitment submitted, Preparer",
        "UA-TEST version 1\nAdded",
    ):
        assert part in history, part


def test_the_model_is_sound_and_speaks(qtmodeltester: object, qtbot: QtBot) -> None:
    model = ComparisonModel()
    changes = compare_lines(make_list().lines, SECOND.lines)
    model.show(changes, frozenset({GREEN}))
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, ITEM).data(spoken) == (
        "Item: Interceptor, surface-to-air, touches this office"
    )
    assert model.index(4, ITEM).data(spoken) == "Item: Projectile, 155 mm"
    assert model.index(4, DIFFERENCE).data(spoken) == "Difference: none"
    assert model.index(0, ITEM).data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(1, ITEM).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.flags(model.index(-1, 0)) == Qt.ItemFlag.NoItemFlags


def test_where_the_officer_was_comes_back(hands: Hands, imported: Office) -> None:
    open_versions(hands)
    hands.tab("Withdrawn")
    hands.window.rebuild()
    hands.rest()
    assert rows(hands)[0][0] == "2"
