"""Committing funds: how much of each selected line, on which terms, with the totals as they are typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import Commitment, CommitmentId, Order, Terms
from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.rate import ECB, Rate
from procure_desktop.domain.request_list import LineId
from procure_desktop.domain.settling import is_draft
from procure_desktop.domain.unfinished_form import UnfinishedForm
from procure_desktop.gui.commitments.order_row import OrderRow
from procure_desktop.gui.commitments.terms_form import TermsForm
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.details.attestation_facts import approval_words
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.home_currency import home_currency
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import Tone
from procure_desktop.gui.style.measures import GAP, larger, text_width, tight
from procure_desktop.gui.style.palette import wear
from procure_desktop.gui.unfinished.form_keeper import FormKeeper
from procure_desktop.language import marked, tr
from procure_desktop.services.amend_commitment import (
    Amendment,
    record_of,
    replaced_commitment,
)
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import PricedCommitment, price_commitment
from procure_desktop.services.read_line import LineView, read_line
from procure_desktop.wording import figures
from procure_desktop.wording.effects import record_name
from procure_desktop.wording.errors import sentence

_PAUSE = 200
_ROOM = 12
_HEADINGS = (
    marked("Line"),
    marked("How much"),
    marked("In"),
    marked("Cost"),
    marked("Left of the line"),
    "",
)


class CommitDialog(FormDialog):
    """Answers with the Commitment, kept as a draft."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        lines: tuple[LineView, ...],
        draft: Commitment | None = None,
        amendment: Amendment | None = None,
    ) -> None:
        """Ask for funds for `lines`, for changes of a `draft` of theirs, or for what an amendment leaves."""
        title = _title(draft, amendment)
        super().__init__("commit-dialog", title, tr("&Save draft"), desk.tasks, parent)
        self._desk, self._over = desk, parent
        self._draft = _changed(draft, amendment)
        self._replaces = _replaced(desk.office, draft, amendment)
        self._lines = lines
        currency = home_currency(desk.office.profile.nation)
        self.terms = TermsForm(desk.office.now().date(), currency)
        self.rows = [OrderRow(view, n, currency, self) for n, view in enumerate(lines, 1)]
        self.total = TextLabel(wrap=True).copyable()
        self.total.setObjectName("total")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._fill()
        self._connect()
        if draft is not None:
            self._show_draft(draft.terms, tuple(one.order for one in draft.lines))
        if amendment is not None:
            self._show_draft(amendment.commitment.terms, amendment.orders)
        self._follow_rows()
        self.rows[0].edit.setFocus()
        subjects = tuple(view.line.id for view in lines)
        form = _form_name(draft, amendment, subjects)
        self.keeper = FormKeeper(self, desk, form, subjects, self._resume)

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        lines: tuple[LineId, ...],
        answered: Callable[[Commitment], None],
        draft: Commitment | None = None,
        kept: UnfinishedForm | None = None,
    ) -> None:
        """Open the dialog on `lines`, or with what was `kept` for these; `answered` gets the draft."""
        views = tuple(read_line(desk.office, line) for line in lines)
        dialog = cls(desk, parent, views, draft)
        if kept is not None:
            dialog.keeper.go_on_with(kept)
        dialog.listen(answered)

    @override
    def listen(self, answered: Callable[[Commitment], None]) -> None:
        self._answered = answered
        super().listen(answered)

    def _resume(self, kept: UnfinishedForm) -> None:
        """Open the dialog anew on the lines that were left unfinished."""
        parent, desk, answered = self._over, self._desk, self._answered
        self.reject()
        lines = tuple(LineId(line) for line in kept.typed.subjects)
        try:
            CommitDialog.ask(desk, parent, lines, answered, self._draft, kept)
        except ProcureError as error:
            desk.refuse(error)

    @classmethod
    def amend(
        cls,
        desk: Desk,
        parent: QWidget,
        amendment: Amendment,
        answered: Callable[[Commitment], None],
    ) -> None:
        """Open the dialog on what the lists leave of a commitment; `answered` gets the draft."""
        cls(desk, parent, amendment.lines, amendment=amendment).listen(answered)

    def _fill(self) -> None:
        self.body.insertWidget(0, self._orders())
        approval = approval_words(self._lines[0])
        if approval:
            self.body.insertWidget(0, TextLabel(approval, wrap=True))
        self.body.addWidget(self.terms)
        self.body.addWidget(self._total_box())
        self.setMinimumWidth(text_width(self, 120))

    def _orders(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        tight(grid, margin=GAP)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setColumnStretch(0, 1)
        for place, heading in enumerate(_HEADINGS):
            label = TextLabel(tr(heading))
            label.setFont(larger(label.font(), 0))
            side = Qt.AlignmentFlag.AlignRight if place in {3, 4} else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(label, 0, place, side)
        for place, row in enumerate(self.rows, 1):
            row.lay_out(grid, place)
        grid.setRowStretch(len(self.rows) + 1, 1)
        return _scrolling(box, tr("Lines to fund"), len(self.rows))

    def _total_box(self) -> QWidget:
        box = QFrame()
        self._box = box
        layout = QVBoxLayout(box)
        tight(layout, margin=GAP)
        layout.addWidget(self.total)
        # Room for the total and its rate from the start, so that nothing moves while it is typed.
        self.total.setMinimumHeight(2 * self.total.fontMetrics().lineSpacing())
        return box

    def _connect(self) -> None:
        for row in self.rows:
            row.changed.connect(self._wait)
            row.removed.toggled.connect(self._follow_rows)
        self.terms.changed.connect(self._wait)
        self.terms.currency.currentTextChanged.connect(self._follow_currency)
        self._pause.timeout.connect(self._price)

    @property
    def asked(self) -> tuple[OrderRow, ...]:
        """The rows of the lines that are asked for; one that was taken away comes back with undo."""
        return tuple(row for row in self.rows if not row.removed.isChecked())

    @Slot()
    def _follow_rows(self) -> None:
        """The last line is not taken away: a commitment has one at least."""
        for row in self.rows:
            row.show_removed(removed=row.removed.isChecked(), alone=len(self.asked) == 1)
        self._price()

    def _show_draft(self, terms: Terms, orders: tuple[Order, ...]) -> None:
        self.terms.show_terms(terms, own_rate=terms.rate.source != ECB)
        for row, order in zip(self.rows, orders, strict=True):
            row.follow_currency(terms.currency)
            row.show_order(order)

    def orders(self) -> tuple[Order, ...]:
        """Return what is asked of the lines; a line without a figure is refused."""
        return tuple(row.order() for row in self.asked)

    @override
    def work(self) -> tuple[str, Work]:
        orders, terms, office = self.orders(), self.terms.terms(), self._desk.office
        draft, replaces = self._draft, self._replaces
        if draft is None:
            return tr("Saving the draft"), lambda _: draft_commitment(
                office, orders, terms, replaces
            )
        return tr("Saving the draft"), lambda _: revise_draft(office, draft.id, orders, terms)

    @Slot(str)
    def _follow_currency(self, currency: str) -> None:
        for row in self.rows:
            row.follow_currency(currency)
        self._wait()

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _price(self) -> None:
        if any(row.is_empty for row in self.asked):
            self._say(tr("State for each line how much of it you fund."), Tone.INFO)
            self._show_prices(None)
            return
        if self.terms.rate.is_empty:
            self._say(tr("State the ministry's rate and its source."), Tone.INFO)
            self._show_prices(None)
            return
        try:
            priced = price_commitment(
                self._desk.office, self.orders(), self.terms.terms(), self._replaces
            )
        except ProcureError as error:
            self._say(sentence(error), Tone.REFUSED)
            self._show_prices(None)
        else:
            self._show_prices(priced)
            self._say(_total_text(priced, self.terms.terms().rate), Tone.DONE)

    def _show_prices(self, priced: PricedCommitment | None) -> None:
        for place, row in enumerate(self.asked):
            row.show_price(None if priced is None else priced.lines[place])

    def _say(self, text: str, tone: Tone) -> None:
        self.total.setText(text)
        wear(self._box, tone)


def _title(draft: Commitment | None, amendment: Amendment | None) -> str:
    if amendment is not None:
        return tr("Amend {number}").format(number=record_name(record_of(amendment.commitment)))
    return tr("Commit funds") if draft is None else tr("Edit draft")


def _changed(draft: Commitment | None, amendment: Amendment | None) -> Commitment | None:
    """The draft that is changed itself; None where a new one is made."""
    if amendment is not None and is_draft(amendment.commitment.state):
        return amendment.commitment
    return draft


def _replaced(
    office: Office, draft: Commitment | None, amendment: Amendment | None
) -> CommitmentId | None:
    """The commitment whose lines are this draft's to take, as it goes when this takes its place."""
    if amendment is not None:
        return None if is_draft(amendment.commitment.state) else amendment.commitment.id
    found = None if draft is None else replaced_commitment(office, draft.id)
    return None if found is None else found.id


def _form_name(
    draft: Commitment | None, amendment: Amendment | None, subjects: tuple[LineId, ...]
) -> str:
    """Return under which name what is typed is kept; an amendment of other lines is another form."""
    if amendment is not None:
        return " ".join(("amendment", str(amendment.commitment.id), *subjects))
    return "commitment" if draft is None else f"draft {draft.id}"


def _total_text(priced: PricedCommitment, rate: Rate) -> str:
    national = figures.amount(priced.national)
    if rate.currency == priced.usd.currency:
        return tr("Total {amount}").format(amount=national)
    text = tr("Total {amount} = {usd}\nat {rate}")
    return text.format(amount=national, usd=figures.amount(priced.usd), rate=figures.rate(rate))


def _scrolling(box: QWidget, name: str, rows: int) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidget(box)
    area.setWidgetResizable(True)
    # Cost, its US dollars and the quantity are shown beneath each other.
    line = area.fontMetrics().lineSpacing()
    wanted = line + rows * (3 * line + GAP) + 3 * GAP
    area.setMinimumHeight(min(wanted, _ROOM * line))
    return area
