"""Which texts of a window are cut: what each control needs beside what it has."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolBar,
    QWidget,
)

from procure_desktop.gui.style.measures import WINDOW

_SLACK = 1
"""Pixels that rounding may take."""


def cut_texts(window: QWidget) -> list[str]:
    """Every visible text of a window that does not have the room it needs."""
    found = [_too_large(window)] if window.isWindow() else []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            found += _of_widget(widget)
    return [one for one in found if one]


def _too_large(window: QWidget) -> str:
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if least.width() > WINDOW[0] or least.height() > WINDOW[1]:
        return f"{window.objectName()} needs {least.width()} x {least.height()}"
    return ""


def _of_widget(widget: QWidget) -> list[str]:
    for kind, look in _LOOKS.items():
        if isinstance(widget, kind):
            return look(widget)
    return []


def _of_label(label: QLabel) -> list[str]:
    text = label.text()
    if not text:
        return []
    if not label.wordWrap():
        return _compared(label, text, label.sizeHint().width(), label.width())
    longest = max((_wide(label, word) for word in re.split("[\\s\u200b]+", text)), default=0)
    return [
        *_compared(label, text, longest, label.width()),
        *_compared(label, f"(height) {text}", label.heightForWidth(label.width()), label.height()),
    ]


def _of_button(button: QAbstractButton) -> list[str]:
    return _compared(button, button.text(), button.sizeHint().width(), button.width())


def _of_box(box: QComboBox) -> list[str]:
    return _compared(box, box.currentText(), _wide(box, box.currentText()), _edit_room(box))


def _of_tabs(tabs: QTabBar) -> list[str]:
    return _compared(tabs, tabs.tabText(0), tabs.sizeHint().width(), tabs.width())


def _of_header(header: QHeaderView) -> list[str]:
    return [text for place in range(header.count()) for text in _of_section(header, place)]


def _of_field(field: QLineEdit) -> list[str]:
    text = field.placeholderText()
    return _compared(field, text, _wide(field, text), field.width())


def _of_section(header: QHeaderView, place: int) -> list[str]:
    if header.orientation() != Qt.Orientation.Horizontal or header.isSectionHidden(place):
        return []
    text = str(header.model().headerData(place, header.orientation()) or "")
    margin = header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
    wanted = _wide(header, text.strip("\u2060\u2002")) + 2 * margin
    return _compared(header, text, wanted, header.sectionSize(place))


def _of_tool_bar(bar: QToolBar) -> list[str]:
    more = bar.findChild(QAbstractButton, "qt_toolbar_ext_button")
    return [f"{bar.objectName()}: not all actions fit"] if more and more.isVisible() else []


def _of_menu_bar(bar: QMenuBar) -> list[str]:
    more = bar.findChild(QAbstractButton, "qt_menubar_ext_button")
    return [f"{bar.objectName()}: not all menus fit"] if more and more.isVisible() else []


def _edit_room(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    rect = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
    return rect.width()


def _wide(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


def _compared(widget: QWidget, text: str, needed: int, given: int) -> list[str]:
    if not text or needed <= given + _SLACK:
        return []
    name = widget.objectName() or type(widget).__name__
    return [f"{name} {text!r}: needs {needed}, has {given}"]


_LOOKS: dict[type[QWidget], Callable[[Any], list[str]]] = {
    QLabel: _of_label,
    QToolBar: _of_tool_bar,
    QAbstractButton: _of_button,
    QComboBox: _of_box,
    QTabBar: _of_tabs,
    QHeaderView: _of_header,
    QLineEdit: _of_field,
    QMenuBar: _of_menu_bar,
}
