"""The one field for everything (Ctrl+K): type what is meant, Enter goes there or does it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.action_reasons import why_not
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.desk.read_only_band import read_only_reason
from procure_desktop.gui.finding.find_targets import (
    Group,
    Target,
    nearest,
    record_target,
    standing_targets,
)
from procure_desktop.gui.parts.tasks import Task
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, larger, row_height, text_width, tight
from procure_desktop.language import plural, tr
from procure_desktop.services.find_records import FoundRecord, find_records, read_records
from procure_desktop.services.remember_visit import recent_visits
from procure_desktop.wording import figures

PAUSE = 120
"""Milliseconds without a key before records are looked for."""

_OF_EACH, _AT_MOST, _RECENT = 5, 8, 10
_ROLE = int(Qt.ItemDataRole.UserRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})

_Looked = tuple[str, tuple[FoundRecord, ...]]


class FindDialog(QDialog):
    """Calls back with the Target that was chosen, after it has closed."""

    def __init__(
        self, desk: Desk, page: Page, parent: QWidget, chosen: Callable[[Target], None]
    ) -> None:
        """Offer what can be done on `page`, where the officer went last, and all records."""
        super().__init__(parent)
        self.setObjectName("find-dialog")
        self.setWindowTitle(tr("Find anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._over, self._chosen = desk, parent, chosen
        self._targets = standing_targets(desk, page)
        no_officers = not desk.actions["officers"].isEnabled()
        reason = why_not("officers", page.standing(), read_only_reason(desk.office))
        self._no_officers = reason if no_officers else ""
        self._looked: _Looked = ("", ())
        self._look: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._make_parts()
        self._visited = recent_visits(desk.office)
        self._recent = self._read_recent()
        self._show()

    @classmethod
    def ask(cls, desk: Desk, page: Page, parent: QWidget, chosen: Callable[[Target], None]) -> None:
        """Open the dialog; `chosen` gets the target."""
        cls(desk, page, parent, chosen).open()

    def _make_parts(self) -> None:
        self.field = QLineEdit()
        self.field.setObjectName("find-field")
        self.field.setAccessibleName(tr("Find an action, a page, a view or a record"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("find-list")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = TextLabel()
        self.count.setObjectName("find-count")
        layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP)
        for widget in (self.field, self.list, self.count):
            layout.addWidget(widget)
        # Large text on a small screen: the dialog stays within the window that it stands over.
        room = self._over.window().size()
        wide, high = text_width(self, 100), 18 * row_height(self)
        self.resize(min(wide, room.width() - 4 * GAP), min(high, room.height() - 4 * GAP))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._pause.timeout.connect(self._search)

    def _read_recent(self) -> tuple[Target, ...]:
        """Return where the officer went last, as far as it is there."""
        known = {target.key: target for target in self._targets}
        records = [one for key in self._visited[:_RECENT] if (one := _record_of(key)) is not None]
        found = read_records(self._desk.office, records)
        for (listing, record), row in found.items():
            known[f"{listing.value}:{record}"] = record_target(row, self._no_officers)
        return tuple(known[key] for key in self._visited[:_RECENT] if key in known)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()

    @Slot()
    def _typed(self) -> None:
        if self._look is not None:
            self._look.cancel()
        self._pause.start()
        self._show()

    @Slot()
    def _search(self) -> None:
        office, typed = self._desk.office, self.typed
        if typed:
            self._look = self._desk.tasks.look(
                lambda: (typed, find_records(office, typed, _OF_EACH)), self._take, self._give_up
            )

    def _take(self, looked: _Looked) -> None:
        if looked[0] == self.typed:
            self._looked = looked
            self._show()

    def _give_up(self, _error: object) -> None:
        """Another look is under way."""

    def _found(self) -> list[Target]:
        typed = self.typed
        if not typed:
            return [*self._recent, *(one for one in self._targets if not one.why)][:_RECENT]
        found: list[Target] = []
        fitting = nearest(self._targets, typed)
        for group in (Group.ACTIONS, Group.PAGES, Group.VIEWS):
            found += [target for target in fitting if target.group is group][:_AT_MOST]
        # Until records are found for what is typed now, those found before would mislead.
        if self._looked[0] == typed:
            found += [record_target(one, self._no_officers) for one in self._looked[1]]
        return sorted(found, key=self._order)

    def _order(self, target: Target) -> tuple[int, int]:
        """Within a group, what was gone to recently stands first; the rest stays in its order."""
        visited = self._visited
        recency = visited.index(target.key) if target.key in visited else len(visited)
        return list(Group).index(target.group), recency

    def _show(self) -> None:
        found = self._found()
        self.list.clear()
        shown = None
        for place, target in enumerate(found):
            recent = not self.typed and place < len(self._recent)
            group = Group.RECENT if recent else target.group
            if group is not shown:
                self.list.addItem(self._heading(tr(group.value)))
                shown = group
            self.list.addItem(self._item(target))
        self._select_first()
        text = plural("{n} found", "{n} found", len(found)).format(n=figures.whole(len(found)))
        if not found:
            text = tr("Nothing fits. Fewer or shorter words find more.")
        self.count.setText(text)

    def _heading(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(larger(self.font(), 0))
        return item

    def _item(self, target: Target) -> QListWidgetItem:
        item = QListWidgetItem(f"    {target.text}   {target.detail}")
        item.setSizeHint(QSize(0, row_height(self)))
        item.setData(_ROLE, target)
        item.setData(_SPOKEN, f"{target.text}: {target.detail}")
        item.setToolTip(target.detail)
        if target.why:
            # It stays selectable, so that the reason is read out.
            item.setForeground(self.palette().placeholderText())
        return item

    def _select_first(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_ROLE) is not None:
                self.list.setCurrentRow(row)
                return

    @Slot()
    def _go(self) -> None:
        item = self.list.currentItem()
        target = item.data(_ROLE) if self.list.count() else None
        if not isinstance(target, Target):
            return
        if target.why:
            self.count.setText(target.why)
            return
        self.accept()
        self._chosen(target)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move within the list work while the field has the focus."""
        pressed = event if isinstance(event, QKeyEvent) else None
        if pressed is None or pressed.type() != QEvent.Type.KeyPress or pressed.key() not in _MOVES:
            return super().eventFilter(watched, event)
        self._move(pressed.key())
        return True

    def _move(self, key: int) -> None:
        step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
        many = _AT_MOST if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_ROLE)]
        if rows:
            current = self.list.currentRow()
            at = rows.index(current) if current in rows else 0
            self.list.setCurrentRow(rows[min(max(at + step * many, 0), len(rows) - 1)])


def _record_of(key: str) -> tuple[Listing, int] | None:
    kind, _, number = key.partition(":")
    if kind in list(Listing) and number.isascii() and number.isdecimal():
        return Listing(kind), int(number)
    return None
