"""One effect as a card: whose it is, what it does, where it stands, and its next steps as buttons."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from procure_desktop.domain.settling import ListEffect, Remedy, remedies
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.phrases import say, unbroken
from procure_desktop.gui.versions.effect_actions import EffectActions
from procure_desktop.wording.effects import (
    act_words,
    effect_sentences,
    record_name,
    remedy_words,
    source_words,
    standing_words,
)

_SIGNS = {
    Remedy.AMEND: "pencil",
    Remedy.WITHDRAW: "withdraw",
    Remedy.ASK: "ask",
    Remedy.ACCEPT: "check",
}
_ACROSS = 2


class EffectCard(QFrame):
    """Shows an effect; its buttons begin its steps."""

    def __init__(
        self, found: ListEffect, actions: EffectActions, parent: QWidget | None = None
    ) -> None:
        """Lay out the card."""
        super().__init__(parent)
        self._found = found
        self._actions = actions
        self.setObjectName(f"effect-{found.id}")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP, gap=GAP // 2)
        name = record_name(found.effect.stake.record)
        self.setAccessibleName(name)
        layout.addWidget(Heading(f"{name} · {say(found.record_state)}", steps=0, wrap=True))
        for text in (
            *effect_sentences(found.effect),
            source_words(found),
            standing_words(found),
            *(act_words(one) for one in found.acts),
        ):
            layout.addWidget(TextLabel(unbroken(text), wrap=True).copyable())
        layout.addLayout(self._buttons())

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        tight(grid, gap=GAP // 2)
        for place, remedy in enumerate(remedies(self._found)):
            button = PushButton(
                f"effect-{self._found.id}-{remedy}", remedy_words(remedy), _SIGNS[remedy]
            )
            button.setProperty("remedy", remedy.value)
            button.setEnabled(self._actions.allowed(remedy, self._found))
            button.clicked.connect(self._take)
            grid.addWidget(button, *divmod(place, _ACROSS))
        return grid

    @Slot()
    def _take(self) -> None:
        self._actions.take(Remedy(self.sender().property("remedy")), self._found)
