"""What leaves a list: rows for the clipboard, and files of what is shown."""

import csv
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from procure_desktop.domain.saved_view import ColumnPlace
from procure_desktop.gui.listing.listing_page import ListingPage
from tests.gui.hands import Hands
from tests.office_factory import PREPARER


def open_lines(hands: Hands) -> ListingPage:
    hands.sign_in(PREPARER)
    hands.click("rail-request-lists")
    hands.rest()
    page = hands.window.view.page if hands.window.view else None
    assert isinstance(page, ListingPage)
    columns = ("number", "name", "outstanding", "unit_price", "required_by")
    page.table.arrangement.rearrange([ColumnPlace(key) for key in columns])
    return page


def clipboard(hands: Hands, qtbot: QtBot, modifier: Qt.KeyboardModifier) -> list[str]:
    QGuiApplication.clipboard().setText("")
    hands.press(Qt.Key.Key_C, modifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    return QGuiApplication.clipboard().text().splitlines()


def test_selected_rows_are_copied(hands: Hands, qtbot: QtBot) -> None:
    open_lines(hands)
    hands.select(0)
    hands.select(1, hands.control)
    assert clipboard(hands, qtbot, hands.control) == [
        "1\tInterceptor, surface-to-air\t100\tEA\t10000.00\t2027-03-31",
        "2\tProjectile, 155 mm\t5000\tEA\t3200.55\t2027-03-31",
    ]
    headed = clipboard(hands, qtbot, hands.control | hands.shift)
    assert headed[0] == "Line\tItem\tOutstanding\tUnit\tUnit price (USD)\tRequired by"
    assert len(headed) == 3


def export_to(hands: Hands, qtbot: QtBot, path: Path) -> None:
    hands.press(Qt.Key.Key_X, hands.control | hands.shift)
    hands.await_dialog("file-chooser")
    chooser = hands.front
    assert isinstance(chooser, QFileDialog)
    chooser.findChildren(QLineEdit)[0].setText(str(path))
    chooser.accept()
    hands.await_window()


def test_what_is_shown_is_exported(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    open_lines(hands)
    hands.choose("facet-urgent", "Routine")
    path = tmp_path / "routine.xlsx"
    export_to(hands, qtbot, path)
    hands.await_text("1 row is written to")
    book = load_workbook(path)
    assert book.sheetnames == ["Request lines", "About"]
    assert [[cell.value for cell in row][:5] for row in book["Request lines"]] == [
        ["Line", "Item", "Outstanding", "Unit", "Unit price (USD)"],
        [5, "Generator set, 30 kW", 40, "EA", 42_500],
    ]
    about = {row[0].value: row[1].value for row in book["About"]}
    assert about["Filter"] == "Urgent: no"
    assert about["By"] == "Preparer, Test Ministry, Test Unit"
    assert "made up" in str(about["Illustrative"])


def test_csv_by_its_name_and_a_workbook_by_none(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    open_lines(hands)
    export_to(hands, qtbot, tmp_path / "all.csv")
    hands.await_text("6 rows are written to")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 7
    export_to(hands, qtbot, tmp_path / "all")
    hands.await_text("all.xlsx")
    assert (tmp_path / "all.xlsx").is_file()


def test_a_file_that_is_there_is_not_overwritten(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    path.write_text("mine")
    open_lines(hands)
    export_to(hands, qtbot, path)
    hands.await_text("is there already, and nothing is overwritten unasked")
    assert path.read_text() == "mine"
