"""Home: the way to the target, the office's own part, and what waits for this officer."""

from contextlib import suppress

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.commitment import HOLDING, DocumentState
from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.listing import Listing
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.desk.page import Page
from procure_desktop.gui.home.checklist_panel import ChecklistPanel
from procure_desktop.gui.home.news_panel import NewsPanel
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.progress_line import ProgressLine
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.phrases import edition_words, say
from procure_desktop.language import forms, marked, plural, tr
from procure_desktop.services.since_last_look import mark_looked, since_last_look
from procure_desktop.services.summarise import PackageFunding, Summary, Task, ToDo, summarise
from procure_desktop.wording import figures
from procure_desktop.wording.nations import nation_name

_OFFICE = {
    Task.PIN_AUTHORITY: (
        marked("No release authority is pinned"),
        marked("Pin release authority"),
        "pin-trust",
    ),
    Task.IMPORT_LIST: (
        marked("No approved list is imported"),
        marked("Import release"),
        "import-release",
    ),
    Task.ATTEST: (
        marked("A list is unapproved: officers attest to its letter"),
        marked("Attest list"),
        "attest-list",
    ),
}
_OWN = {
    Task.SUBMIT: (
        forms("{n} draft of yours to submit", "{n} drafts of yours to submit"),
        marked("Show drafts"),
    ),
    Task.REVISE: (
        forms("{n} commitment returned to you", "{n} commitments returned to you"),
        marked("Show returned"),
    ),
    Task.AUTHORISE: (
        forms("{n} commitment to authorise", "{n} commitments to authorise"),
        marked("Show in review"),
    ),
}
_TABS = {Task.SUBMIT: "draft", Task.REVISE: "returned", Task.AUTHORISE: "submitted"}
_LISTENS = frozenset(
    {
        Listing.COMMITMENTS,
        Listing.LINES,
        Listing.RELEASES,
        Listing.DONATIONS,
        Listing.EFFECTS,
    }
)


class HomePage(Page):
    """Reads the summary anew whenever something changed."""

    place = Place.HOME

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay out the page and read the summary."""
        super().__init__(desk, parent)
        self._upto = 0
        self._left = False
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("Home"))
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._area)
        desk.changes.announced.connect(self._hear)
        self.refresh()

    @override
    def refresh(self) -> None:
        summary = summarise(self.desk.office)
        body = QWidget()
        body.setAccessibleName(tr("Home"))
        layout = QVBoxLayout(body)
        tight(layout, margin=2 * GAP, gap=2 * GAP)
        layout.addWidget(Heading(tr("Home"), steps=2))
        layout.addWidget(ChecklistPanel(self.desk))
        layout.addWidget(self._target(summary))
        self._add_news(layout)
        across = QHBoxLayout()
        tight(across, gap=2 * GAP)
        across.addWidget(self._to_do(summary.to_do), 1)
        across.addWidget(_own(summary), 1)
        layout.addLayout(across)
        if summary.funding:
            layout.addWidget(_packages(summary.funding))
        layout.addStretch(1)
        self._area.setWidget(body)

    def _add_news(self, layout: QVBoxLayout) -> None:
        news = since_last_look(self.desk.office)
        self._upto = news.upto
        if not news.items:
            return
        panel = NewsPanel(news)
        panel.sought.connect(self.sought)
        panel.state_sought.connect(self.state_sought)
        layout.addWidget(panel)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """What was on Home when it is left has been seen."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._left = True
        # What cannot be noted now is told again: nothing is lost.
        with suppress(ProcureError):
            mark_looked(self.desk.office, self._upto)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who comes back to Home is told what is new since."""
        super().showEvent(event)
        if self._left and not event.spontaneous():
            self._left = False
            self.refresh()

    def _target(self, summary: Summary) -> QWidget:
        own = held(summary)
        box, layout = _box(tr("On the way to {target}"), target=_billions(summary.target))
        words = _target_words(summary, own)
        line = ProgressLine()
        line.show_progress(summary.announced, own, summary.target, words)
        layout.addWidget(line)
        layout.addWidget(TextLabel(words, wrap=True).copyable())
        return box

    def _to_do(self, waiting: tuple[ToDo, ...]) -> QWidget:
        box, layout = _box(tr("What waits for you"))
        if not waiting:
            layout.addLayout(self._nothing_waits())
        for place, one in enumerate(waiting):
            layout.addLayout(self._waiting(one, first=place == 0))
        layout.addStretch(1)
        return box

    def _nothing_waits(self) -> QHBoxLayout:
        button = PushButton("show-lines", tr("Show request lists"), "next", accent=True)
        button.clicked.connect(self._show_lines)
        row = QHBoxLayout()
        row.addWidget(TextLabel(tr("Nothing waits for you."), wrap=True), 1)
        row.addWidget(button)
        return row

    @Slot()
    def _show_lines(self) -> None:
        self.sought.emit(Place.LINES, None)

    def _waiting(self, one: ToDo, *, first: bool) -> QHBoxLayout:
        name = f"to-do-{one.task.value.replace(' ', '-')}"
        if one.task in _OFFICE:
            text, verb, action = _OFFICE[one.task]
            words = tr(text)
            button = PushButton(name, tr(verb), "next", accent=first)
            button.clicked.connect(self.desk.actions[action].trigger)
        else:
            pair, verb = _OWN[one.task]
            words = plural(*pair, one.count).format(n=figures.whole(one.count))
            button = PushButton(name, tr(verb), "next", accent=first)
            button.setProperty("state", _TABS[one.task])
            button.clicked.connect(self._show_state)
        row = QHBoxLayout()
        row.addWidget(TextLabel(words, wrap=True), 1)
        row.addWidget(button)
        return row

    @Slot()
    def _show_state(self) -> None:
        button = self.sender()
        self.state_sought.emit(Place.COMMITMENTS, str(button.property("state")))

    @Slot(object)
    def _hear(self, listings: frozenset[Listing]) -> None:
        if listings & _LISTENS:
            self.refresh()


def held(summary: Summary) -> Money:
    """Return what the office's submitted and authorised commitments come to, in US dollars."""
    amounts = [money for state, money in summary.own.items() if state in HOLDING]
    return sum(amounts, start=Money(0, USD))


