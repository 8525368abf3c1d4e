"""A small drawing beside words, which follows the colours of the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Mark, Tone
from procure_desktop.gui.style.icons import mark_icon, tone_icon


class Sign(TextLabel):
    """Shows a mark, or a drawing in a tone, as high as so many lines of its own text."""

    def __init__(self, lines: float = 1, parent: QWidget | None = None) -> None:
        """Start without a drawing."""
        super().__init__("", parent)
        self._lines = lines
        self._drawing: Callable[[], QIcon] | None = None

    def show_mark(self, mark: Mark) -> "Sign":
        """Show the sign of a mark."""
        return self._show(partial(mark_icon, mark))

    def show_drawing(self, name: str, tone: Tone) -> "Sign":
        """Show the drawing of that name in a tone."""
        return self._show(partial(tone_icon, name, tone))

    def _show(self, drawing: Callable[[], QIcon]) -> "Sign":
        self._drawing = drawing
        self._draw()
        return self

    def _draw(self) -> None:
        if self._drawing is not None:
            size = round(self.fontMetrics().height() * self._lines)
            self.setPixmap(self._drawing().pixmap(size, size))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()
