"""The wizard of the first day: four pages and a summary; nothing is made before its last button."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.first_day.beginning_step import BeginningStep
from procure_desktop.gui.first_day.identity_step import IdentityStep
from procure_desktop.gui.first_day.language_step import LanguageStep
from procure_desktop.gui.first_day.place_step import PlaceStep
from procure_desktop.gui.first_day.plan import Beginning, Plan
from procure_desktop.gui.first_day.step import Step
from procure_desktop.gui.first_day.summary_step import SummaryStep
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.task_strip import TaskStrip
from procure_desktop.gui.parts.tasks import Progress, Task, TaskRunner
from procure_desktop.gui.parts.text_label import Heading
from procure_desktop.gui.style.measures import GAP, text_height, text_width, tight
from procure_desktop.gui.style.scrolled import room_for, scrolling
from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.language import tr
from procure_desktop.services.found_office import found_office
from procure_desktop.services.make_demo import make_demo
from procure_desktop.wording.errors import sentence

W = TypeVar("W", bound=QWidget)

_STEPS = (LanguageStep, IdentityStep, BeginningStep, PlaceStep, SummaryStep)
_NUMBERED = 4
_WIDE, _HIGH = 118, 44


@dataclass(frozen=True, slots=True)
class Made:
    """The office that was made, and the officer who signs in first."""

    folder: Path
    officer: str


class FirstDayWizard(QDialog):
    """`made` carries what was made; `chose` carries the Beginning of one who has an office already.

    Where another language was chosen, whoever opened it words the window behind anew once it has finished.
    """

    made = Signal(object)
    chose = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QWidget, beginning: int = 0) -> None:
        """Begin at the page with that number, from 0."""
        super().__init__(parent)
        self.setObjectName("first-day-wizard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tasks = tasks
        self.plan = Plan()
        self._task: Task | None = None
        self._steps: list[Step] = []
        self._areas: list[QScrollArea] = []
        self._make_parts()
        self._lay_out()
        self._word(beginning)
        self.next.clicked.connect(self._go_on)
        self.skip.clicked.connect(self._skip)
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)

    @classmethod
    def ask(cls, tasks: TaskRunner, parent: QWidget, beginning: int = 0) -> "FirstDayWizard":
        """Open the wizard; connect to its signals."""
        wizard = cls(tasks, parent, beginning)
        wizard.open()
        return wizard

    def _make_parts(self) -> None:
        self.heading = Heading(steps=2, wrap=True)
        self.heading.setObjectName("wizard-heading")
        self.messages = MessageBar()
        self._strip = TaskStrip(self.tasks)
        self.pages = QStackedWidget()
        self.cancel = PushButton("wizard-cancel", "")
        self.back = PushButton("wizard-back", "")
        self.skip = PushButton("wizard-skip", "")
        self.next = PushButton("wizard-next", "", accent=True)
        self.next.setDefault(True)

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP, gap=GAP + GAP // 2)
        layout.addWidget(self.heading)
        layout.addWidget(self.messages)
        layout.addWidget(self.pages, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.cancel)
        self._foot.addStretch(1)
        for button in (self.back, self.skip, self.next):
            self._foot.addWidget(button)
        layout.addWidget(self._strip)
        layout.addLayout(self._foot)
        room = room_for(self)
        width = min(text_width(self, _WIDE), room.width() - 4 * GAP)
        self.resize(width, min(_HIGH * text_height(), room.height() - 8 * GAP))

    def _word(self, place: int) -> None:
        """Make every page in the language that is spoken, from what the plan says, and show one."""
        self.setWindowTitle(tr("First day"))
        for button, text in (
            (self.cancel, tr("Cancel")),
            (self.back, tr("Bac&k")),
            (self.skip, tr("Sk&ip")),
        ):
            button.setText(text)
        self.messages = self._renew(self.messages, MessageBar())
        self._strip = self._renew(self._strip, TaskStrip(self.tasks))
        for page in self._areas:
            self.pages.removeWidget(page)
            page.deleteLater()
        self._steps = [kind(self.plan, self.tasks, self.messages) for kind in _STEPS]
        self._areas = [scrolling(step, tr(step.title)) for step in self._steps]
        for area in self._areas:
            self.pages.addWidget(area)
        for step in self._steps:
            if isinstance(step, LanguageStep):
                step.spoken.connect(self._speak_soon)
        self._show(place)

    def _renew(self, old: QWidget, new: W) -> W:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _show(self, place: int) -> None:
        self.messages.clear()
        step = self._steps[place]
        step.begin()
        self.pages.setCurrentIndex(place)
        title = tr(step.title)
        last = place == len(_STEPS) - 1
        if not last:
            text = tr("Step {number} of {all}: {title}")
            title = text.format(number=place + 1, all=_NUMBERED, title=title)
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.back.setEnabled(place > 0)
        self.skip.setVisible(not last)
        self.next.setText(self._verb(place))
        step.setFocus()
        step.focusNextChild()

    def _verb(self, place: int) -> str:
        if place < len(_STEPS) - 1:
            return tr("Ne&xt")
        if self.plan.beginning is Beginning.DEMO:
            return tr("&Make the demo office")
        return tr("&Make the office")

    @property
    def _step(self) -> Step:
        return self._steps[self.pages.currentIndex()]

    @Slot()
    def _speak_soon(self) -> None:
        # The box that tells it is made anew as well: not before it has ended telling.
        QTimer.singleShot(0, self, self._speak)

    @Slot()
    def _speak(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak_preferred(application)
        self._word(0)

    @Slot()
    def _go_back(self) -> None:
        if self._task is None:
            self._show(self.pages.currentIndex() - 1)

    @Slot()
    def _skip(self) -> None:
        if self._task is None:
            self._step.skip()
            self._leave()

    @Slot()
    def _go_on(self) -> None:
        if self._task is not None:
            return
        try:
            self._step.take()
        except ProcureError as error:
            self._refuse(error)
            return
        look = self._step.look()
        if look is None:
            self._seen(None)
        else:
            self._start(tr("Looking at the folders"), look, self._seen)

    def _seen(self, seen: object) -> None:
        self._end()
        if self._step.go_on(seen):
            self._leave()

    def _leave(self) -> None:
        """Go on to the next page, or do what was chosen."""
        if isinstance(self._step, BeginningStep) and self.plan.beginning in {
            Beginning.OPEN,
            Beginning.RESTORE,
        }:
            self.accept()
            self.chose.emit(self.plan.beginning)
        elif isinstance(self._step, SummaryStep):
            self._make()
        else:
            self._show(self.pages.currentIndex() + 1)

    def _make(self) -> None:
        if self.plan.beginning is Beginning.DEMO:
            folder = self.plan.place
            self._start(
                tr("Making the demo office"),
                lambda progress: Made(make_demo(folder, progress).office, ""),
                self._done,
            )
            return
        founding = self.plan.founding

        def found(progress: Progress) -> Made:
            office = found_office(founding, progress)
            office.close()
            return Made(office.folder, office.officer.name)

        self._start(tr("Making the office"), found, self._done)

    def _start(
        self, title: str, work: Callable[[Progress], Any], done: Callable[[Any], None]
    ) -> None:
        self.messages.clear()
        self.next.setEnabled(False)
        self._task = self.tasks.start(title, work, done, self._failed)

    def _done(self, made: Made) -> None:
        self._end()
        self.accept()
        self.made.emit(made)

    def _failed(self, error: ProcureError) -> None:
        self._end()
        self._refuse(error)

    def _end(self) -> None:
        self._task = None
        self.next.setEnabled(True)

    def _refuse(self, error: ProcureError) -> None:
        self.messages.refuse(sentence(error))

    @override
    def reject(self) -> None:
        """Close without making anything; work under way is cancelled first."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()
