"""What an officer states of a commitment beside the lines: budget line, basis, conditions, validity."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from procure_desktop.domain.commitment import MoneySource, Terms
from procure_desktop.gui.parts.day_field import DayField
from procure_desktop.gui.parts.rate_field import CurrencyBox, RateField
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import tr
from procure_desktop.wording.terms import heading

_DAYS_VALID = 90
_LINES_OF_TEXT = 2
_YEARS = 5


class TermsForm(QWidget):
    """`changed` tells that the price may be another."""

    changed = Signal()

    def __init__(self, today: date, currency: str) -> None:
        """Start with the nation's currency, the ECB's rate and this year."""
        super().__init__()
        self._form = QFormLayout(self)
        tight(self._form, gap=GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._make_money(today, currency)
        self._make_texts()
        self._make_validity(today)
        self.currency.currentTextChanged.connect(self._follow_currency)
        self.rate.changed.connect(self._tell)
        self._follow_currency()

    def _make_money(self, today: date, currency: str) -> None:
        self.currency = CurrencyBox("currency", currency)
        self.rate = RateField(today)
        self._add(tr("Cu&rrency"), self.currency)
        self._add(tr("Rate"), self.rate)
        self.fiscal_year = QSpinBox()
        self.fiscal_year.setObjectName("fiscal-year")
        self.fiscal_year.setRange(today.year - _YEARS, today.year + _YEARS)
        self.fiscal_year.setValue(today.year)
        self.money_source = QComboBox()
        self.money_source.setObjectName("money-source")
        for source in MoneySource:
            self.money_source.addItem(heading(source), source)

    def _make_texts(self) -> None:
        self.budget_line = QLineEdit()
        self.budget_line.setObjectName("budget-line")
        self._add(tr("&Budget line"), self.budget_line)
        self._add_year_and_source()
        self.legal_basis = QLineEdit()
        self.legal_basis.setObjectName("legal-basis")
        self._add(tr("&Legal basis"), self.legal_basis)
        self.conditions = QPlainTextEdit()
        self.conditions.setObjectName("conditions")
        self.conditions.setTabChangesFocus(True)
        line = self.conditions.fontMetrics().lineSpacing()
        self.conditions.setFixedHeight(_LINES_OF_TEXT * line + 2 * GAP)
        self._add(tr("Con&ditions"), self.conditions)

    def _add_year_and_source(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        tight(row)
        self.fiscal_year.setAccessibleName(tr("Fiscal year"))
        self.money_source.setAccessibleName(tr("Money"))
        money = TextLabel(tr("&Money"))
        money.setBuddy(self.money_source)
        row.addWidget(self.fiscal_year)
        row.addSpacing(2 * GAP)
        row.addWidget(money)
        row.addWidget(self.money_source)
        row.addStretch(1)
        year = TextLabel(tr("Fiscal &year"))
        year.setBuddy(self.fiscal_year)
        self._form.addRow(year, both)

    def _make_validity(self, today: date) -> None:
        self.limited = QCheckBox(tr("&Valid until"))
        self.limited.setObjectName("validity-limited")
        self.validity = DayField("validity", today + timedelta(days=_DAYS_VALID))
        self.validity.setAccessibleName(tr("Last day of validity"))
        self.validity.setEnabled(False)
        self.limited.toggled.connect(self.validity.setEnabled)
        both = QWidget()
        row = QHBoxLayout(both)
        tight(row)
        row.addWidget(self.limited)
        row.addWidget(self.validity)
        row.addStretch(1)
        self._form.addRow("", both)

    def _add(self, text: str, field: QWidget) -> None:
        label = TextLabel(text)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        self._form.addRow(label, field)

    def terms(self) -> Terms:
        """Return what was stated; refuses what is no rate. The texts are checked where they are kept."""
        return Terms(
            currency=self.currency.currentText(),
            rate=self.rate.rate(),
            budget_line=self.budget_line.text(),
            fiscal_year=self.fiscal_year.value(),
            money_source=MoneySource(self.money_source.currentData()),
            legal_basis=self.legal_basis.text(),
            conditions=self.conditions.toPlainText(),
            validity=self.validity.day if self.limited.isChecked() else None,
        )

    def show_terms(self, terms: Terms, *, own_rate: bool) -> None:
        """Show what was stated before."""
        self.currency.setCurrentText(terms.currency)
        self.rate.show_rate(terms.rate, own=own_rate)
        self.budget_line.setText(terms.budget_line)
        self.fiscal_year.setValue(terms.fiscal_year)
        self.money_source.setCurrentIndex(self.money_source.findData(terms.money_source))
        self.legal_basis.setText(terms.legal_basis)
        self.conditions.setPlainText(terms.conditions)
        self.limited.setChecked(terms.validity is not None)
        if terms.validity is not None:
            day = terms.validity
            self.validity.setDate(QDate(day.year, day.month, day.day))

    @Slot()
    def _follow_currency(self) -> None:
        self.rate.follow_currency(self.currency.currentText())

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
