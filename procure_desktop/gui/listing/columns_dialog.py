"""Choosing the columns of a list by keyboard or mouse: a tick for each that is shown, and its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.saved_view import ColumnPlace
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.form_dialog import FormDialog
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import text_width, tight
from procure_desktop.gui.tables.columns import Column
from procure_desktop.language import tr

_ROLE = int(Qt.ItemDataRole.UserRole)


class ColumnsDialog(FormDialog):
    """Answers with every ColumnPlace in its order; none for the usual ones."""

    def __init__(
        self, desk: Desk, parent: QWidget, columns: Sequence[Column], places: Sequence[ColumnPlace]
    ) -> None:
        """Show `columns` as they are placed now."""
        super().__init__("columns-dialog", tr("Columns"), tr("&Show these"), desk.tasks, parent)
        self._titles = {column.key: tr(column.title) for column in columns}
        self._usual = [ColumnPlace(column.key, column.usual) for column in columns]
        self.list = QListWidget()
        self.list.setObjectName("columns-list")
        self.list.setAccessibleName(tr("Columns in their order, from left to right"))
        self.up = PushButton("column-up", tr("Move &up"))
        self.down = PushButton("column-down", tr("Move &down"))
        self.reset = PushButton("columns-reset", tr("&Usual columns"))
        self._show(places)
        self._fill()
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.reset.clicked.connect(self._show_usual)
        self.list.currentRowChanged.connect(self._follow)
        self.list.itemChanged.connect(self._follow)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        columns: Sequence[Column],
        places: Sequence[ColumnPlace],
        answered: Callable[[tuple[ColumnPlace, ...]], None],
    ) -> None:
        """Open the dialog; `answered` gets the columns as they are to stand."""
        cls(desk, parent, columns, places).listen(answered)

    def _fill(self) -> None:
        why = tr("Ticked columns are shown. Space ticks one; the buttons move it.")
        row = QHBoxLayout()
        tight(row)
        row.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        for button in (self.up, self.down, self.reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.addLayout(buttons)
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        self.body.insertLayout(1, row, 1)
        self.setMinimumWidth(text_width(self, 64))
        rows = max(len(self._usual), 1)
        self.list.setMinimumHeight(rows * self.list.sizeHintForRow(0) + self.list.frameWidth() * 2)

    def _show(self, places: Sequence[ColumnPlace]) -> None:
        self.list.clear()
        for place in places:
            item = QListWidgetItem(self._titles[place.key])
            item.setData(_ROLE, place)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            state = Qt.CheckState.Checked if place.shown else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.list.addItem(item)

    def places(self) -> tuple[ColumnPlace, ...]:
        """Return every column in its place."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return tuple(_place(item) for item in items)

    @override
    @Slot()
    def do(self) -> None:
        """Answer at once; nothing of it takes time."""
        places = self.places()
        self.finish(() if places == tuple(self._usual) else places)

    @Slot()
    def _follow(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.primary.setEnabled(any(place.shown for place in self.places()))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    @Slot()
    def _show_usual(self) -> None:
        self._show(self._usual)
        self.list.setCurrentRow(0)


def _place(item: QListWidgetItem) -> ColumnPlace:
    place: ColumnPlace = item.data(_ROLE)
    shown = item.checkState() == Qt.CheckState.Checked
    return ColumnPlace(place.key, shown, place.width)
