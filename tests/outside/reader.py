"""What a screen reader has: the accessible tree of a program that runs, read and worked from outside it.

Runs under the system's Python, which has the bindings of AT-SPI; nothing of the program is imported.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 (the version is chosen before the import)

Seen = Any
"""One accessible object, as the bindings hand it over."""

T = TypeVar("T")
PATIENCE = 40
"""Seconds until something that does not show itself is given up."""


class NotShownError(AssertionError):
    """Nothing of that role and name shows itself, or is ready to be worked; `what` says what was sought."""


class Reader:
    """Finds controls by role and name in the program's front window, and works them as a reader does."""

    def __init__(self, program: str, pictures: Path) -> None:
        """Wait until the program of that name shows itself; `pictures` takes what it looks like on the way."""
        self._program = program
        self._pictures = pictures
        self._taken = 0
        self._application = self._await(self._look_for_program, ("program", program))

    def _look_for_program(self) -> Seen | None:
        desktop = Atspi.get_desktop(0)
        shown = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
        return next((one for one in shown if one and one.get_name() == self._program), None)

    def front(self) -> Seen:
        """The window or dialog that is active, else the last that was opened."""
        windows = [
            one for one in _children(self._application) if _has(one, Atspi.StateType.SHOWING)
        ]
        active = [one for one in windows if _has(one, Atspi.StateType.ACTIVE)]
        return (active or windows)[-1]

    def find(self, role: str, name: str) -> Seen:
        """Wait for the control of this role whose name is, or begins with, `name`, until it can be worked."""
        return self._await(lambda: self._seek(role, name), (role, name))

    def shows(self, text: str) -> Seen:
        """Wait until the front window says `text` somewhere."""
        return self._await(lambda: self._read(text), ("text", text))

    def texts(self) -> list[str]:
        """All that the front window says, for a report."""
        return [one.get_name() for one in _showing(self.front()) if one.get_name()]

    def picture(self, name: str) -> None:
        """Keep what the screen looks like now."""
        self._taken += 1
        path = self._pictures / f"{self._taken:02d}-{name}.png"
        subprocess.run(["import", "-window", "root", path], check=True)

    def press(self, role: str, name: str) -> None:
        """Do what a click does."""
        found = self.find(role, name)
        # What can be checked offers to toggle as well, which is not what a click does to it.
        _act(found, "Press", "Toggle")

    def menu(self, title: str, entry: str) -> None:
        """Open a menu and take an entry of it."""
        bar = self.find("menu item", title)
        _act(bar, "ShowMenu", "Press")
        wanted = self._await(lambda: self._seek_below(bar, entry), ("menu item", entry))
        _act(wanted, "Press")

    def _seek_below(self, bar: Seen, entry: str) -> Seen | None:
        items = (one for one in _descendants(bar) if one.get_role_name() == "menu item")
        return next((one for one in items if _is_called(one, entry) and _ready(one)), None)

    def write(self, name: str, text: str) -> None:
        """Put a text into the field of this name in place of what stands in it."""
        field = self._await(
            lambda: self._seek("text", name) or self._seek("password text", name), ("field", name)
        )
        if not field.get_editable_text_iface().set_text_contents(text):
            raise NotShownError(("field", name, "a text"))

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of the box of this name: opened, then by the keys to its first one and down from there."""
        box = self.find("combo box", name)
        entries = next(one for one in _descendants(box) if one.get_role_name() == "list")
        names = [one.get_name() for one in _children(entries)]
        place = next((n for n, text in enumerate(names) if text.startswith(entry)), None)
        if place is None:
            raise NotShownError(("combo box", name, entry))
        _act(box, "ShowMenu", "Press")
        self.rest()
        for key in ("Home", *("Down",) * place, "Return"):
            self.key(key)
        # The window may have made the box anew; what is chosen in it is its name.
        self.find("combo box", entry)

    def select(self, text: str) -> None:
        """Select the row of the front window's table in which a cell in sight says `text`."""
        cell = self._await(lambda: self._look_for_cell(text), ("table cell", text))
        table = cell.get_parent()
        place = table.get_table_iface().get_row_at_index(cell.get_index_in_parent())
        table.get_table_iface().add_row_selection(place)

    def _look_for_cell(self, text: str) -> Seen | None:
        cells = (one for one in _showing(self.front()) if one.get_role_name() == "table cell")
        return next((cell for cell in cells if text in _said(cell)), None)

    def rest(self, seconds: float = 0.5) -> None:
        """Let the window answer before it is looked at."""
        time.sleep(seconds)

    def key(self, name: str) -> None:
        """Press a key and let it go."""
        subprocess.run(["xdotool", "key", name], check=True)

    def _seek(self, role: str, name: str) -> Seen | None:
        for one in _showing(self.front()):
            if one.get_role_name() == role and _is_called(one, name) and _ready(one):
                return one
        return None

    def _read(self, text: str) -> Seen | None:
        return next((one for one in _showing(self.front()) if text in _said(one)), None)

    def _await(self, look: Callable[[], T | None], what: tuple[str, str]) -> T:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = look()
            except gi.repository.GLib.GError:
                found = None  # it went away while it was looked at
            if found is not None:
                return found
            time.sleep(0.1)
        raise NotShownError(what)


def _act(one: Seen, *ways: str) -> None:
    """Do the first of these actions that it offers."""
    actions = one.get_action_iface()
    offered = [actions.get_action_name(place) for place in range(actions.get_n_actions())]
    wanted = next((way for way in ways if way in offered), None)
    if wanted is None:
        raise NotShownError((_said(one), *ways))
    actions.do_action(offered.index(wanted))


def _is_called(one: Seen, name: str) -> bool:
    """Whether it, or the label that it is tied to, bears the name: a box's own name is what is chosen in it."""
    return _said(one).startswith(name) or any(
        _said(label).startswith(name) for label in _labels(one)
    )


def _labels(one: Seen) -> Iterator[Seen]:
    for relation in one.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            yield from (relation.get_target(place) for place in range(relation.get_n_targets()))


def _has(one: Seen, state: Any) -> bool:
    return bool(one.get_state_set().contains(state))


def _ready(one: Seen) -> bool:
    return _has(one, Atspi.StateType.SENSITIVE) and _has(one, Atspi.StateType.SHOWING)


def _children(one: Seen) -> list[Seen]:
    found = (one.get_child_at_index(place) for place in range(one.get_child_count()))
    return [child for child in found if child is not None]


def _descendants(one: Seen) -> Iterator[Seen]:
    for child in _children(one):
        yield child
        yield from _descendants(child)


def _showing(one: Seen) -> Iterator[Seen]:
    """What is shown below, without the inside of what is hidden; of a table only the cells in sight."""
    for child in _children(one):
        if _has(child, Atspi.StateType.SHOWING):
            yield child
            yield from _showing(child)


def _said(one: Seen) -> str:
    return str(one.get_name()).replace("\u00a0", " ")
