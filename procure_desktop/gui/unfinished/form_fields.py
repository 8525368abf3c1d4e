"""The fields of a form by their names: what stands in each of them, put back, and told when it changes."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

Value = str | int | bool
Fields = Mapping[str, Value]


class FormFields(QObject):
    """`changed` carries (name, what stood there, what stands there now)."""

    changed = Signal(str, object, object)

    def __init__(self, form: QWidget) -> None:
        """Follow every named field of `form` from now on."""
        super().__init__(form)
        self._widgets = {widget.objectName(): widget for widget in _fields_of(form)}
        self._known = {name: _value(widget) for name, widget in self._widgets.items()}
        for widget in self._widgets.values():
            _signal(widget).connect(self._hear)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields, in no order that matters."""
        return tuple(self._widgets.values())

    def values(self) -> dict[str, Value]:
        """Return what stands in each field."""
        return dict(self._known)

    def put(self, values: Fields) -> None:
        """Write into the fields; a name that the form does not have, and a value of another kind, is left out."""
        for name, value in values.items():
            self.put_one(name, value)

    def put_one(self, name: str, value: Value) -> QWidget | None:
        """Write into one field and return it."""
        widget = self._widgets.get(name)
        if widget is not None and type(value) is type(self._known[name]):
            _put(widget, value)
        return widget

    @Slot()
    def _hear(self) -> None:
        widget = self.sender()
        if not isinstance(widget, QWidget):
            return
        name = widget.objectName()
        before, after = self._known[name], _value(widget)
        if before != after:
            self._known[name] = after
            self.changed.emit(name, before, after)


def _fields_of(form: QWidget) -> list[QWidget]:
    found = form.findChildren(QWidget)
    return [widget for widget in found if _is_field(widget)]


def _is_field(widget: QWidget) -> bool:
    if not widget.objectName() or isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        return False
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QSpinBox | QDateEdit)


def _value(widget: QWidget) -> Value:
    match widget:
        case QLineEdit():
            return widget.text()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentIndex()
        case QSpinBox():
            return widget.value()
        case QDateEdit():
            return widget.date().toString(Qt.DateFormat.ISODate)
        case QAbstractButton():
            return widget.isChecked()
    raise TypeError(widget)


def _signal(widget: QWidget) -> SignalInstance:
    match widget:
        case QLineEdit() | QPlainTextEdit():
            return widget.textChanged
        case QComboBox():
            return widget.currentIndexChanged
        case QSpinBox():
            return widget.valueChanged
        case QDateEdit():
            return widget.dateChanged
        case QAbstractButton():
            return widget.toggled
    raise TypeError(widget)


def _put(widget: QWidget, value: Value) -> None:
    match widget, value:
        case QLineEdit(), str():
            widget.setText(value)
        case QPlainTextEdit(), str():
            widget.setPlainText(value)
        case QAbstractButton(), bool():
            widget.setChecked(value)
        case QComboBox(), int() if 0 <= value < widget.count():
            widget.setCurrentIndex(value)
        case QSpinBox(), int():
            widget.setValue(value)
        case QDateEdit(), str():
            day = QDate.fromString(value, Qt.DateFormat.ISODate)
            if day.isValid():
                widget.setDate(day)
