"""Locking a desk that lies untouched: counts the time since the last key or mouse, warns, and asks to lock."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

WARNING = 30
"""Seconds before the lock during which it is announced."""

_MINUTE, _TICK = 60, 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)

Reading = tuple[float, float]


def both_clocks() -> Reading:
    """Seconds by a clock that nobody can set, and by one that goes on while the computer sleeps."""
    return time.monotonic(), time.time()


class IdleLock(QObject):
    """`expired` asks to lock, again every second until this is gone; `counted` carries the seconds left.

    `counted` is 0 until the last half minute. What is heard are the windows and not every object of the
    application: all that an officer does passes through one of them first.
    """

    expired = Signal()
    counted = Signal(int)

    def __init__(
        self, minutes: int, parent: QObject, clock: Callable[[], Reading] = both_clocks
    ) -> None:
        """Begin to count."""
        super().__init__(parent)
        self._clock = clock
        self._limit = minutes * _MINUTE
        self._touched = clock()
        self._shown = 0
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.focusWindowChanged.connect(self._hear)
        self._hear(QGuiApplication.focusWindow())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def set_minutes(self, minutes: int) -> None:
        """Lock after another time."""
        self._limit = minutes * _MINUTE

    @Slot(object)
    def _hear(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            self._touch()

    def _touch(self) -> None:
        self._touched = self._clock()
        self._count(0)

    @Slot()
    def tick(self) -> None:
        """Look how long nobody has touched anything."""
        left = self._limit - max(
            now - then for now, then in zip(self._clock(), self._touched, strict=True)
        )
        self._count(max(1, round(left)) if left <= WARNING else 0)
        if left <= 0:
            self.expired.emit()

    def _count(self, seconds: int) -> None:
        if seconds != self._shown:
            self._shown = seconds
            self.counted.emit(seconds)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a key or the mouse, and let it pass."""
        if event.type() in _TOUCHES:
            self._touch()
        return False
