"""A new recovery key, shown once: its groups, printing and saving its sheet, and reading one group back."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from procure_desktop.domain.errors import ProcureError
from procure_desktop.gui.parts.action_button import PushButton
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.message_bar import MessageBar
from procure_desktop.gui.parts.printing import ask_printer, print_document
from procure_desktop.gui.parts.tasks import TaskRunner
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, larger, text_width, tight
from procure_desktop.language import tr
from procure_desktop.services.document_bytes import DocumentBytes
from procure_desktop.services.recovery_key import RecoveryKey, save_recovery_sheet
from procure_desktop.wording.errors import sentence

_COLUMNS = 4


class RecoveryKeyPanel(QWidget):
    """`changed` tells that another text stands in the field that is read back."""

    changed = Signal()

    def __init__(
        self,
        key: RecoveryKey,
        sheet: Callable[[], bytes],
        tasks: TaskRunner,
        messages: MessageBar,
        parent: QWidget | None = None,
    ) -> None:
        """Show `key`; `sheet` draws its page in the task runner's thread, `messages` says what was done."""
        super().__init__(parent)
        self.setObjectName("recovery-key")
        self._key, self._sheet, self._tasks, self._messages = key, sheet, tasks, messages
        self._asked = secrets.randbelow(len(key.groups))
        self._make_parts()
        self._lay_out()
        self.print.clicked.connect(self._read_to_print)
        self.save.clicked.connect(self._ask_file)
        self.typed.textChanged.connect(self._tell)

    def _make_parts(self) -> None:
        self.print = PushButton("recovery-print", tr("&Print…"), "print")
        self.save = PushButton("recovery-save", tr("&Save as PDF…"), "export")
        self.typed = QLineEdit()
        self.typed.setObjectName("recovery-group")
        self.typed.setFixedWidth(text_width(self, 16))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, gap=GAP + GAP // 2)
        layout.addWidget(self._groups())
        row = QHBoxLayout()
        for button in (self.print, self.save):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        form = QFormLayout()
        text = tr("&Group {number}, as the sheet says").format(number=self._asked + 1)
        caption = TextLabel(text)
        caption.setBuddy(self.typed)
        self.typed.setAccessibleName(text.replace("&", ""))
        form.addRow(caption, self.typed)
        layout.addLayout(form)

    def _groups(self) -> QWidget:
        box = QFrame()
        box.setObjectName("recovery-groups")
        box.setAutoFillBackground(True)
        box.setBackgroundRole(box.palette().ColorRole.AlternateBase)
        grid = QGridLayout(box)
        tight(grid, margin=GAP + GAP // 2, gap=GAP)
        for place, group in enumerate(self._key.groups):
            grid.addWidget(_group(place + 1, group), *divmod(place, _COLUMNS))
        return box

    @property
    def confirmed(self) -> bool:
        """Whether the group that is asked for was typed as it is, in either case."""
        typed = self.typed.text().strip().upper()
        return typed == self._key.groups[self._asked]

    def confirm(self) -> bool:
        """Tell whether the group was read back; where it was not, say so and go to its field."""
        if self.confirmed:
            return True
        text = tr(
            "Group {number} is not what the sheet says: print or save the sheet, then type it."
        )
        self._messages.refuse(text.format(number=self._asked + 1))
        self.typed.selectAll()
        self.typed.setFocus()
        return False

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _read_to_print(self) -> None:
        self._tasks.start(
            tr("Drawing the sheet"), lambda _: self._sheet(), self._ask_printer, self._refuse
        )

    def _ask_printer(self, pdf: bytes) -> None:
        document = DocumentBytes(pdf, signed=True, number="", version=1, sha256="")

        def printed_by(printer: QPrinter) -> None:
            self._tasks.start(
                tr("Printing"),
                lambda progress: print_document(document, printer, progress),
                self._printed,
                self._refuse,
            )

        ask_printer(self, tr("Recovery key"), printed_by)

    def _printed(self, _pages: int) -> None:
        self._messages.done(
            tr("Printed. Compare one group, type it below, and lock the sheet away.")
        )
        self.typed.setFocus()

    @Slot()
    def _ask_file(self) -> None:
        start = Path.home() / f"{tr('Recovery key')}.pdf"
        chooser = choose_file(self, tr("PDF file"), "*.pdf", Purpose.WRITE, start)
        chooser.fileSelected.connect(self._save_to)

    @Slot(str)
    def _save_to(self, path: str) -> None:
        target = Path(path)

        def work(_progress: object) -> Path:
            return save_recovery_sheet(self._sheet(), target)

        self._tasks.start(tr("Saving the sheet"), work, self._saved, self._refuse)

    def _saved(self, path: Path) -> None:
        text = tr("Saved: {path}. Print it, then delete the file: it opens the office.")
        self._messages.warn(text.format(path=path))
        self.typed.setFocus()

    def _refuse(self, error: ProcureError) -> None:
        self._messages.refuse(sentence(error))


def _group(number: int, group: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    tight(row, gap=GAP // 2)
    place = TextLabel(str(number))
    place.setEnabled(False)
    text = TextLabel(group)
    text.setObjectName(f"recovery-group-{number}")
    text.setAccessibleName(
        tr("Group {number}: {group}").format(number=number, group=" ".join(group))
    )
    text.setFont(larger(text.font(), 2))
    row.addWidget(place, 0, Qt.AlignmentFlag.AlignBottom)
    row.addWidget(text)
    row.addStretch(1)
    return box
