"""The common dialog: a form, a place for refusals, progress, and one coloured button that does it.

A dialog of its own overrides `work`; `ask` is its only door: it opens the dialog and calls back with
the result once the work is done. A refusal keeps the dialog open and says why.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.tasks import Progress, Task, TaskRunner
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, text_height, text_width, tight
from procure_desktop.gui.style.scrolled import Scrolled, fit_screen
from procure_desktop.language import tr
from procure_desktop.wording.errors import sentence

_BESIDE = 10
"""Height of the heading and the buttons, in lines of text."""

Work = Callable[[Progress], Any]


class FormDialog(QDialog):
    """`answered` carries the result of the work; closing without it answers nothing."""

    answered = Signal(object)

    def __init__(
        self, name: str, title: str, verb: str, tasks: TaskRunner, parent: QWidget
    ) -> None:
        """Make a dialog called `name`; `verb` is what the coloured button does, in words."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title.replace("&", ""))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tasks = tasks
        self._title = title
        self.messages = MessageBar()
        self.messages.said.connect(self._grow)
        self.body = QVBoxLayout()
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.primary = PushButton(f"{name}-do", verb, accent=True)
        self.primary.setDefault(True)
        self.cancel = PushButton(f"{name}-cancel", tr("Cancel"))
        self._strip = TaskStrip(tasks)
        self._task: Task | None = None
        self._first: QWidget | None = None
        self._lay_out()
        # The fields, which come later, follow the message above them.
        self.messages.follow(self.primary)
        self.primary.clicked.connect(self.do)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP, gap=GAP + GAP // 2)
        layout.addWidget(Heading(self.windowTitle(), steps=2))
        middle = QVBoxLayout()
        tight(middle, gap=GAP + GAP // 2)
        middle.addWidget(self.messages)
        tight(self.body, gap=GAP + GAP // 2)
        self.body.addLayout(self.form)
        middle.addLayout(self.body, 1)
        layout.addWidget(Scrolled(middle, self.windowTitle(), beside=_BESIDE * text_height()), 1)
        self.foot = foot = QHBoxLayout()
        foot.addWidget(self._strip, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        layout.addLayout(foot)
        self.setMinimumWidth(text_width(self, 80))

    def add_row(self, label: str, field: QWidget) -> TextLabel:
        """Put a field under its label, whose mnemonic leads to it; returns the label."""
        caption = TextLabel(label)
        caption.setBuddy(field)
        # A label's own text is what a reader says of it.
        if not field.accessibleName() and not isinstance(field, TextLabel):
            field.setAccessibleName(label.replace("&", ""))
        if self._first is None and not isinstance(field, TextLabel):
            self._first = field
        if isinstance(field, TextLabel):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            field.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form.addRow(caption, field)
        return caption

    def work(self) -> tuple[str, Work]:
        """Return (what is being done, the work); may refuse what was typed by raising."""
        raise NotImplementedError

    def listen(self, answered: Callable[[Any], None]) -> None:
        """Open the dialog and call `answered` with the result, if there is one."""
        self.answered.connect(answered)
        self.open()

    @override
    def open(self) -> None:
        """Show the dialog as high as its texts need, ready to type into its first field."""
        if self._first is not None and self.focusWidget() is None:
            self._first.setFocus()
        for edit in self.findChildren(QLineEdit):
            # What was refused is being mended.
            edit.textEdited.connect(self.messages.clear)
        fit_screen(self)
        super().open()

    @Slot()
    def _grow(self) -> None:
        """Make room for a message: wrapped texts hide their height from Qt, and it would squeeze the fields."""
        needed = self.heightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)

    @Slot()
    def do(self) -> None:
        """Check what was typed and start the work."""
        if self._task is not None:
            return
        self.messages.clear()
        try:
            title, work = self.work()
        except ProcureError as error:
            self.refuse(error)
            return
        self.primary.setEnabled(False)
        self._task = self.tasks.start(title, work, self._done, self._failed)

    def refuse(self, error: ProcureError) -> None:
        """Say why not; the dialog stays."""
        self.messages.refuse(sentence(error))

    def finish(self, result: Any) -> None:
        """Take the result of the work: close and answer with it."""
        self.accept()
        self.answered.emit(result)

    def _done(self, result: object) -> None:
        self._end()
        self.finish(result)

    def _failed(self, error: ProcureError) -> None:
        self._end()
        self.refuse(error)

    def _end(self) -> None:
        self._task = None
        self.primary.setEnabled(True)

    @override
    def reject(self) -> None:
        """Close; work under way is cancelled first, and its end closes nothing."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()

    def set_aside(self) -> None:
        """Close because the office is locked: not by the officer's wish, so what is kept of the form stays."""
        super().reject()
