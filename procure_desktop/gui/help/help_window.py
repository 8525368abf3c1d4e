"""The help window: a topic for each page and dialog, found by contents or search, beside the work."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.gui.help.help_topics import TOPICS, read_topic, title_of
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.gui.style.scrolled import room_for
from procure_desktop.language import tr

_WIDTH, _HEIGHT = 104, 44
_CONTENTS, _TEXT = 2, 5
_TITLES = 24


class TopicView(QTextBrowser):
    """Shows the text of a topic and nothing from outside: no file, no picture, no address."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class HelpWindow(QWidget):
    """A window of its own, so that it can stand beside a dialog that is open."""

    def __init__(self) -> None:
        """Lay out contents, search and text."""
        super().__init__()
        self.setObjectName("help-window")
        self.setWindowTitle(tr("Help"))
        self._past: list[str] = []
        self._topic = ""
        self._make_parts()
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._open_item)
        self.text.anchorClicked.connect(self._follow)
        self.back.clicked.connect(self.go_back)
        self.shut.clicked.connect(self.close)
        self._narrow("")
        wished = self.fontMetrics().height()
        room = room_for(self)
        self.resize(
            min(text_width(self, _WIDTH), room.width()), min(_HEIGHT * wished, room.height())
        )

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("help-search")
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setPlaceholderText(tr("Search the help"))
        self.contents = QListWidget()
        self.contents.setObjectName("help-contents")
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setMinimumWidth(text_width(self, _TITLES))
        self.text = TopicView()
        self.text.setObjectName("help-text")
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(False)
        self.back = PushButton("help-back", tr("&Back"), "return")
        self.back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.shut = PushButton("help-close", tr("&Close"))

    def _lay_out(self) -> None:
        side = QWidget()
        side.setAccessibleName(tr("Contents"))
        column = QVBoxLayout(side)
        tight(column)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        splitter = QSplitter()
        splitter.setObjectName("help-splitter")
        splitter.setAccessibleName(tr("Contents and text"))
        splitter.addWidget(side)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(0, _CONTENTS)
        splitter.setStretchFactor(1, _TEXT)
        layout = QVBoxLayout(self)
        tight(layout, margin=GAP)
        layout.addWidget(splitter, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        layout.addLayout(foot)

    @property
    def topic(self) -> str:
        """The topic that is shown."""
        return self._topic

    def show_topic(self, topic: str) -> None:
        """Show a topic, so that one can go back to what was shown before."""
        if topic == self._topic or topic not in TOPICS:
            return
        if self._topic:
            self._past.append(self._topic)
        self._show(topic)

    @Slot()
    def go_back(self) -> None:
        """Show the topic before."""
        if self._past:
            self._show(self._past.pop())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape, as a dialog does."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _show(self, topic: str) -> None:
        self._topic = topic
        self._set_text()
        self.back.setEnabled(bool(self._past))
        for place in range(self.contents.count()):
            if self.contents.item(place).data(Qt.ItemDataRole.UserRole) == topic:
                self.contents.setCurrentRow(place)

    def _set_text(self) -> None:
        self.text.setMarkdown(read_topic(self._topic))
        self.text.document().setDocumentMargin(2 * GAP)
        cursor = QTextCursor(self.text.document())
        while not cursor.atEnd():
            if cursor.currentTable() is None and cursor.currentList() is None:
                apart = cursor.blockFormat()
                apart.setBottomMargin(GAP)
                apart.setTopMargin(GAP)
                cursor.setBlockFormat(apart)
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Colour the links anew, which the text has from the palette that it was set with."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._topic:
            self._set_text()

    @Slot(str)
    def _narrow(self, sought: str) -> None:
        """Offer the topics that have every word that is sought."""
        words = sought.casefold().split()
        self.contents.blockSignals(True)
        self.contents.clear()
        for topic in TOPICS:
            text = read_topic(topic).casefold()
            if all(word in text for word in words):
                item = QListWidgetItem(title_of(topic))
                item.setData(Qt.ItemDataRole.UserRole, topic)
                self.contents.addItem(item)
                if topic == self._topic:
                    self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)

    @Slot()
    def _open_first(self) -> None:
        if self.contents.count():
            self.show_topic(self.contents.item(0).data(Qt.ItemDataRole.UserRole))

    @Slot(QListWidgetItem)
    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_topic(item.data(Qt.ItemDataRole.UserRole))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.show_topic(link.path().removesuffix(".md"))
