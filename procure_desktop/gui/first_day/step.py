"""A page of the wizard: what the wizard asks of each."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from procure_desktop.gui.first_day.plan import Plan
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import Progress, TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, tight


class Step(QWidget):
    """Reads from and writes to the wizard's plan; `messages` is the wizard's place for what is to be said."""

    title = ""
    """Marked for the catalogue."""

    def __init__(self, plan: Plan, tasks: TaskRunner, messages: MessageBar) -> None:
        """Begin with an empty column; `body` takes what the page shows."""
        super().__init__()
        self.plan, self.tasks, self.messages = plan, tasks, messages
        self.body = QVBoxLayout(self)
        tight(self.body, gap=GAP + GAP // 2)

    def begin(self) -> None:
        """Show what depends on the pages before; the page comes to the front."""

    def take(self) -> None:
        """Write what was typed into the plan; raises what is wrong with it."""

    def look(self) -> Callable[[Progress], Any] | None:
        """What has to be looked at on disks before going on, in the task runner's thread."""
        return None

    def go_on(self, _seen: object) -> bool:
        """Tell whether the wizard may go on, by what was seen."""
        return True

    def skip(self) -> None:
        """Take what is usual instead of what was typed."""

    def say(self, text: str) -> TextLabel:
        """Add a sentence to the page."""
        label = TextLabel(text, wrap=True)
        self.body.addWidget(label)
        return label

    def add_form(self) -> QFormLayout:
        """Add a form to the page."""
        form = new_form()
        self.body.addLayout(form)
        return form


def new_form() -> QFormLayout:
    """Return a form whose labels stand in a column of their own."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def add_field(form: QFormLayout, text: str, field: QWidget) -> None:
    """Put a field under its label, whose mnemonic leads to it."""
    label = TextLabel(text)
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    form.addRow(label, field)
