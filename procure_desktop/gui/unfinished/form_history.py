"""Undo and redo across all fields of a form, step by step as they were filled."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand, QUndoStack
from typing_extensions import override

from procure_desktop.gui.unfinished.form_fields import Fields, FormFields, Value

_TYPING = 1
_Undo, _Redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class FormHistory(QObject):
    """Takes the keys for undo and redo before a field takes them for itself alone."""

    def __init__(self, fields: FormFields) -> None:
        """Remember every change of `fields` from now on."""
        super().__init__(fields)
        self._fields = fields
        self._stack = QUndoStack(self)
        self._working = False
        fields.changed.connect(self._remember)
        for widget in fields.widgets:
            widget.installEventFilter(self)

    def put(self, values: Fields) -> None:
        """Write into many fields as one step."""
        self._stack.beginMacro("")
        self._fields.put(values)
        self._stack.endMacro()

    def undo(self) -> None:
        """Take the last step back."""
        self._stack.undo()

    def redo(self) -> None:
        """Take the step again that was taken back."""
        self._stack.redo()

    def write(self, name: str, value: Value) -> None:
        """Write into a field as part of going back or forth, and go to it."""
        self._working = True
        try:
            widget = self._fields.put_one(name, value)
        finally:
            self._working = False
        if widget is not None and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, name: str, before: Value, after: Value) -> None:
        if not self._working:
            self._stack.push(_Change(self, name, before, after))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (event.matches(_Undo) or event.matches(_Redo)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                (self.undo if event.matches(_Undo) else self.redo)()
                return True
        return super().eventFilter(watched, event)


class _Change(QUndoCommand):
    """One field's change; what is typed into it in one go is one step."""

    def __init__(self, history: FormHistory, name: str, before: Value, after: Value) -> None:
        super().__init__()
        self._history, self.name = history, name
        self.before, self.after = before, after
        self._done = True

    @override
    def id(self) -> int:
        return _TYPING if isinstance(self.after, str) else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.name != self.name:
            return False
        if _begins_a_word(str(self.after), str(other.after)):
            return False
        self.after = other.after
        return True

    @override
    def undo(self) -> None:
        self._done = False
        self._history.write(self.name, self.before)

    @override
    def redo(self) -> None:
        if not self._done:
            self._history.write(self.name, self.after)
        self._done = True


def _begins_a_word(before: str, after: str) -> bool:
    """A step goes to the end of a word."""
    return after[:-1] == before and before[-1:].isspace() and not after[-1:].isspace()
