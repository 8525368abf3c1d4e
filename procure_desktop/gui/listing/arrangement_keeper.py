"""Keeps how a list is seen, some time after the last change of it, so that it comes back at the next sign-in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from procure_desktop.domain.saved_view import Arrangement
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.services.save_view import keep_arrangement

_PAUSE = 1_000
"""Milliseconds without another change."""


class ArrangementKeeper(QObject):
    """Asks for the arrangement when the time has come."""

    def __init__(self, desk: Desk, arrangement: Callable[[], Arrangement], page: QObject) -> None:
        """Keep what `arrangement` returns for the officer who is signed in."""
        super().__init__(page)
        self._desk, self._arrangement = desk, arrangement
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)

    @Slot()
    def wait(self) -> None:
        """Something changed: keep it once no more does."""
        if not self._desk.office.read_only:
            self._pause.start()

    def settle(self) -> None:
        """Keep at once what waits to be kept."""
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    @Slot()
    def _keep(self) -> None:
        office, arrangement = self._desk.office, self._arrangement()
        # A look at the list is worth no message when it cannot be kept, as where another program writes.
        self._desk.tasks.start(
            "", lambda _: keep_arrangement(office, arrangement), _ignore, failed=_ignore
        )


def _ignore(_nothing: object) -> None:
    """Take an answer that nobody waits for."""
