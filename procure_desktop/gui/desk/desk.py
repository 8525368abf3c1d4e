"""What every page and dialog of a signed-in officer is handed: the office and the window's services."""

from dataclasses import dataclass

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.desk.actions import ActionTable
from procure_desktop.gui.desk.changes import Changes
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.services.office import Office
from procure_desktop.wording.errors import sentence


@dataclass(frozen=True)
class Desk:
    """The signed-in officer's office, and where work, changes, messages and actions go."""

    office: Office
    tasks: TaskRunner
    changes: Changes
    messages: MessageBar
    actions: ActionTable

    def refuse(self, error: ProcureError) -> None:
        """Say in the message bar why something was refused."""
        self.messages.refuse(sentence(error))
