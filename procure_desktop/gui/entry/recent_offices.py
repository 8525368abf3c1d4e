"""The offices that were open last at this desk: kept for the account, offered before anyone signs in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCommandLinkButton, QGridLayout, QVBoxLayout, QWidget

from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.style.icons import icon
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.gui.style.preferences import Preferences
from procure_desktop.language import tr

MOST = 6
_NAME = "recent offices"


@dataclass(frozen=True, slots=True)
class RecentOffice:
    """Where it lies, and what it said of itself when it was open last."""

    folder: Path
    title: str


def recent_offices() -> list[RecentOffice]:
    """The last ones, the newest first; none where what is kept cannot be read."""
    try:
        kept = json.loads(Preferences().text(_NAME, "[]"))
        return [RecentOffice(Path(one["folder"]), str(one["title"])) for one in kept]
    except (ValueError, TypeError, KeyError):
        return []


def remember_office(folder: Path, title: str) -> None:
    """Put an office before all others."""
    others = [one for one in recent_offices() if one.folder != folder]
    _keep([RecentOffice(folder, title), *others][:MOST])


def forget_office(folder: Path) -> None:
    """Take an office out of the list; its files stay as they are."""
    _keep([one for one in recent_offices() if one.folder != folder])


def _keep(offices: list[RecentOffice]) -> None:
    rows = [{"folder": str(one.folder), "title": one.title} for one in offices]
    Preferences().keep(_NAME, json.dumps(rows, ensure_ascii=False))


class RecentOfficesList(QWidget):
    """`chosen` carries the folder of the office that was clicked. Hidden while there is nothing to offer."""

    chosen = Signal(object)

    def __init__(self, tasks: TaskRunner) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("recent-offices")
        self._tasks = tasks
        self._shown: Path | None = None
        self._rows = QWidget()
        column = QVBoxLayout(self)
        tight(column, gap=GAP // 2)
        column.addWidget(Heading(tr("Recent offices"), steps=0))
        column.addWidget(self._rows)
        self._column = column
        self.hide()

    def offer(self, besides: Path | None) -> None:
        """Offer all but the one that is offered already; whether they are there is seen in the runner's thread."""
        offices = [one for one in recent_offices() if one.folder != besides]
        self._shown = besides
        self._tasks.start("", _look(offices), self._show)

    def _show(self, seen: list[tuple[RecentOffice, bool]]) -> None:
        self.setVisible(bool(seen))
        rows = QWidget()
        grid = QGridLayout(rows)
        tight(grid, gap=GAP // 2)
        grid.setColumnStretch(0, 1)
        for row, (office, there) in enumerate(seen):
            self._add(grid, row, office, there=there)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()

    def _add(self, grid: QGridLayout, row: int, office: RecentOffice, *, there: bool) -> None:
        text = f"{office.title}\n{office.folder}"
        if there:
            button = QCommandLinkButton(office.title.replace("&", "&&"), str(office.folder))
            button.setObjectName(f"recent-{row + 1}")
            button.setIcon(icon("folder"))
            button.setAccessibleName(text)
            button.setProperty("folder", str(office.folder))
            button.clicked.connect(self._choose)
            grid.addWidget(button, row, 0, 1, 2)
            return
        gone = TextLabel(tr("{office} is not there any more.").format(office=text), wrap=True)
        remove = PushButton(f"forget-{row + 1}", tr("Remove"))
        remove.setAccessibleName(tr("Remove {name}").format(name=office.title))
        remove.setProperty("folder", str(office.folder))
        remove.clicked.connect(self._forget)
        grid.addWidget(gone, row, 0)
        grid.addWidget(remove, row, 1)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(Path(self.sender().property("folder")))

    @Slot()
    def _forget(self) -> None:
        forget_office(Path(self.sender().property("folder")))
        self.offer(self._shown)


def _look(
    offices: list[RecentOffice],
) -> Callable[[object], list[tuple[RecentOffice, bool]]]:
    return lambda _progress: [(one, (one.folder / "keys.json").is_file()) for one in offices]
