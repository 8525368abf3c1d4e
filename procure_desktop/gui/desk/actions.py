"""The actions of the window, made of their table: one QAction each, switched by its rule, worded anew."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from procure_desktop.gui.desk.action_rules import Rule, Standing
from procure_desktop.gui.desk.action_specs import ACTIONS, ActionSpec
from procure_desktop.gui.desk.menus import WRITES
from procure_desktop.gui.style.icons import icon
from procure_desktop.language import tr


class ActionTable(QObject):
    """The actions made of the table, one QAction each, found by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make every action, all of them switched off until the first standing is known."""
        super().__init__(parent)
        self._rules = {spec.name: spec.rule for spec in ACTIONS}
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}
        self._read_only = ""

    def __getitem__(self, name: str) -> QAction:
        """Return the action of that name."""
        return self._actions[name]

    def names(self) -> tuple[str, ...]:
        """Return every name, in the order of the table."""
        return tuple(self._actions)

    def rule(self, name: str) -> Rule:
        """Return what decides whether the action of that name can be used."""
        return self._rules[name]

    def reword(self) -> None:
        """Say every action in the language that is spoken now."""
        for spec in ACTIONS:
            _say(self._actions[spec.name], spec)
        self.keep_off_writing(self._read_only)

    def keep_off_writing(self, reason: str) -> None:
        """Keep what writes switched off and say why in its tip; an empty reason gives it back."""
        self._read_only = reason
        for spec in ACTIONS:
            if spec.name in WRITES:
                _say(self._actions[spec.name], spec)
                if reason:
                    self._actions[spec.name].setToolTip(reason)

    def follow(self, standing: Standing) -> None:
        """Switch each action on or off by its rule."""
        for name, action in self._actions.items():
            open_to = not self._read_only or name not in WRITES
            action.setEnabled(open_to and self._rules[name](standing))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(icon(spec.icon), "", self)
        action.setObjectName(spec.name)
        action.setData(spec.icon)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setEnabled(False)
        _say(action, spec)
        return action


def _say(action: QAction, spec: ActionSpec) -> None:
    keys = f" ({spec.shortcut})" if spec.shortcut else ""
    action.setText(tr(spec.text))
    action.setToolTip(f"{tr(spec.tip)}{keys}")
