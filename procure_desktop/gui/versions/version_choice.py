"""Which two versions of which list are compared."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import tight
from procure_desktop.language import tr
from procure_desktop.services.compare_versions import ListVersion, lists_of, versions_of
from procure_desktop.services.office import Office
from procure_desktop.wording import figures


class VersionChoice(QWidget):
    """`changed`: another list or version was chosen."""

    changed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        """Offer the lists of the office and their versions; the two newest are chosen."""
        super().__init__(parent)
        self._office = office
        self.list = _box("compare-list", tr("List"))
        self.older = _box("compare-older", tr("Before"))
        self.newer = _box("compare-newer", tr("After"))
        layout = QHBoxLayout(self)
        tight(layout)
        for text, box in ((tr("List"), self.list), (tr("Before"), self.older)):
            layout.addWidget(TextLabel(text))
            layout.addWidget(box)
        layout.addWidget(TextLabel(tr("After")))
        layout.addWidget(self.newer)
        layout.addStretch(1)
        self.list.activated.connect(self._choose_list)
        self.older.activated.connect(self._tell)
        self.newer.activated.connect(self._tell)
        self.read()

    @property
    def chosen(self) -> tuple[str, int, int] | None:
        """The list with its two versions; None where a list has no two versions."""
        older, newer = self.older.currentData(), self.newer.currentData()
        if older is None or newer is None:
            return None
        return self.list.currentText(), int(older), int(newer)

    def read(self) -> None:
        """Read the lists again; what was chosen stays where it is still there."""
        kept = self.chosen
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(lists_of(self._office))
            if kept is not None:
                self.list.setCurrentText(kept[0])
        self._fill(kept)

    def choose(self, serial: str, older: int, newer: int) -> None:
        """Choose two versions of a list."""
        self.list.setCurrentText(serial)
        self._fill((serial, older, newer))

    def _fill(self, kept: tuple[str, int, int] | None) -> None:
        versions = versions_of(self._office, self.list.currentText())
        for box in (self.older, self.newer):
            box.clear()
            for one in versions:
                box.addItem(_words(one), one.edition.version)
        self.older.setCurrentIndex(min(1, len(versions) - 1))
        self.newer.setCurrentIndex(0 if versions else -1)
        newest = versions[0].edition.version if versions else 0
        # A version that has come since is shown at once: it is what this page is for.
        if kept is not None and kept[0] == self.list.currentText() and kept[2] == newest:
            self.older.setCurrentIndex(max(self.older.findData(kept[1]), 0))

    @Slot()
    def _choose_list(self) -> None:
        self._fill(None)
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _box(name: str, accessible: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(accessible)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _words(version: ListVersion) -> str:
    edition = version.edition
    text = tr("version {version}, {day}")
    return text.format(version=edition.version, day=figures.day(edition.issued))
