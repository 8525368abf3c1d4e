"""Noticing what other programs change in the office, so that every page shows it."""

from PySide6.QtCore import QObject, QTimer, Slot

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.journal import Head
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.services.others_changes import newest_entry, others_changed

AGAIN = 3000
"""Milliseconds between two looks at the journal's head."""


class OtherHands(QObject):
    """Announces every listing as changed when the journal grew by somebody else's entry."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Look from now on."""
        super().__init__(parent)
        self._desk = desk
        self._head = newest_entry(desk.office)
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look once, unless the last look has not come back."""
        if not self._looking:
            self._looking = True
            office, head = self._desk.office, self._head
            self._desk.tasks.look(lambda: others_changed(office, head), self._seen, self._missed)

    def _seen(self, found: tuple[Head, bool]) -> None:
        self._looking = False
        self._head, by_others = found
        if by_others:
            self._desk.changes.announce(Listing)

    def _missed(self, _error: ProcureError) -> None:
        """Whatever refuses a look will refuse what the officer does, and be said there."""
        self._looking = False
