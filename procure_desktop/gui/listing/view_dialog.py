"""Naming a view, and saying whether every officer is offered it."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from procure_desktop.domain.officer import Role
from procure_desktop.domain.saved_view import MOST_NAME
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.language import tr

Keep = Callable[[str, bool], object]
"""Keeps the view under (name, shared)."""


class ViewDialog(FormDialog):
    """Answers with the name under which the view was kept."""

    def __init__(
        self, desk: Desk, parent: QWidget, title: str, keep: Keep, name: str, *, shared: bool
    ) -> None:
        """Start with a name and whether the view is shared."""
        super().__init__("view-dialog", title, tr("&Save view"), desk.tasks, parent)
        self._keep = keep
        self.name = QLineEdit(name)
        self.name.setObjectName("view-name")
        self.name.setMaxLength(MOST_NAME)
        self.shared = QCheckBox(tr("&Offer it to every officer of this office"))
        self.shared.setObjectName("view-shared")
        self.shared.setChecked(shared)
        if not desk.office.officer.roles - {Role.AUDITOR}:
            self.shared.setEnabled(False)
            self.shared.setToolTip(tr("An auditor reads, and shares nothing with other officers."))
        self.add_row(tr("&Name"), self.name)
        self.form.addRow("", self.shared)

    @classmethod
    def ask(
        cls,
        desk: Desk,
        parent: QWidget,
        title: str,
        keep: Keep,
        answered: Callable[[str], None],
        *,
        name: str = "",
        shared: bool = False,
    ) -> None:
        """Open the dialog; `keep` is called with the name and whether all are offered it."""
        cls(desk, parent, title, keep, name, shared=shared).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        name, shared, keep = self.name.text().strip(), self.shared.isChecked(), self._keep

        def work(_progress: object) -> str:
            keep(name, shared)
            return name

        return tr("Saving the view"), work
