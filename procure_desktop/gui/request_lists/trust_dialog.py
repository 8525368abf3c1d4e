"""Pinning the release authority: from then on only its lists are accepted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from procure_desktop.domain.errors import EmptyTextError
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.form_dialog import FormDialog, Work
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.phrases import fingerprint_lines
from procure_desktop.language import tr
from procure_desktop.services.pin_trust import pin_trust, pinned_fingerprint


class TrustDialog(FormDialog):
    """Answers with the fingerprint (hex) of the pinned root."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show what is pinned and ask for the root file."""
        super().__init__(
            "trust-dialog",
            tr("Pin release authority"),
            tr("&Pin"),
            desk.tasks,
            parent,
        )
        self._office = desk.office
        pinned = pinned_fingerprint(desk.office)
        text = fingerprint_lines(pinned) if pinned else tr("None yet")
        why = tr(
            "The root file comes from the release authority. After pinning, read the fingerprint "
            "aloud with them over a line you trust: only lists signed under it are accepted."
        )
        self.body.insertWidget(0, TextLabel(why, wrap=True))
        self.add_row(tr("Pinned now"), TextLabel(text).copyable())
        self.file = FileField("root-file", tr("Root of the release authority"), "*.json")
        self.add_row(tr("&Root file"), self.file)

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[str], None]) -> None:
        """Open the dialog; `answered` gets the fingerprint."""
        cls(desk, parent).listen(answered)

    @override
    def work(self) -> tuple[str, Work]:
        path, office = self.file.path, self._office
        if path is None:
            raise EmptyTextError(field="path of the root file")
        return tr("Pinning the release authority"), lambda _: pin_trust(office, path)
