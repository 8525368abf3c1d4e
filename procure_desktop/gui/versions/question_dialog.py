"""A question to the issuer: worded, to be changed, copied or saved, and noted as asked today."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.settling import ListEffect
from procure_desktop.files import write_file
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.language import tr
from procure_desktop.services.answer_effect import ask_about_effect
from procure_desktop.wording.effects import record_name
from procure_desktop.wording.questions import question

_LINES_OF_TEXT = 17


class QuestionDialog(FormDialog):
    """Answers with the ListEffect as it then stands."""

    def __init__(self, desk: Desk, parent: QWidget, found: ListEffect) -> None:
        """Word the question."""
        title = tr("Ask the issuer")
        super().__init__("question-dialog", title, tr("&Note as asked"), desk.tasks, parent)
        self._office, self._found = desk.office, found
        why = tr(
            "The program sends nothing: copy or save the question, send it as your office does, and note "
            "that it was asked. The text can be changed first."
        )
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        self.text = QPlainTextEdit(question(found, desk.office.profile))
        self.text.setObjectName("question")
        self.text.setAccessibleName(tr("Question"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _LINES_OF_TEXT)
        self.body.addWidget(self.text, 1)
        self.body.addLayout(self._buttons())
        self.text.setFocus()

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        found: ListEffect,
        answered: Callable[[ListEffect], None],
    ) -> None:
        """Open the dialog; `answered` gets the effect."""
        cls(desk, parent, found).listen(answered)

    def _buttons(self) -> QHBoxLayout:
        copy = PushButton("question-copy", tr("&Copy"))
        copy.clicked.connect(self._copy)
        save = PushButton("question-save", tr("&Save as text…"))
        save.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(save)
        row.addStretch(1)
        return row

    @override
    def work(self) -> tuple[str, Work]:
        office, found, text = self._office, self._found, self.text.toPlainText()
        return tr("Noting the question"), lambda _: ask_about_effect(office, found.id, text)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.messages.done(tr("The question is in the clipboard."))

    @Slot()
    def _choose_file(self) -> None:
        number = record_name(self._found.effect.stake.record)
        name = Path.home() / f"{number} {self._found.effect.stake.line}.txt"
        chooser = choose_file(self, tr("Question as text"), "*.txt", Purpose.WRITE, name)
        chooser.fileSelected.connect(self._save)

    @Slot(str)
    def _save(self, path: str) -> None:
        try:
            write_file(Path(path), self.text.toPlainText().encode(), overwrite=True)
        except ProcureError as error:
            self.refuse(error)
        else:
            self.messages.done(tr("Saved: {path}").format(path=path))
