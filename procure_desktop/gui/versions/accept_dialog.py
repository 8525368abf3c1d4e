"""Accepting an effect: things stand as they are, and others read why."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.settling import ListEffect
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP
from procure_desktop.language import tr
from procure_desktop.services.answer_effect import accept_effect
from procure_desktop.wording.effects import effect_sentences, record_name

_LINES_OF_TEXT = 4


class AcceptDialog(FormDialog):
    """Answers with the ListEffect as it then stands."""

    def __init__(self, desk: Desk, parent: QWidget, found: ListEffect) -> None:
        """Ask for the reason."""
        title = tr("Accept what the version does")
        super().__init__("accept-dialog", title, tr("&Accept"), desk.tasks, parent)
        self._office, self._found = desk.office, found
        why = tr(
            "Nothing is changed. The effect is shown as accepted, with your name, the day and the reason."
        )
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        self.add_row(tr("Record"), TextLabel(record_name(found.effect.stake.record)))
        said = "\n".join(effect_sentences(found.effect))
        self.add_row(tr("Effect"), TextLabel(said, wrap=True))
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("reason")
        self.reason.setTabChangesFocus(True)
        height = self.reason.fontMetrics().lineSpacing() * _LINES_OF_TEXT + 2 * GAP
        self.reason.setFixedHeight(height)
        self.add_row(tr("R&eason"), self.reason)
        self.reason.setFocus()

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

    @override
    def work(self) -> tuple[str, Work]:
        office, found, reason = self._office, self._found, self.reason.toPlainText()
        return tr("Accepting"), lambda _: accept_effect(office, found.id, reason)
