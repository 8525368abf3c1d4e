"""One officer of the office that is to be made: checked against the others at once, added with all of them."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.officer import Role
from procure_desktop.gui.officers.officer_form import OfficerForm
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.language import tr
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.services.found_office import check_officers

_ORDER = (Role.ADMINISTRATOR, Role.PREPARER, Role.AUTHORISER)


class OfficerDialog(FormDialog):
    """Answers with the NewOfficer."""

    def __init__(self, others: tuple[NewOfficer, ...], tasks: TaskRunner, parent: QWidget) -> None:
        """Ask who it is; the first role that none of `others` has is proposed."""
        super().__init__(
            "wizard-officer-dialog", tr("Add officer"), tr("&Add officer"), tasks, parent
        )
        self._others = others
        self.officer = OfficerForm(self, missing_role(others))

    @classmethod
    def ask(
        cls,
        others: tuple[NewOfficer, ...],
        tasks: TaskRunner,
        parent: QWidget,
        answered: Callable[[NewOfficer], None],
    ) -> None:
        """Open the dialog; `answered` gets the officer."""
        cls(others, tasks, parent).listen(answered)

    @override
    @Slot()
    def do(self) -> None:
        """Take the officer once both passphrases are the same."""
        if self.officer.agree():
            super().do()

    @override
    def work(self) -> tuple[str, Work]:
        others, new = self._others, self.officer.officer

        def check(_progress: object) -> NewOfficer:
            check_officers((*others, new), datetime.now(UTC))
            return new

        return tr("Checking the officer"), check


def missing_role(officers: tuple[NewOfficer, ...]) -> frozenset[Role]:
    """The first role that an office works with and that none of `officers` has."""
    held = frozenset().union(*(one.roles for one in officers))
    return frozenset([role for role in _ORDER if role not in held][:1])
