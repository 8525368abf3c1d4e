"""The Tab key goes through each page and dialog as it is read, comes round, and is caught nowhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.every_window import EVERY, Shown
from tests.gui.hands import Hands
from tests.gui.test_accessibility import path_of

MOST = 150


def walk(hands: Hands) -> tuple[list[QWidget], list[str]]:
    """What the Tab key reaches, in its order, until it comes round; and its steps back, in words."""
    hands.press(Qt.Key.Key_Tab)
    reached: list[QWidget] = []
    back: list[str] = []
    for _ in range(MOST):
        at = QApplication.focusWidget()
        assert at is not None
        # Measured at each step: what scrolls stands elsewhere after the next.
        if reached and goes_back(place_of(reached[-1]), place_of(at)):
            back.append(f"{reached[-1].objectName()} -> {path_of(at)}")
        if reached and at is reached[0]:
            return reached, back
        if not reached or at is not reached[-1]:
            # Within a date, Tab goes from year to month to day first.
            assert at not in reached, path_of(at)
            reached.append(at)
        hands.press(Qt.Key.Key_Tab)
    pytest.fail("Tab does not come round")


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def goes_back(before: QRect, after: QRect) -> bool:
    """Whether what comes after is read before: on the left of it, or above and not in a column beside it."""
    on_a_line = before.top() <= after.center().y() <= before.bottom()
    if on_a_line:
        return after.right() <= before.left()
    return after.bottom() <= before.top() and after.left() < before.right()


@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_tab_goes_as_one_reads(
    show: Callable[[Shown], QWidget], hands: Hands, shown: Shown
) -> None:
    front = show(shown)
    reached, back = walk(hands)
    assert all(front.isAncestorOf(one) for one in reached)
    # Coming round is a step back; in the window, whose bars are made before its pages, there are two.
    assert len(back) <= (2 if front is hands.window else 1), back
