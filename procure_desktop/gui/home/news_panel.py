"""Since you last looked: what others did, and the effects that wait; each row leads there."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import forms, plural, tr
from procure_desktop.services.since_last_look import News, NewsItem, NewsKind
from procure_desktop.wording import figures

_WORDS = {
    NewsKind.VERSION: forms("{n} list has a new version", "{n} lists have a new version"),
    NewsKind.EFFECTS: forms(
        "{n} effect of a new version waits for a decision",
        "{n} effects of new versions wait for a decision",
    ),
    NewsKind.ATTESTED: forms("{n} list was attested to", "{n} lists were attested to"),
    NewsKind.SUBMITTED: forms("{n} commitment was submitted", "{n} commitments were submitted"),
    NewsKind.AUTHORISED: forms("{n} commitment was authorised", "{n} commitments were authorised"),
    NewsKind.RETURNED: forms("{n} commitment was returned", "{n} commitments were returned"),
    NewsKind.WITHDRAWN: forms("{n} commitment was withdrawn", "{n} commitments were withdrawn"),
    NewsKind.DONATION: forms("{n} donation was logged", "{n} donations were logged"),
    NewsKind.OFFICER: forms("{n} officer was added", "{n} officers were added"),
}
_LEADS: Mapping[NewsKind, tuple[Place, str]] = {
    NewsKind.VERSION: (Place.VERSIONS, ""),
    NewsKind.EFFECTS: (Place.EFFECTS, "open"),
    NewsKind.ATTESTED: (Place.LINES, ""),
    NewsKind.SUBMITTED: (Place.COMMITMENTS, "submitted"),
    NewsKind.AUTHORISED: (Place.COMMITMENTS, "authorised"),
    NewsKind.RETURNED: (Place.COMMITMENTS, "returned"),
    NewsKind.WITHDRAWN: (Place.COMMITMENTS, "withdrawn"),
    NewsKind.DONATION: (Place.STOCK, ""),
    NewsKind.OFFICER: (Place.JOURNAL, ""),
}


class NewsPanel(QFrame):
    """`sought` asks for (Place, record id or None), `state_sought` for (Place, state)."""

    sought = Signal(object, object)
    state_sought = Signal(object, str)

    def __init__(self, news: News, parent: QWidget | None = None) -> None:
        """Say what is new."""
        super().__init__(parent)
        self.setObjectName("news")
        self.setAccessibleName(tr("Since you last looked"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._items = {item.kind: item for item in news.items}
        layout = QVBoxLayout(self)
        tight(layout, margin=2 * GAP)
        heading = tr("In this office so far") if news.first else tr("Since you last looked")
        layout.addWidget(Heading(heading))
        for item in news.items:
            layout.addLayout(self._row(item))

    def _row(self, item: NewsItem) -> QHBoxLayout:
        button = PushButton(f"news-{item.kind.name.lower()}", tr("Show"), "next")
        words = _words(item)
        button.setAccessibleName(tr("Show: {what}").format(what=words))
        button.setProperty("kind", item.kind.value)
        button.clicked.connect(self._lead)
        row = QHBoxLayout()
        row.addWidget(TextLabel(words, wrap=True), 1)
        row.addWidget(button)
        return row

    @Slot()
    def _lead(self) -> None:
        item = self._items[NewsKind(self.sender().property("kind"))]
        place, state = _LEADS[item.kind]
        if state and item.record is None:
            self.state_sought.emit(place, state)
        else:
            self.sought.emit(place, item.record)


def _words(item: NewsItem) -> str:
    said = plural(*_WORDS[item.kind], item.count).format(n=figures.whole(item.count))
    if not item.names:
        return said
    names = ", ".join(item.names)
    more = item.count - len(item.names)
    if more:
        names = tr("{names} and {n} more").format(names=names, n=figures.whole(more))
    return f"{said}: {names}"
