"""Currency and exchange rate: the ECB's of the day, or the ministry's own with its source."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.money import MINOR_DIGITS
from procure_desktop.domain.rate import USD, Rate, dollar_rate, parse_rate
from procure_desktop.domain.text import require_text
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.language import tr
from procure_desktop.services.find_rate import find_rate, own_rate
from procure_desktop.wording import figures
from procure_desktop.wording.errors import sentence

_RATE_CHARACTERS = 14


class CurrencyBox(QComboBox):
    """The currencies that the program knows the minor unit of."""

    def __init__(self, name: str, chosen: str) -> None:
        """Start with `chosen`."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Currency"))
        self.addItems(sorted(MINOR_DIGITS))
        self.setCurrentText(chosen)


class RateField(QWidget):
    """`changed` tells that another rate may be meant."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        """Start with the ECB's last rate on or before `today`."""
        super().__init__()
        self._today = today
        self._currency = USD
        self.ecb = QRadioButton(tr("E&CB rate"))
        self.ecb.setObjectName("rate-ecb")
        self.own = QRadioButton(tr("Ministry's o&wn rate"))
        self.own.setObjectName("rate-own")
        self.ecb.setChecked(True)
        self.figure = self._edit("rate-figure", tr("US dollars for one unit"))
        self.figure.setFixedWidth(text_width(self, _RATE_CHARACTERS))
        self.source = self._edit("rate-source", tr("Source of the rate"))
        self.source.setPlaceholderText(tr("Source, such as a treasury circular"))
        self._unit = TextLabel()
        self._published = TextLabel()
        self._lay_out()
        self.own.toggled.connect(self._follow)
        self._follow()

    def _edit(self, name: str, title: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(title)
        edit.textChanged.connect(self._tell)
        return edit

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, gap=GAP // 2)
        kinds = QHBoxLayout()
        kinds.addWidget(self.ecb)
        kinds.addWidget(self.own)
        kinds.addStretch(1)
        kinds.addWidget(self._published)
        layout.addLayout(kinds)
        self._own_row = QWidget()
        row = QHBoxLayout(self._own_row)
        tight(row)
        row.addWidget(self._unit)
        row.addWidget(self.figure)
        row.addWidget(TextLabel(USD))
        row.addWidget(self.source, 1)
        layout.addWidget(self._own_row)

    def follow_currency(self, currency: str) -> None:
        """Mean the rate of this currency; US dollars need none."""
        self._currency = currency
        self._unit.setText(f"1 {currency} =")
        self._show_published()
        self.setEnabled(currency != USD)
        self._follow()

    def _show_published(self) -> None:
        try:
            published = find_rate(self._currency, self._today)
        except ProcureError as error:
            self._published.setText(sentence(error))
        else:
            self._published.setText(figures.rate(published))

    def show_rate(self, rate: Rate, *, own: bool) -> None:
        """Show a rate that was chosen before."""
        self.follow_currency(rate.currency)
        self.own.setChecked(own)
        if own:
            self.figure.setText(figures.as_typed(f"{rate.usd / rate.national:f}"))
            self.source.setText(rate.source)

    @property
    def is_empty(self) -> bool:
        """Whether an own rate or its source is still to be typed."""
        typed = self.figure.text().strip() and self.source.text().strip()
        return self._currency != USD and self.own.isChecked() and not typed

    def rate(self) -> Rate:
        """Return the rate that is meant; refuses what is no rate, or has no source."""
        if self._currency == USD:
            return dollar_rate(self._today)
        if self.ecb.isChecked():
            return find_rate(self._currency, self._today)
        usd = parse_rate(figures.plain(self.figure.text()))
        source = require_text("source of the rate", self.source.text(), most=200)
        return own_rate(self._currency, usd, self._today, source)

    @Slot()
    def _follow(self) -> None:
        self._published.setVisible(self.ecb.isChecked() and self._currency != USD)
        self._own_row.setVisible(self.own.isChecked() and self._currency != USD)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
