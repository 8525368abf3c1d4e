"""The question at the top of a form that was left unfinished: whether to go on with it or begin anew."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr
from procure_desktop.wording import figures


class ResumeBar(QFrame):
    """`answered` carries whether to go on."""

    answered = Signal(bool)

    def __init__(self, typed_at: datetime, about: str) -> None:
        """Ask about what was typed at a moment; `about` says for what, where that is not seen."""
        super().__init__()
        self.setObjectName("resume-bar")
        text = tr("You typed here at {moment} and did not save it. Go on with that, or begin anew?")
        said = " ".join(
            part for part in (text.format(moment=figures.moment(typed_at)), about) if part
        )
        self.setAccessibleName(said)
        self.go_on = PushButton("go-on", tr("&Go on"))
        self.anew = PushButton("begin-anew", tr("Begin &anew"))
        for button in (self.go_on, self.anew):
            # Else Enter would save the form.
            button.setAutoDefault(True)
        layout = QHBoxLayout(self)
        tight(layout, margin=GAP)
        layout.addWidget(TextLabel(said, wrap=True), 1)
        layout.addWidget(self.go_on)
        layout.addWidget(self.anew)
        wear(self, Tone.INFO)
        self.go_on.clicked.connect(self._go_on)
        self.anew.clicked.connect(self._begin_anew)

    @Slot()
    def _go_on(self) -> None:
        self.hide()
        self.answered.emit(True)

    @Slot()
    def _begin_anew(self) -> None:
        self.hide()
        self.answered.emit(False)
