"""The right-hand pane: headings and facts of what is selected, as plain text that can be copied."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from procure_desktop.gui.parts.sign import Sign
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.gui.style.phrases import unbroken
from procure_desktop.language import marked, tr

_LABEL = 12
_LEAST = 42
_SIGNS = {
    Mark.GREEN: marked("green"),
    Mark.YELLOW: marked("yellow"),
    Mark.RED: marked("red"),
    Mark.URGENT: marked("urgent"),
    Mark.DRAFT: marked("draft"),
    Mark.WAITING: marked("waiting"),
    Mark.DONE: marked("done"),
    Mark.STOPPED: marked("stopped"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is and what it says; an empty text leaves it out."""

    label: str
    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """All that the pane shows of one record."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


class DetailsPane(QScrollArea):
    """Shows the details of one record, or a sentence while none is selected."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Show `hint` until there is something to show."""
        super().__init__(parent)
        self._hint = hint
        self._body = QWidget()
        self.setObjectName("details")
        self.setAccessibleName(tr("Details"))
        self.setWidgetResizable(True)
        self.setMinimumWidth(text_width(self, _LEAST))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_details(None)

    def show_details(self, details: Details | None) -> None:
        """Replace what is shown."""
        place = self.verticalScrollBar().value()
        body = QWidget()
        self._body = body
        body.setAccessibleName(tr("Details"))
        layout = QVBoxLayout(body)
        tight(layout, margin=GAP + GAP // 2)
        if details is None:
            layout.addWidget(TextLabel(self._hint, wrap=True))
        else:
            _fill(layout, details)
        layout.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(place)

    def text(self) -> str:
        """Everything the pane says, for tests and for copying."""
        texts = (label.text() for label in self._body.findChildren(TextLabel))
        return "\n".join(texts).replace("\u00a0", " ")


def _fill(layout: QVBoxLayout, details: Details) -> None:
    layout.addWidget(Heading(details.title, wrap=True).copyable())
    if details.subtitle:
        layout.addWidget(TextLabel(details.subtitle, wrap=True).copyable())
    room = _room(details)
    for section in details.sections:
        facts = tuple(fact for fact in section.facts if fact.text)
        if facts:
            layout.addSpacing(GAP)
            layout.addWidget(Heading(section.heading, steps=0))
            layout.addLayout(_grid(facts, room))


def _room(details: Details) -> int:
    """Width of all labels: as wide as their longest word wants, that none is cut."""
    label = TextLabel()
    words = (
        word
        for section in details.sections
        for fact in section.facts
        if fact.text
        for word in fact.label.split()
    )
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return max(text_width(label, _LABEL), longest)


def _grid(facts: tuple[Fact, ...], room: int) -> QGridLayout:
    grid = QGridLayout()
    tight(grid, gap=GAP // 2)
    grid.setHorizontalSpacing(GAP)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for place, fact in enumerate(facts):
        label = TextLabel(fact.label, wrap=True)
        label.setFixedWidth(room)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        grid.addWidget(label, place, 0, top)
        value = QHBoxLayout()
        tight(value, gap=GAP // 2)
        if fact.mark is not None:
            value.addWidget(_sign(fact.mark), 0, top)
        value.addWidget(_value(fact), 1)
        grid.addLayout(value, place, 1)
    return grid


def _sign(mark: Mark) -> Sign:
    sign = Sign().show_mark(mark)
    sign.setAccessibleName(tr(_SIGNS[mark]))
    return sign


def _value(fact: Fact) -> TextLabel:
    value = TextLabel(unbroken(fact.text), wrap=True).copyable()
    value.setAlignment(Qt.AlignmentFlag.AlignTop)
    value.setAccessibleName(f"{fact.label}: {fact.text}")
    return value
