"""The value of a donation on the four bases side by side, and which of them is quoted."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from procure_desktop.domain.donation import Basis, Valuation
from procure_desktop.domain.money import Money, parse_amount
from procure_desktop.gui.parts.day_field import DayField
from procure_desktop.gui.parts.rate_field import CurrencyBox
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, larger, text_width, tight
from procure_desktop.language import tr
from procure_desktop.wording import figures
from procure_desktop.wording.terms import heading

_AMOUNT_CHARACTERS = 20


class ValuationForm(QWidget):
    """One currency and day for all four values; `changed` tells that another value may be meant."""

    changed = Signal()

    def __init__(self, today: date, currency: str) -> None:
        """Start without any value; the first one that is typed is the quoted one."""
        super().__init__()
        self.currency = CurrencyBox("donation-currency", currency)
        self.currency.setAccessibleName(tr("Currency of the values"))
        self.day = DayField("valued-on", today)
        self.day.setAccessibleName(tr("Valued on"))
        self.day.setMaximumDate(self.day.date())
        self.quoted = QButtonGroup(self)
        self.radios: dict[Basis, QRadioButton] = {}
        self.amounts: dict[Basis, QLineEdit] = {}
        for basis in Basis:
            self._make(basis)
        self.radios[Basis.NEW_REPLACEMENT].setChecked(True)
        self._lay_out()

    def _make(self, basis: Basis) -> None:
        name = heading(basis)
        key = basis.name.lower().replace("_", "-")
        radio = QRadioButton(name)
        radio.setObjectName(f"quote-{key}")
        radio.setAccessibleName(tr("Quote: {basis}").format(basis=name))
        self.quoted.addButton(radio)
        amount = QLineEdit()
        amount.setObjectName(f"value-{key}")
        amount.setAccessibleName(tr("Value: {basis}").format(basis=name))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        amount.setMinimumWidth(text_width(amount, _AMOUNT_CHARACTERS))
        amount.textChanged.connect(self._follow)
        self.radios[basis], self.amounts[basis] = radio, amount

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        tight(grid, gap=GAP)
        grid.setColumnStretch(1, 1)
        self._head(grid, 0, tr("Basis (mark the quoted one)"), tr("Value of the whole"))
        for place, basis in enumerate(Basis, 1):
            grid.addWidget(self.radios[basis], place, 0)
            grid.addWidget(self.amounts[basis], place, 1)
        self._labelled(grid, len(Basis) + 1, tr("Currenc&y"), self.currency)
        self._labelled(grid, len(Basis) + 2, tr("&Valued on"), self.day)
        grid.setRowStretch(len(Basis) + 3, 1)

    def _head(self, grid: QGridLayout, row: int, *titles: str) -> None:
        for place, title in enumerate(titles):
            label = TextLabel(title)
            label.setFont(larger(label.font(), 0))
            grid.addWidget(label, row, place)

    def _labelled(self, grid: QGridLayout, row: int, title: str, field: QWidget) -> None:
        label = TextLabel(title)
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)

    def valuation(self) -> Valuation:
        """Return the values; refuses what is no amount, and a quoted basis without one."""
        currency = self.currency.currentText()
        values: dict[Basis, Money] = {
            basis: parse_amount(figures.plain(edit.text()), currency)
            for basis, edit in self.amounts.items()
            if edit.text().strip()
        }
        return Valuation(values, self._quoted(), self.day.day)

    def _quoted(self) -> Basis:
        return next(basis for basis, radio in self.radios.items() if radio.isChecked())

    @Slot()
    def _follow(self) -> None:
        filled = [basis for basis, edit in self.amounts.items() if edit.text().strip()]
        if len(filled) == 1:
            self.radios[filled[0]].setChecked(True)
        self.changed.emit()
