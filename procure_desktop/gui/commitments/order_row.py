"""One line in the commit dialog: how much of it, what that costs, and what is left of the line."""

import re

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QToolButton

from procure_desktop.domain.commitment import Order, PricedLine
from procure_desktop.domain.errors import QuantityError
from procure_desktop.domain.money import Money, parse_amount
from procure_desktop.domain.rate import USD
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.icons import icon
from procure_desktop.gui.style.measures import text_width
from procure_desktop.language import tr
from procure_desktop.services.read_line import LineView
from procure_desktop.wording import figures
from procure_desktop.wording.items import item_name

_UNITS = "units"
_NATIONAL = "national"
_DOLLARS = "dollars"
_AMOUNT_CHARACTERS = 18
_WHOLE = re.compile(r"[0-9]{1,8}", re.ASCII)


class OrderRow(QObject):
    """`changed` tells that another quantity or amount may be meant."""

    changed = Signal()

    def __init__(self, view: LineView, number: int, currency: str, parent: QObject) -> None:
        """Make the controls of line `view`, the `number`-th of the dialog."""
        super().__init__(parent)
        self._view = view
        self._currency = currency
        name = item_name(view.line)
        self.how = QComboBox()
        self.how.setObjectName(f"order-{number}-how")
        self.how.setAccessibleName(tr("By quantity or amount: {line}").format(line=name))
        for text, kind in ((view.line.unit, _UNITS), (currency, _NATIONAL), (USD, _DOLLARS)):
            self.how.addItem(text, kind)
        self.edit = QLineEdit()
        self.edit.setObjectName(f"order-{number}-size")
        self.edit.setAccessibleName(tr("How much: {line}").format(line=name))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setMinimumWidth(text_width(self.edit, 16))
        self.item = TextLabel(_item_text(view), wrap=True)
        self.cost = TextLabel()
        self.cost.setObjectName(f"order-{number}-cost")
        self.left = TextLabel()
        self.left.setObjectName(f"order-{number}-left")
        self.removed = QToolButton()
        self.removed.setObjectName(f"order-{number}-removed")
        self.removed.setCheckable(True)
        self.removed.setIcon(icon("close"))
        self.removed.setAutoRaise(True)
        self.removed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        leave_out = tr("Leave out: {line}").format(line=name)
        self.removed.setAccessibleName(leave_out)
        self.removed.setToolTip(leave_out)
        self.edit.textChanged.connect(self._tell)
        self.how.currentIndexChanged.connect(self._tell)
        for label in (self.cost, self.left):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            # So that the fields stay where they are when a cost appears.
            label.setMinimumWidth(text_width(label, _AMOUNT_CHARACTERS))
        self.show_price(None)

    def lay_out(self, grid: QGridLayout, place: int) -> None:
        """Put the controls into row `place` of a grid of six columns."""
        top = Qt.AlignmentFlag.AlignTop
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.item, place, 0, top)
        grid.addWidget(self.edit, place, 1, top)
        grid.addWidget(self.how, place, 2, top)
        grid.addWidget(self.cost, place, 3, top | right)
        grid.addWidget(self.left, place, 4, top | right)
        grid.addWidget(self.removed, place, 5, top)

    def show_removed(self, *, removed: bool, alone: bool) -> None:
        """Hide the row of a line that is left out; one that stands alone cannot be."""
        for widget in (self.item, self.edit, self.how, self.cost, self.left, self.removed):
            widget.setVisible(not removed)
        self.removed.setEnabled(not alone)

    def follow_currency(self, currency: str) -> None:
        """Let amounts be stated in another currency."""
        self._currency = currency
        self.how.setItemText(self.how.findData(_NATIONAL), currency)

    def show_order(self, order: Order) -> None:
        """Show what was asked before."""
        if order.quantity is not None:
            self.how.setCurrentIndex(self.how.findData(_UNITS))
            self.edit.setText(str(order.quantity))
        elif order.amount is not None:
            kind = _NATIONAL if order.amount.currency == self._currency else _DOLLARS
            self.how.setCurrentIndex(self.how.findData(kind))
            self.edit.setText(figures.as_typed(order.amount.decimal_text()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not self.edit.text().strip()

    def order(self) -> Order:
        """Return what is asked of the line; refuses what is no quantity or amount."""
        text, line = self.edit.text().strip(), self._view.line.id
        kind = self.how.currentData()
        if kind == _UNITS:
            if _WHOLE.fullmatch(text) is None:
                raise QuantityError(line=line, quantity=None)
            return Order(line, quantity=int(text))
        return Order(
            line,
            amount=parse_amount(figures.plain(text), self._currency if kind == _NATIONAL else USD),
        )

    def show_price(self, priced: PricedLine | None) -> None:
        """Show what the order costs and what it leaves of the line."""
        line, open_now = self._view.line, self._view.outstanding
        if priced is None:
            self.cost.setText("")
            self._show_left(open_now.quantity, open_now.usd)
            return
        cost = figures.amount(priced.usd)
        if priced.national.currency != USD:
            cost = f"{figures.amount(priced.national)}\n{cost}"
        if priced.order.quantity is None:
            cost += f"\n{figures.whole(priced.quantity)} {line.unit}"
            if priced.remainder.minor:
                cost += f" + {figures.amount(priced.remainder)}"
        self.cost.setText(cost)
        self._show_left(open_now.quantity - priced.quantity, open_now.usd - priced.usd)

    def _show_left(self, quantity: int, usd: Money) -> None:
        unit = self._view.line.unit
        self.left.setText(f"{figures.whole(quantity)} {unit}\n{figures.amount(usd)}")

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _item_text(view: LineView) -> str:
    line = view.line
    price = tr("{amount} per {unit}").format(amount=figures.amount(line.unit_price), unit=line.unit)
    return f"{line.number} · {item_name(line)}\n{price}"
