"""The band over everything in an office that holds only illustrative data."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, larger, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr


class DemoBand(QFrame):
    """Says that nothing here is real; it cannot be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the band in its own colours."""
        super().__init__(parent)
        self.setObjectName("demo-band")
        layout = QHBoxLayout(self)
        tight(layout, margin=GAP // 2)
        text = tr("DEMO · illustrative data, test certificates: nothing here commits anyone")
        label = TextLabel(text, wrap=True)
        label.setObjectName("demo-text")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFont(larger(label.font(), 0))
        layout.addWidget(label)
        wear(self, Tone.DEMO)
