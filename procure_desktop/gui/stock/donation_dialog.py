"""Logging a donation from stock: what is given for an urgent line, what it is worth, what stays open."""

import re
from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.domain.commitment import check_outstanding
from procure_desktop.domain.donation import Condition, Donation, Offer, Origin
from procure_desktop.domain.errors import ProcureError, QuantityError
from procure_desktop.domain.request_list import LineId
from procure_desktop.domain.unfinished_form import UnfinishedForm
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.donation_details import TRANSFER
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.home_currency import home_currency
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.stock.valuation_form import ValuationForm
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.gui.unfinished.form_keeper import FormKeeper
from procure_desktop.language import tr
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.read_line import LineView, read_line
from procure_desktop.wording import figures
from procure_desktop.wording.errors import sentence
from procure_desktop.wording.items import item_name
from procure_desktop.wording.terms import heading

_WHOLE = re.compile(r"[0-9]{1,8}", re.ASCII)
_SERIAL_LINES, _REMARK_LINES = 4, 3


class DonationDialog(FormDialog):
    """Answers with the Donation."""

    def __init__(self, desk: Desk, parent: QWidget, view: LineView) -> None:
        """Ask what is given for the line of `view`."""
        super().__init__(
            "donation-dialog",
            tr("Log donation"),
            tr("&Log donation"),
            desk.tasks,
            parent,
        )
        self._desk, self._over = desk, parent
        self._office, self._view = desk.office, view
        today = desk.office.now().date()
        self.value = ValuationForm(today, home_currency(desk.office.profile.nation))
        self._make_parts()
        self._fill()
        self.quantity.textChanged.connect(self._show_left)
        self.origin.currentIndexChanged.connect(self._show_left)
        self._show_left()
        self.quantity.setFocus()
        self.keeper = FormKeeper(self, desk, "donation", (view.line.id,), self._resume)

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        line: LineId,
        answered: Callable[[Donation], None],
        kept: UnfinishedForm | None = None,
    ) -> None:
        """Open the dialog on an urgent line, or with what was `kept` for it; `answered` gets the donation."""
        dialog = cls(desk, parent, read_line(desk.office, line))
        if kept is not None:
            dialog.keeper.go_on_with(kept)
        dialog.listen(answered)

    @override
    def listen(self, answered: Callable[[Donation], None]) -> None:
        self._answered = answered
        super().listen(answered)

    def _resume(self, kept: UnfinishedForm) -> None:
        """Open the dialog anew on the line that was left unfinished."""
        parent, desk, answered = self._over, self._desk, self._answered
        self.reject()
        try:
            DonationDialog.ask(desk, parent, LineId(kept.typed.subjects[0]), answered, kept)
        except ProcureError as error:
            desk.refuse(error)

    def _make_parts(self) -> None:
        self.quantity = QLineEdit()
        self.quantity.setObjectName("donation-quantity")
        self.depot = QLineEdit()
        self.depot.setObjectName("donation-depot")
        self.condition = _choice("donation-condition", tuple(Condition), Condition.SERVICEABLE)
        self.origin = _choice("donation-origin", tuple(Origin), Origin.US)
        self.serials = _text("donation-serials", _SERIAL_LINES)
        self.serials.setPlaceholderText(tr("One on each line, one for each unit, or none"))
        self.remarks = _text("donation-remarks", _REMARK_LINES)
        self.left = TextLabel(wrap=True).copyable()
        self.left.setObjectName("donation-left")

    def _fill(self) -> None:
        line = self._view.line
        about = tr("Line {number} · {name}").format(number=line.number, name=item_name(line))
        if line.required_by:
            about += "\n" + tr("Required by {day}").format(day=figures.day(line.required_by))
        self.body.insertWidget(0, TextLabel(about, wrap=True))
        self.add_row(tr("&Quantity ({unit})").format(unit=line.unit), self.quantity)
        self.add_row(tr("&Depot"), self.depot)
        self.add_row(tr("&Condition"), self.condition)
        self.add_row(tr("&Origin"), self.origin)
        self.add_row(tr("&Serial numbers"), self.serials)
        self.add_row(tr("&Remarks"), self.remarks)
        across = QHBoxLayout()
        tight(across, gap=4 * GAP)
        self.body.removeItem(self.form)
        tight(self.form)
        across.addLayout(self.form, 1)
        across.addWidget(self.value, 1)
        self.body.addLayout(across)
        self.body.addWidget(self._left_box())
        self.body.addStretch(1)
        self.setMinimumWidth(text_width(self, 124))

    def _left_box(self) -> QWidget:
        self._box = QFrame()
        layout = QVBoxLayout(self._box)
        tight(layout, margin=GAP)
        layout.addWidget(self.left)
        return self._box

    def offer(self) -> Offer:
        """Return what was typed; refuses what is no quantity or no value."""
        serials = (text.strip() for text in self.serials.toPlainText().splitlines())
        return Offer(
            line=self._view.line.id,
            depot=self.depot.text(),
            quantity=self._quantity(),
            condition=Condition(self.condition.currentData()),
            serials=tuple(serial for serial in serials if serial),
            origin=Origin(self.origin.currentData()),
            valuation=self.value.valuation(),
            remarks=self.remarks.toPlainText(),
        )

    def _quantity(self) -> int:
        text, line = self.quantity.text().strip(), self._view.line.id
        if _WHOLE.fullmatch(text) is None or not int(text):
            raise QuantityError(line=line, quantity=None)
        return int(text)

    @override
    def work(self) -> tuple[str, Work]:
        offer, office = self.offer(), self._office
        return tr("Logging the donation"), lambda _: log_donation(office, offer)

    @Slot()
    def _show_left(self) -> None:
        try:
            text, tone = self._left_text(), Tone.INFO
        except ProcureError as error:
            text, tone = sentence(error), Tone.REFUSED
        self.left.setText(text)
        wear(self._box, tone)

    def _left_text(self) -> str:
        line, open_now = self._view.line, self._view.outstanding
        if not self.quantity.text().strip():
            text = tr("Outstanding now: {left}.").format(left=_left(self._view, 0))
        else:
            given = self._quantity()
            check_outstanding(line.id, given, line.unit_price.times(given), open_now)
            text = tr("Still outstanding afterwards: {left} at the list's unit price.")
            text = text.format(left=_left(self._view, given))
        # A box hands its data back as plain text.
        american = self.origin.currentData() == Origin.US
        return f"{text}\n{tr(TRANSFER)}" if american else text


def _left(view: LineView, given: int) -> str:
    line, open_now = view.line, view.outstanding
    usd = open_now.usd - line.unit_price.times(given)
    units = figures.units(open_now.quantity - given, line.unit)
    return f"{units}, {figures.amount(usd)}"


def _choice(
    name: str, members: tuple[Condition, ...] | tuple[Origin, ...], chosen: Condition | Origin
) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for member in members:
        box.addItem(heading(member), member)
    box.setCurrentIndex(members.index(chosen))
    return box


def _text(name: str, lines: int) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setObjectName(name)
    edit.setTabChangesFocus(True)
    line = edit.fontMetrics().lineSpacing()
    edit.setMinimumHeight(2 * line)
    edit.setMaximumHeight(lines * line + 2 * GAP)
    return edit
