"""A logo for the letterhead: a look at it, a button that chooses its file, and one that takes it away."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.drawn_logo import read_drawn_logo
from procure_desktop.gui.style.measures import text_height, text_width, tight
from procure_desktop.language import tr
from procure_desktop.wording.errors import sentence

_HIGH, _WIDE = 3, 24


class LogoField(QWidget):
    """`taken` tells that `png` is another one, `refused` carries the sentence why a file is none."""

    taken = Signal()
    refused = Signal(str)

    def __init__(self, tasks: TaskRunner, png: bytes) -> None:
        """Show the logo that is kept, empty for none."""
        super().__init__()
        self.png = png
        self._tasks = tasks
        self._shown = TextLabel()
        self._shown.setObjectName("logo-shown")
        self._shown.setMinimumHeight(_HIGH * text_height())
        self.choose = PushButton("logo-choose", tr("Choose…"), "folder")
        self.choose.setAccessibleName(tr("Choose a logo"))
        self.remove = PushButton("logo-remove", tr("Remove"))
        self.remove.setAccessibleName(tr("Remove the logo"))
        layout = QHBoxLayout(self)
        tight(layout)
        layout.addWidget(self._shown)
        layout.addWidget(self.choose)
        layout.addWidget(self.remove)
        layout.addStretch(1)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self._show()

    def _show(self) -> None:
        self.remove.setVisible(bool(self.png))
        if not self.png:
            self._shown.setText(tr("No logo"))
            return
        image = QPixmap()
        image.loadFromData(self.png, "PNG")
        room = (text_width(self, _WIDE), _HIGH * text_height())
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._shown.setPixmap(image.scaled(*room, keep, smooth))
        self._shown.setAccessibleName(tr("The logo as it will be printed"))

    @Slot()
    def _choose(self) -> None:
        chooser = choose_file(self, tr("Logo"), "*.png *.svg", Purpose.READ, Path.home())
        chooser.fileSelected.connect(self._read)

    @Slot(str)
    def _read(self, path: str) -> None:
        self._tasks.start(
            tr("Reading the logo"), lambda _: read_drawn_logo(Path(path)), self._take, self._refuse
        )

    def _take(self, png: bytes) -> None:
        self.png = png
        self._show()
        self.taken.emit()

    def _refuse(self, error: ProcureError) -> None:
        self.refused.emit(sentence(error))

    @Slot()
    def _remove(self) -> None:
        self._take(b"")
        self.choose.setFocus()
