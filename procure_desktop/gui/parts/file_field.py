"""A field for a file or folder: its path, a button that opens the chooser, and dropping onto it."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.style.measures import tight
from procure_desktop.language import tr


class Purpose(Enum):
    """What is chosen."""

    READ = QFileDialog.FileMode.ExistingFile
    WRITE = QFileDialog.FileMode.AnyFile
    FOLDER = QFileDialog.FileMode.Directory


class FileField(QWidget):
    """`changed` tells that another path stands in the field."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        pattern: str = "",
        purpose: Purpose = Purpose.READ,
        start: Path | None = None,
    ) -> None:
        """Make a field called `name`; `title` says what it holds, `pattern` is such as `*.p12`.

        The chooser begins at the path in the field, else in the folder `start`.
        """
        super().__init__()
        self._start = start
        self._title, self._pattern, self._purpose = title, pattern, purpose
        self.setAcceptDrops(True)
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(title)
        self.edit.setAcceptDrops(False)
        self.browse = PushButton(f"{name}-browse", tr("Browse…"), "folder")
        self.browse.setAccessibleName(tr("Browse: {title}").format(title=title))
        layout = QHBoxLayout(self)
        tight(layout)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.browse)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._tell)
        self.browse.clicked.connect(self._choose)

    @property
    def path(self) -> Path | None:
        """The path in the field, or None while it is empty."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Write a path into the field."""
        self.edit.setText(str(path))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        start = self.path or self._start
        chooser = choose_file(self, self._title, self._pattern, self._purpose, start)
        chooser.fileSelected.connect(self.edit.setText)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None:
            self.set_path(path)
            event.acceptProposedAction()


def dropped_path(data: QMimeData) -> Path | None:
    """Return the one local file that is being dropped, or None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def choose_file(
    parent: QWidget, title: str, pattern: str, purpose: Purpose, start: Path | None
) -> QFileDialog:
    """Open the chooser, which keyboard and tests can work; connect to its `fileSelected`."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("file-chooser")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # Whether a file may be overwritten is the service's rule; it refuses with a sentence.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    # Qt's own translation leaves these in English.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    dialog.setFileMode(purpose.value)
    if purpose is Purpose.WRITE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if pattern:
        dialog.setNameFilters([f"{title} ({pattern})", tr("All files (*)")])
    if start is not None:
        _begin_at(dialog, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _begin_at(dialog: QFileDialog, start: Path) -> None:
    if start.is_dir():
        dialog.setDirectory(str(start))
    elif start.parent.is_dir():
        dialog.setDirectory(str(start.parent))
        dialog.selectFile(start.name)
