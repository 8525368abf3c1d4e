"""A nation, found by typing any part of its name or its code."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from procure_desktop.language import tr
from procure_desktop.wording.nations import nations


class NationField(QComboBox):
    """A list of all nations that narrows while one types."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """Offer all nations and choose that of `code`."""
        super().__init__(parent)
        self.setObjectName("nation")
        self.setAccessibleName(tr("Nation"))
        line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for each, name in nations():
            self.addItem(f"{name} ({each})", each)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(self.findData(code))
        line.setObjectName("nation-text")
        line.setAccessibleName(tr("Nation"))
        line.setPlaceholderText(tr("Type a part of its name or code"))
        line.editingFinished.connect(self.settle)

    @property
    def code(self) -> str:
        """The code of the chosen nation; what was typed where that is none."""
        place = self._place()
        return str(self.itemData(place)) if place >= 0 else self.currentText().strip()

    @Slot()
    def settle(self) -> None:
        """Show the whole name of the nation that was typed, where it is one."""
        place = self._place()
        if place >= 0:
            self.setCurrentIndex(place)

    def _place(self) -> int:
        """Where the nation stands that was typed: whole, by its code, or as the only one with that part."""
        typed = self.currentText().strip()
        exact = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if exact >= 0 or not typed:
            return exact
        coded = self.findData(typed.upper())
        if coded >= 0:
            return coded
        places = [
            place
            for place in range(self.count())
            if typed.casefold() in self.itemText(place).casefold()
        ]
        return places[0] if len(places) == 1 else -1
