"""The rail: one checkable button with words for each page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from procure_desktop.gui.desk.action_rules import Place
from procure_desktop.gui.style.icons import icon
from procure_desktop.gui.style.measures import GAP, rail_width, sign_size, tight
from procure_desktop.language import tr


class Rail(QScrollArea):
    """`chosen` carries the Place. Scrolls where the window is too low for all pages."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a button and a shortcut, Ctrl and its number, for each page."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._tell)
        body = QWidget()
        body.setAccessibleName(tr("Pages"))
        layout = QVBoxLayout(body)
        tight(layout, margin=GAP, gap=GAP // 2)
        self.actions_of = {place: self._action(place, n) for n, place in enumerate(Place, 1)}
        for action in self.actions_of.values():
            layout.addWidget(_button(action))
        layout.addStretch(1)
        self.setWidget(body)
        self.show_words(wordy=True)

    def show_words(self, *, wordy: bool) -> None:
        """Show the pages by drawing and words, or by the drawing alone where there is little room."""
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if wordy else style.ToolButtonIconOnly
            )
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(rail_width(self) if wordy else sign_size().width() + 4 * GAP + bar)

    def check(self, place: Place) -> None:
        """Show which page is open."""
        self.actions_of[place].setChecked(True)

    def _action(self, place: Place, number: int) -> QAction:
        name, text, sign = place.value[0], tr(place.value[1]), place.value[2]
        action = QAction(icon(sign), text, self._group)
        action.setObjectName(f"go-{name}")
        action.setCheckable(True)
        action.setData(place)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setToolTip(f"{text.replace('&&', '&')} (Ctrl+{number})")
        return action

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class _PageButton(QToolButton):
    """Wears a bar at its edge while its page is open: a shade of grey alone says too little."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            bar = self.rect().adjusted(0, GAP // 2, 0, -GAP // 2)
            bar.setWidth(GAP // 2)
            painter.fillRect(bar, self.palette().color(QPalette.ColorRole.Highlight))
            painter.end()


def _button(action: QAction) -> QToolButton:
    button = _PageButton()
    button.setObjectName(f"rail-{action.objectName().removeprefix('go-')}")
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&&", "&"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAutoRaise(True)
    button.setIconSize(sign_size())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(sign_size().height() + 2 * GAP)
    return button
