"""Keeps what is typed into a dialog until it is saved, and offers it when the dialog is opened again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QDialog

from procure_desktop.domain.unfinished_form import Typed, UnfinishedForm
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog
from procure_desktop.gui.unfinished.form_fields import FormFields
from procure_desktop.gui.unfinished.form_history import FormHistory
from procure_desktop.gui.unfinished.resume_bar import ResumeBar
from procure_desktop.language import plural
from procure_desktop.services.keep_form import forget_form, keep_form, unfinished_form
from procure_desktop.wording import figures

_PAUSE = 300
"""Milliseconds without a key before what was typed is kept."""

Resume = Callable[[UnfinishedForm], None]
"""Opens the form on the records that it was about."""


class FormKeeper(QObject):
    """One for each dialog; made once all of its fields are there and show what they begin with."""

    def __init__(
        self, dialog: FormDialog, desk: Desk, form: str, subjects: tuple[str, ...], resume: Resume
    ) -> None:
        """Keep the fields of `dialog` as `form`; it is about the records `subjects`."""
        super().__init__(dialog)
        self._desk, self._form, self._subjects = desk, form, subjects
        self._resume = resume
        self.fields = FormFields(dialog)
        self.history = FormHistory(self.fields)
        self._first = self.fields.values()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)
        self.fields.changed.connect(self._wait)
        dialog.answered.connect(self._forget)
        dialog.finished.connect(self._settle)
        kept = unfinished_form(desk.office, form)
        self._asking = kept if kept is not None and kept.typed.subjects else None
        self._bar: ResumeBar | None = None
        if self._asking is not None:
            self._ask(dialog, self._asking)

    def go_on_with(self, kept: UnfinishedForm) -> None:
        """Write into the fields what was kept of them; no question is left open."""
        self._asking = None
        if self._bar is not None:
            self._bar.hide()
        self.history.put(kept.typed.fields)

    def _ask(self, dialog: FormDialog, kept: UnfinishedForm) -> None:
        others = "" if kept.typed.subjects == self._subjects else _of_others(kept)
        self._bar = ResumeBar(kept.typed_at, others)
        self._bar.answered.connect(self._take_answer)
        dialog.body.insertWidget(0, self._bar)
        self._bar.go_on.setFocus()

    @Slot(bool)
    def _take_answer(self, go_on: bool) -> None:
        kept, self._asking = self._asking, None
        if kept is None:
            return
        if not go_on:
            self._forget()
        elif kept.typed.subjects == self._subjects:
            self.history.put(kept.typed.fields)
        else:
            self._resume(kept)

    @Slot()
    def _wait(self) -> None:
        # While the question is open, what was kept before is not replaced.
        if self._asking is None:
            self._pause.start()

    @Slot()
    def _keep(self) -> None:
        office, form, values = self._desk.office, self._form, self.fields.values()
        if values == self._first:
            self._forget()
            return
        typed = Typed(self._subjects, values)
        self._desk.tasks.start("", lambda _: keep_form(office, form, typed), _ignore)

    @Slot()
    def _forget(self) -> None:
        self._pause.stop()
        if self._asking is None:
            office, form = self._desk.office, self._form
            self._desk.tasks.start("", lambda _: forget_form(office, form), _ignore)

    @Slot(int)
    def _settle(self, result: int) -> None:
        """Keep at once what Escape would leave behind."""
        waiting = self._pause.isActive()
        self._pause.stop()
        if waiting and result == QDialog.DialogCode.Rejected:
            self._keep()


def _of_others(kept: UnfinishedForm) -> str:
    count = len(kept.typed.subjects)
    text = plural("It is for another line.", "It is for {n} other lines.", count)
    return text.format(n=figures.whole(count))


def _ignore(_nothing: object) -> None:
    """Take an answer that nobody waits for."""
