"""Importing a list that comes as a spreadsheet: the file, its columns, which list it is, and its lines."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.domain.spreadsheet import ColumnMapping
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.request_lists.spreadsheet_columns_step import ColumnsStep
from procure_desktop.gui.request_lists.spreadsheet_file_step import FileStep
from procure_desktop.gui.request_lists.spreadsheet_lines_step import LinesStep
from procure_desktop.gui.request_lists.spreadsheet_list_step import ListStep
from procure_desktop.gui.style.measures import text_width
from procure_desktop.language import marked, tr
from procure_desktop.services.import_spreadsheet import (
    SheetOrder,
    SheetPreview,
    import_spreadsheet,
    preview_spreadsheet,
)
from procure_desktop.services.look_at_spreadsheet import (
    SheetLook,
    kept_mapping,
    look_at_spreadsheet,
    with_kept,
)

_FILE, _COLUMNS, _LIST, _LINES = range(4)
_TITLES = (
    marked("Step {n} of {total}: the file"),
    marked("Step {n} of {total}: what the columns say"),
    marked("Step {n} of {total}: which list it is"),
    marked("Step {n} of {total}: the lines"),
)
_WIDTH = 120


class SpreadsheetWizard(FormDialog):
    """Answers with the SheetPreview of what was imported."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Begin with the file."""
        super().__init__("spreadsheet-dialog", tr("Import spreadsheet"), "", desk.tasks, parent)
        self._office = desk.office
        self._mapping: ColumnMapping | None = None
        self.step = TextLabel()
        self.step.setObjectName("wizard-step")
        self.file, self.columns = FileStep(desk), ColumnsStep()
        self.list, self.lines = ListStep(desk), LinesStep()
        self.pages = QStackedWidget()
        self.pages.setObjectName("wizard-pages")
        for page in (self.file, self.columns, self.list, self.lines):
            self.pages.addWidget(page)
        self.body.insertWidget(0, self.step)
        self.body.addWidget(self.pages, 1)
        self.back = PushButton("spreadsheet-dialog-back", tr("&Back"))
        self.foot.insertWidget(self.foot.indexOf(self.primary), self.back)
        # Tab and a screen reader go as one reads: what was made last would come last.
        self.primary.raise_()
        for before, after in pairwise((self.cancel, self.back, self.primary)):
            self.setTabOrder(before, after)
        self.messages.follow(self.primary)
        self.setMinimumWidth(text_width(self, _WIDTH))
        self.back.clicked.connect(self._go_back)
        self.file.refused.connect(self.refuse)
        self.file.looked.connect(self.messages.clear)
        self.lines.decided.connect(self._follow)
        self._show(_FILE)

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[SheetPreview], None]) -> None:
        """Open the wizard; `answered` gets what was imported."""
        cls(desk, parent).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        return (self._look, self._choose, self._read, self._import)[self.pages.currentIndex()]()

    def _look(self) -> tuple[str, Work]:
        path, sheet, form, header = self.file.chosen()
        return tr("Looking at the file"), lambda _: look_at_spreadsheet(path, sheet, form, header)

    def _choose(self) -> tuple[str, Work]:
        mapping = self.columns.mapping()
        return tr("Checking the columns"), lambda _: mapping

    def _read(self) -> tuple[str, Work]:
        order, office = self._order(), self._office
        return tr("Reading the lines"), lambda progress: preview_spreadsheet(
            office, order, progress
        )

    def _import(self) -> tuple[str, Work]:
        preview = self.lines.preview
        assert preview is not None  # noqa: S101 (the button is off before)
        office = self._office
        order = replace(self._order(), good_rows=self.lines.good_rows, sha256=preview.sha256)
        return tr("Importing the lines"), lambda progress: import_spreadsheet(
            office, order, progress
        )

    def _order(self) -> SheetOrder:
        path, mapping = self.file.file.path, self._mapping
        if path is None or mapping is None:
            raise EmptyTextError(field="path of the spreadsheet")
        cover = self.list.cover(self.file.sent_by.text().strip())
        if not cover.serial:
            raise EmptyTextError(field="serial")
        return SheetOrder(path, mapping, cover, letter=self.list.letter())

    @override
    def finish(self, result: Any) -> None:
        page = self.pages.currentIndex()
        if page == _FILE:
            self._show_columns(result)
        elif page == _COLUMNS:
            self._mapping = result
            self._show(_LIST)
        elif page == _LIST:
            self.lines.show_preview(result)
            self._show(_LINES)
        else:
            super().finish(result)

    def _show_columns(self, look: SheetLook) -> None:
        self.file.show_look(look)
        kept = kept_mapping(self._office, self.file.sent_by.text().strip())
        self.columns.show_look(with_kept(look, kept) if kept else look)
        self._show(_COLUMNS)

    @Slot()
    def _go_back(self) -> None:
        self.messages.clear()
        self._show(self.pages.currentIndex() - 1)

    def _show(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.step.setText(tr(_TITLES[page]).format(n=page + 1, total=len(_TITLES)))
        self.back.setEnabled(page > 0)
        self.primary.setText(tr("&Import") if page == _LINES else tr("&Next"))
        self._follow()
        first = (self.file.file, self.columns, self.list.serial, self.lines.lines)[page]
        first.setFocus()

    @Slot()
    def _follow(self) -> None:
        """Offer the import only when there is something to import and the officer takes it."""
        page = self.pages.currentIndex()
        self.primary.setEnabled(page != _LINES or self.lines.ready)

    @override
    def _end(self) -> None:
        super()._end()
        self._follow()
