"""Daily backups behind the desk: at the first sign-in of a day, and in a desk that stays open over midnight."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from procure_desktop.domain.errors import CancelledError, ProcureError
from procure_desktop.domain.listing import Listing
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.language import tr
from procure_desktop.services.daily_backup import (
    DailyBackup,
    back_up_daily,
    backup_folder,
    is_backup_due,
)
from procure_desktop.wording.errors import sentence

AGAIN = 10 * 60 * 1000
"""Milliseconds after which it is looked again whether a backup is due."""


class DailyBackups(QObject):
    """`changed` tells that `trouble`, the sentence of what went wrong last, is another one or none."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Look at once, and again every ten minutes."""
        super().__init__(parent)
        self.trouble = ""
        self._desk = desk
        self._busy = False
        self._entered = True
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(0, self.look)

    @Slot()
    def look(self) -> None:
        """Start a backup when one is due; over midnight not before the new day is an hour old (UTC)."""
        office, entered, self._entered = self._desk.office, self._entered, False
        if not self._busy and (entered or self.trouble or office.now().hour >= 1):
            self._desk.tasks.start("", lambda _progress: is_backup_due(office), self._begin)

    @Slot()
    def now(self) -> None:
        """Back up into the folder of the daily backups; where there is none, ask where to."""
        if backup_folder(self._desk.office) is None:
            self._desk.actions["back-up"].trigger()
        else:
            self._begin(due=True)

    def _begin(self, due: bool) -> None:
        if not due or self._busy:
            return
        self._busy = True
        office = self._desk.office

        def work(progress: Progress) -> DailyBackup | None:
            return back_up_daily(office, progress)

        self._desk.tasks.start(tr("Backing up the office"), work, self._done, self._failed)

    def _done(self, _made: DailyBackup | None) -> None:
        self._busy = False
        self._say("")
        self._desk.changes.announce({Listing.JOURNAL})

    def _failed(self, error: ProcureError) -> None:
        self._busy = False
        if isinstance(error, CancelledError):
            self._desk.refuse(error)
        else:
            self._say(sentence(error))

    def _say(self, trouble: str) -> None:
        if trouble and trouble != self.trouble:
            self._desk.messages.refuse(trouble)
        self.trouble = trouble
        self.changed.emit()
