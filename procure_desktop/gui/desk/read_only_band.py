"""The band over an office that is open for reading only: why, and who works in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, larger, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.language import tr
from procure_desktop.services.office import Office
from procure_desktop.wording import figures


class ReadOnlyBand(QFrame):
    """Cannot be closed."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        """Show `reason`."""
        super().__init__(parent)
        self.setObjectName("read-only-band")
        layout = QHBoxLayout(self)
        tight(layout, margin=GAP // 2)
        label = TextLabel(tr("READ ONLY · {reason}").format(reason=reason), wrap=True)
        label.setObjectName("read-only-text")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFont(larger(label.font(), 0))
        layout.addWidget(label)
        wear(self, Tone.WARNING)


def read_only_reason(office: Office) -> str:
    """Return why nothing can be changed, in a sentence; nothing where it can."""
    if not office.read_only:
        return ""
    if not office.writable_place:
        return tr("This place cannot be written, so nothing can be changed.")
    holder = office.holder
    if holder is None:
        return tr("Another window has this office open. Sign in again when it is closed.")
    text = tr(
        "{officer} has this office open on {machine} since {since}. Sign in again when it is closed."
    )
    since = figures.moment(holder.since)
    return text.format(officer=holder.officer, machine=holder.machine, since=since)
