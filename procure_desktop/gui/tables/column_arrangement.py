"""Where the columns of a table stand, which are shown and how wide: the usual way, or as an officer arranged them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QTableView

from procure_desktop.domain.saved_view import MOST_WIDTH, ColumnPlace
from procure_desktop.gui.style.measures import GAP, small_sign_size, text_width
from procure_desktop.gui.tables.columns import Column


class ColumnArrangement(QObject):
    """Works the header of a table; `changed` tells that the officer moved, sized, showed or hid a column."""

    changed = Signal()

    def __init__(self, table: QTableView, columns: Sequence[Column]) -> None:
        """Arrange `columns`, which the table's model shows in this order, the usual way."""
        super().__init__(table)
        self._columns = columns
        self._arranged = False
        self._own_widths: dict[int, int] = {}
        self._working = False
        header = table.horizontalHeader()
        header.sectionResized.connect(self._hear_width)
        header.sectionMoved.connect(self._hear_move)
        self.arrange(())

    @property
    def _table(self) -> QTableView:
        # Asked for rather than held: the two would keep each other alive, and end in any order.
        return cast("QTableView", self.parent())

    @property
    def arranged(self) -> bool:
        """Whether the columns stand otherwise than usual."""
        return self._arranged

    def places(self) -> tuple[ColumnPlace, ...]:
        """Every column in its place; none while all stand as usual."""
        return self.all_places() if self._arranged else ()

    def all_places(self) -> tuple[ColumnPlace, ...]:
        """Every column in its place."""
        return tuple(self._place(logical) for logical in self._order())

    def shown(self) -> tuple[Column, ...]:
        """The columns that are shown, from left to right."""
        order = self._order()
        return tuple(self._columns[n] for n in order if not self._table.isColumnHidden(n))

    def arrange(self, places: Sequence[ColumnPlace]) -> None:
        """Arrange the columns as stated; the usual way for none, or where none of these would be shown."""
        known = {column.key: logical for logical, column in enumerate(self._columns)}
        wanted = [place for place in places if place.key in known]
        self._arranged = any(place.shown for place in wanted)
        if not self._arranged:
            wanted = [ColumnPlace(column.key, column.usual) for column in self._columns]
        rest = [ColumnPlace(key, shown=False) for key in known if key not in _keys(wanted)]
        self._own_widths = {known[one.key]: one.width for one in wanted if one.width}
        with self._at_work():
            for target, place in enumerate((*wanted, *rest)):
                self._put(known[place.key], target, shown=place.shown)
        self.share_room()

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show a column or hide it; the last one that is shown stays."""
        kept = [one for one in self.all_places() if one.shown]
        if not shown and [one.key for one in kept] == [key]:
            return
        self.rearrange(
            [_shown(one, shown=shown) if one.key == key else one for one in self.all_places()]
        )

    def rearrange(self, places: Sequence[ColumnPlace]) -> None:
        """Arrange the columns as the officer asks."""
        self.arrange(places)
        self.changed.emit()

    def share_room(self) -> None:
        """Share the room anew: what is spare is shown as far as it fits, the wide one gets the rest."""
        with self._at_work():
            shown = [n for n in range(len(self._columns)) if self._is_firm(n)]
            room = self._table.viewport().width() - sum(self._taken(n) for n in shown)
            if not self._arranged:
                room = self._show_spare(room)
            for logical in shown:
                if self._columns[logical].wide and logical not in self._own_widths:
                    self._table.setColumnWidth(logical, self._least(logical) + max(room, 0))

    def _is_firm(self, logical: int) -> bool:
        spare = self._columns[logical].spare and not self._arranged
        return not spare and not self._table.isColumnHidden(logical)

    def _show_spare(self, room: int) -> int:
        for logical, column in enumerate(self._columns):
            if column.spare:
                fits = self._least(logical) <= room
                self._table.setColumnHidden(logical, not fits)
                room -= self._least(logical) if fits else 0
        return room

    def _taken(self, logical: int) -> int:
        stretches = self._columns[logical].wide and logical not in self._own_widths
        return self._least(logical) if stretches else self._table.columnWidth(logical)

    def _put(self, logical: int, target: int, *, shown: bool) -> None:
        header = self._table.horizontalHeader()
        header.moveSection(header.visualIndex(logical), target)
        self._table.setColumnHidden(logical, not shown)
        characters = self._own_widths.get(logical)
        width = self._width(characters) if characters else self._least(logical)
        self._table.setColumnWidth(logical, width)

    def _least(self, logical: int) -> int:
        wanted = self._width(self._columns[logical].width)
        title = self._table.horizontalHeader().sectionSizeHint(logical)
        return max(wanted, title, self._longest(self._columns[logical]))

    def _longest(self, column: Column) -> int:
        """Room for the longest of the words that a column says, with its sign."""
        words = column.says()
        if not words:
            return 0
        sign = small_sign_size().width() if column.mark else 0
        measured = self._table.fontMetrics().horizontalAdvance
        return max(measured(word) for word in words) + sign + 2 * GAP

    def _width(self, characters: int) -> int:
        return text_width(self._table, characters) + 2 * GAP

    def _characters(self, width: int) -> int:
        return min(max(round((width - 2 * GAP) / text_width(self._table, 1)), 1), MOST_WIDTH)

    def _order(self) -> list[int]:
        header = self._table.horizontalHeader()
        return [header.logicalIndex(visual) for visual in range(len(self._columns))]

    def _place(self, logical: int) -> ColumnPlace:
        shown = not self._table.isColumnHidden(logical)
        width = self._own_widths.get(logical, 0)
        return ColumnPlace(self._columns[logical].key, shown, width)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        before, self._working = self._working, True
        try:
            yield
        finally:
            self._working = before

    @Slot(int, int, int)
    def _hear_width(self, logical: int, before: int, after: int) -> None:
        # Hiding and showing a column tell of a width of nothing.
        if self._working or not before or not after:
            return
        self._own_widths[logical] = self._characters(after)
        self._arranged = True
        self.changed.emit()

    @Slot()
    def _hear_move(self) -> None:
        if not self._working:
            self._arranged = True
            self.changed.emit()


def _keys(places: Sequence[ColumnPlace]) -> frozenset[str]:
    return frozenset(place.key for place in places)


def _shown(place: ColumnPlace, *, shown: bool) -> ColumnPlace:
    return ColumnPlace(place.key, shown, place.width)
