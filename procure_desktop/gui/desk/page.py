"""A page of the rail: what the window asks of it and what it tells the window."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from procure_desktop.domain.saved_view import SavedView
from procure_desktop.gui.desk.action_rules import Place, Standing
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.tables.columns import Row


class Page(QWidget):
    """One page. `standing_changed` tells that another row is selected.

    `sought` asks for (Place, record id or None), `state_sought` for (Place, state) elsewhere.
    """

    standing_changed = Signal()
    sought = Signal(object, object)
    state_sought = Signal(object, str)
    place: ClassVar[Place]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Hold the desk; a page belongs to one signed-in officer and goes with them."""
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(f"{self.place.value[0]}-page")

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What this page does for the actions it answers, by their names."""
        return {}

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the rows that actions apply to."""
        return ()

    def standing(self) -> Standing:
        """Return what the actions' rules look at."""
        officer = self.desk.office.officer
        return Standing(self.place, officer.name, officer.roles, self.selected_rows())

    def status(self) -> str:
        """Return what the status bar says of this page, such as `12 of 300 lines`."""
        return ""

    def go_to_search(self) -> None:
        """Go to the search field, where there is one."""

    def panes(self) -> Sequence[QWidget]:
        """Return the parts of the page that F6 goes through, in their order."""
        return (self,)

    def reveal(self, record: int | None) -> None:
        """Select a record by its id, if the page shows it."""

    def show_state(self, state: str) -> None:
        """Show the records in one state alone, if the page has states."""

    def show_view(self, view: SavedView) -> None:
        """Show a saved view, if the page has views."""

    def settle(self) -> None:
        """Keep at once what is kept after a pause."""

    def export_list(self) -> None:
        """Write what is shown to a file, if the page shows a list."""

    def standpoint(self) -> object:
        """Return where the officer is on this page, for a page made anew to go back to."""
        return None

    def go_back_to(self, standpoint: object) -> None:
        """Show again what another page of this kind showed at its `standpoint`."""
        del standpoint

    def refresh(self) -> None:
        """Read again what is shown."""
