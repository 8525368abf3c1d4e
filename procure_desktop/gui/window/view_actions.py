"""The actions that change how the window looks; they work whether or not anyone has signed in."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QWidget

from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.style.look import wear_look
from procure_desktop.gui.style.preferences import TEXT_SIZES, Appearance, Preferences
from procure_desktop.gui.style.speech import speak_preferred

LOOKS = {
    "look-as-system": Appearance.SYSTEM,
    "look-light": Appearance.LIGHT,
    "look-dark": Appearance.DARK,
    "look-high-contrast": Appearance.HIGH_CONTRAST,
}


class ViewActions(QObject):
    """`outgrown`: texts have another size or language, so that the window has to be made anew."""

    outgrown = Signal()

    def __init__(self, actions: ActionTable, tasks: TaskRunner, window: QWidget) -> None:
        """Show in the actions what is preferred."""
        super().__init__(window)
        self._actions, self._tasks, self._window = actions, tasks, window
        group = QActionGroup(self)
        for name in LOOKS:
            actions[name].setCheckable(True)
            group.addAction(actions[name])
        self.follow()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is done for each action, by its name."""
        return {
            **{name: partial(self._wear, look) for name, look in LOOKS.items()},
            "larger-text": partial(self._resize, 1),
            "smaller-text": partial(self._resize, -1),
            "usual-text": partial(self._resize, -len(TEXT_SIZES)),
            "preferences": self.prefer,
        }

    def prefer(self) -> None:
        """Let the person choose how the window looks and speaks."""
        # With it comes what knows the names of regions; the sign-in window must not wait for that.
        from procure_desktop.gui.window.preferences_dialog import PreferencesDialog

        PreferencesDialog.ask(self._tasks, self._window, self._preferred)

    def _preferred(self, _nothing: None) -> None:
        self._put_on()
        self.speak()

    @Slot()
    def speak(self) -> None:
        """Speak the language that is preferred now."""
        speak_preferred(_application())
        self.outgrown.emit()

    def follow(self) -> None:
        """Show which look is preferred, and which text sizes there still are."""
        preferred = Preferences()
        for name, look in LOOKS.items():
            self._actions[name].setChecked(look is preferred.appearance)
        size = preferred.text_size
        self._actions["larger-text"].setEnabled(size < TEXT_SIZES[-1])
        for name in ("smaller-text", "usual-text"):
            self._actions[name].setEnabled(size > TEXT_SIZES[0])

    def _wear(self, look: Appearance) -> None:
        Preferences().keep("appearance", look.value)
        self._put_on()

    def _resize(self, steps: int) -> None:
        size = Preferences().text_size
        place = TEXT_SIZES.index(size) + steps
        wanted = TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]
        if wanted != size:
            Preferences().keep("text size", str(wanted))
            self._put_on()
            self.outgrown.emit()

    def _put_on(self) -> None:
        wear_look(_application())
        self.follow()


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())
