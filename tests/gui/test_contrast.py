"""The contrast of every text, measured from what is painted, in each of the three schemes."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.colours import SCHEMES
from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.palette import LEAST_CONTRAST, LEAST_SIGN_CONTRAST, contrast
from procure_desktop.gui.style.preferences import Preferences
from tests.gui.every_window import EVERY, Shown
from tests.gui.test_accessibility import path_of

_LEAST_LETTERS = 4
_ROWS = 3
_ROUNDING = 0.05
_EDGE = 4


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    """Leave the colours as they were found."""
    yield
    QSettings().remove("appearance")
    wear_look(qapp)


def wear(qapp: QApplication, scheme: str) -> None:
    Preferences().keep("appearance", scheme)
    wear_look(qapp)


def texts(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Whatever shows text, with the part of it that is seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QTabBar):
            inner = (widget.tabRect(place) for place in range(widget.count()))
            yield from ((widget, one.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)) for one in inner)
        elif isinstance(widget, QTableView):
            yield from cells(widget)
        elif says_something(widget):
            # Its border and ring are no text.
            edge = 0 if isinstance(widget, QLabel) else _EDGE
            yield widget, widget.rect().adjusted(edge, edge, -edge, -edge)


def says_something(widget: QWidget) -> bool:
    if isinstance(widget, QLabel | QAbstractButton):
        return is_measurable(widget.text())
    if isinstance(widget, QLineEdit):
        return is_measurable(widget.text() or widget.placeholderText())
    return isinstance(widget, QComboBox) and is_measurable(widget.currentText())


def is_measurable(text: str) -> bool:
    """A letter or two can be smoothed so far that no point of them has the full colour of the ink."""
    return sum(letter.isalnum() for letter in text) >= _LEAST_LETTERS


def cells(table: QTableView) -> Iterator[tuple[QWidget, QRect]]:
    """The cells of the first rows, one of which may be selected."""
    model = table.model()
    for row in range(min(model.rowCount(), _ROWS)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if is_measurable(str(index.data() or "")):
                yield table.viewport(), table.visualRect(index)


def low(window: QWidget) -> list[str]:
    """The texts that cannot be read well, with the contrast that was measured."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget, part in texts(window):
        shown = part.intersected(widget.visibleRegion().boundingRect())
        if shown.width() < part.width() or shown.height() < part.height() or part.isEmpty():
            # What is scrolled away in part is measured where it is whole.
            continue
        place = QRect(widget.mapTo(window, shown.topLeft()), shown.size())
        least = LEAST_CONTRAST if widget.isEnabled() else LEAST_SIGN_CONTRAST
        ratio = measured(image.copy(place))
        if ratio < least - _ROUNDING:
            found.append(f"{ratio:.2f} {path_of(widget)}")
    return found


def measured(image: QImage) -> float:
    """The contrast of the ground, the colour most painted, and the ink, which differs most from it."""
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    counts = Counter(pixels.tolist())
    ground = QColor.fromRgb(counts.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(ink), ground) for ink in counts)


@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_every_text_can_be_read(
    qapp: QApplication, qtbot: QtBot, show: Callable[[Shown], QWidget], shown: Shown
) -> None:
    front = show(shown)
    assert list(texts(front))
    for scheme in SCHEMES:
        wear(qapp, scheme)
        assert (scheme, low(front)) == (scheme, [])


def test_the_measure_finds_what_cannot_be_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    palette = window.palette()
    palette.setColor(palette.ColorRole.WindowText, QColor("#9a9a9a"))
    pale, plain = TextLabel("A pale text that is long enough"), TextLabel("A plain text beside it")
    pale.setPalette(palette)
    for label in (pale, plain):
        layout.addWidget(label)
    window.show()
    qtbot.waitExposed(window)
    (only,) = low(window)
    assert float(only.split()[0]) < 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_around_what_has_the_focus_can_be_seen(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    wear(qapp, scheme)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    field, plain = QLineEdit(), PushButton("plain", "A button")
    for widget in (field, plain):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for widget, other in ((field, plain), (plain, field)):
        other.setFocus()
        before = border(window, widget)
        QTest.keyClick(other, Qt.Key.Key_Tab)
        assert widget.hasFocus()
        after = border(window, widget)
        ground = QColor(SCHEMES[scheme].roles[window.palette().ColorRole.Window])
        ring = [QColor.fromRgb(colour) for colour in after - before]
        assert max(contrast(colour, ground) for colour in ring) >= LEAST_SIGN_CONTRAST


def border(window: QWidget, widget: QWidget) -> set[int]:
    """The colours along the upper edge of a widget."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    corner = widget.mapTo(window, QPoint())
    along = range(corner.x() + _EDGE, corner.x() + widget.width() - _EDGE)
    return {image.pixel(x, corner.y() + down) for x in along for down in range(_EDGE)}