def _target_words(summary: Summary, own: Money) -> str:
    until = summary.announced_until
    announced = tr("No public announcements are in this office.")
    if until:
        text = tr("Allies announced {sum} up to {day}, as far as amounts are public.")
        announced = text.format(sum=figures.millions(summary.announced), day=figures.day(until))
    held_now = tr("This office holds {sum} in review or authorised.")
    return f"{announced} {held_now.format(sum=figures.millions(own))}"


def _billions(money: Money) -> str:
    number = figures.whole(int(money.in_units() / 10**9))
    return tr("{currency} {number} billion").format(currency=money.currency, number=number)


def _own(summary: Summary) -> QWidget:
    box, layout = _box(tr("This office"))
    grid = QGridLayout()
    tight(grid, gap=GAP // 2)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setColumnStretch(2, 1)
    for place, (label, count, usd) in enumerate(_own_rows(summary)):
        grid.addWidget(TextLabel(label), place, 0)
        grid.addWidget(TextLabel(count), place, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(TextLabel(usd).copyable(), place, 2, Qt.AlignmentFlag.AlignRight)
    layout.addLayout(grid)
    for edition in summary.editions:
        layout.addWidget(TextLabel(edition_words(edition), wrap=True))
    layout.addStretch(1)
    return box


def _own_rows(summary: Summary) -> list[tuple[str, str, str]]:
    rows = [
        (
            say(state),
            figures.whole(summary.counts.get(state, 0)),
            figures.amount(summary.own.get(state, Money(0, USD))),
        )
        for state in DocumentState
        if summary.counts.get(state, 0)
    ]
    lines = summary.lines
    return [
        *rows,
        (tr("Open lines"), figures.whole(lines.count), figures.amount(lines.outstanding)),
        (tr("Urgent lines"), figures.whole(lines.urgent), ""),
    ]


def _packages(funding: tuple[PackageFunding, ...]) -> QWidget:
    box, layout = _box(tr("Publicly announced, by package"))
    grid = QGridLayout()
    tight(grid, gap=GAP // 2)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setColumnStretch(2, 1)
    for place, title in enumerate((tr("Package"), tr("Announced"), tr("By"))):
        side = Qt.AlignmentFlag.AlignRight if place == 1 else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(Heading(title, steps=0), 0, place, side)
    for place, one in enumerate(funding, 1):
        name = " + ".join(one.packages) or tr("Pool")
        nations = _nations(one)
        grid.addWidget(TextLabel(name), place, 0, Qt.AlignmentFlag.AlignTop)
        amount = TextLabel(figures.millions(one.announced)).copyable()
        top_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(amount, place, 1, top_right)
        grid.addWidget(TextLabel(nations, wrap=True), place, 2)
    layout.addLayout(grid)
    return box


def _nations(one: PackageFunding) -> str:
    nations = ", ".join(nation_name(code) for code in one.nations)
    if not one.undisclosed:
        return nations
    text = plural(
        "{nations} ({n} without a public amount)",
        "{nations} ({n} without a public amount)",
        one.undisclosed,
    )
    return text.format(nations=nations, n=figures.whole(one.undisclosed))


def _box(heading: str, **words: str) -> tuple[QFrame, QVBoxLayout]:
    box = QFrame()
    box.setAutoFillBackground(True)
    box.setBackgroundRole(box.palette().ColorRole.Base)
    layout = QVBoxLayout(box)
    tight(layout, margin=2 * GAP)
    layout.addWidget(Heading(heading.format(**words)))
    return box, layout
