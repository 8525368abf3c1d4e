"""Preferences of the person at this desk: colours, text size, row height, language and region."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from procure_desktop.gui.parts.form_dialog import FormDialog
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.preferences import (
    COMFORTABLE,
    COMPACT,
    TEXT_SIZES,
    Appearance,
    Preferences,
)
from procure_desktop.gui.style.speech import NAMES
from procure_desktop.language import REGIONS, marked, spoken, tr
from procure_desktop.wording.regions import region_name

APPEARANCES = {
    Appearance.SYSTEM: marked("As the system"),
    Appearance.LIGHT: marked("Light"),
    Appearance.DARK: marked("Dark"),
    Appearance.HIGH_CONTRAST: marked("High contrast"),
}
_ROWS = {COMFORTABLE: marked("Comfortable"), COMPACT: marked("Compact: more rows at once")}


class PreferencesDialog(FormDialog):
    """Keeps what was chosen, then answers with nothing; the one who asked puts it on."""

    def __init__(self, tasks: TaskRunner, parent: QWidget) -> None:
        """Show what is preferred now."""
        super().__init__("preferences-dialog", tr("Preferences"), tr("&Apply"), tasks, parent)
        self._kept = Preferences()
        self.appearance = _box("appearance")
        self.text_size = _box("text-size")
        self.rows = _box("rows")
        self.language = _box("language")
        self.region = _box("region")
        self.body.insertWidget(0, TextLabel(_whose(), wrap=True))
        self.add_row(tr("&Colours"), self.appearance)
        self.add_row(tr("Text &size"), self.text_size)
        self.add_row(tr("&Table rows"), self.rows)
        self.add_row(tr("&Language"), self.language)
        self.add_row(tr("Figures and &days"), self.region)
        self._fill()
        self.language.currentIndexChanged.connect(self._offer_regions)

    @classmethod
    def ask(cls, tasks: TaskRunner, parent: QWidget, answered: Callable[[None], None]) -> None:
        """Open the dialog; `answered` is called when something else may be preferred."""
        cls(tasks, parent).listen(answered)

    def _fill(self) -> None:
        _offer(self.appearance, {one.value: tr(APPEARANCES[one]) for one in Appearance})
        _choose(self.appearance, self._kept.appearance.value)
        sizes = {str(size): tr("{n} %").format(n=size) for size in TEXT_SIZES}
        _offer(self.text_size, sizes)
        _choose(self.text_size, str(self._kept.text_size))
        _offer(self.rows, {rows: tr(text) for rows, text in _ROWS.items()})
        _choose(self.rows, COMPACT if self._kept.compact else COMFORTABLE)
        _offer(self.language, NAMES)
        _choose(self.language, self._kept.language.code)
        self._offer_regions()
        _choose(self.region, self._kept.language.locale.partition("_")[2])

    @Slot()
    def _offer_regions(self) -> None:
        self.region.clear()
        code = self.language.currentData()
        _offer(self.region, {one: region_name(one, spoken()) for one in REGIONS[code]})

    @override
    @Slot()
    def do(self) -> None:
        """Keep what was chosen; nothing here takes time."""
        for name, box in (
            ("appearance", self.appearance),
            ("text size", self.text_size),
            ("rows", self.rows),
            ("language", self.language),
            ("region", self.region),
        ):
            self._kept.keep(name, str(box.currentData()))
        self.finish(None)


def _whose() -> str:
    return tr("These are yours on this computer: no office and no other person is changed.")


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box


def _offer(box: QComboBox, choices: dict[str, str]) -> None:
    for kept, text in choices.items():
        box.addItem(text, kept)


def _choose(box: QComboBox, kept: str) -> None:
    box.setCurrentIndex(max(box.findData(kept), 0))
