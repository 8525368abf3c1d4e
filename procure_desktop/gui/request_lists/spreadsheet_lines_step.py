"""Last step of a spreadsheet's import: the lines as they will be stored, and all that is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from procure_desktop.domain.request_list import Line
from procure_desktop.gui.parts.text_label import Heading, TextLabel
from procure_desktop.gui.parts.text_table import TextTable
from procure_desktop.gui.style.measures import GAP, tight
from procure_desktop.language import plural, tr
from procure_desktop.services.import_spreadsheet import SheetPreview
from procure_desktop.wording import figures
from procure_desktop.wording.effects import touched_words
from procure_desktop.wording.spreadsheets import problem_place, problem_sentence
from procure_desktop.wording.terms import heading

_LINES, _PROBLEMS = 4, 3


class LinesStep(QWidget):
    """`decided` tells that the officer takes the good rows, or none."""

    decided = Signal()

    def __init__(self) -> None:
        """Begin without a preview."""
        super().__init__()
        self.preview: SheetPreview | None = None
        self.summary = TextLabel(wrap=True)
        self.summary.setObjectName("sheet-summary")
        self.lines = TextTable("sheet-lines", tr("Lines as they will be stored"), _LINES)
        self.problem_heading = Heading(steps=0)
        self.problem_heading.setObjectName("sheet-problem-count")
        self.problems = TextTable("sheet-problems", tr("Problems"), _PROBLEMS)
        for table in (self.lines, self.problems):
            table.verticalHeader().hide()
        self.good = QRadioButton()
        self.good.setObjectName("take-good")
        self.none = QRadioButton(tr("Take &none: the file is mended first and imported then"))
        self.none.setObjectName("take-none")
        self.good.toggled.connect(self.decided)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.summary)
        layout.addWidget(self.lines, 3)
        layout.addSpacing(GAP)
        layout.addWidget(self.problem_heading)
        layout.addWidget(self.problems, 2)
        layout.addWidget(self.good)
        layout.addWidget(self.none)

    @property
    def good_rows(self) -> bool:
        """Whether rows with problems are to be left out."""
        return self.good.isChecked() and not self.good.isHidden()

    @property
    def ready(self) -> bool:
        """Whether there is something to import, and the officer takes it."""
        found = self.preview
        return found is not None and found.good > 0 and (not found.bad_rows or self.good_rows)

    def show_preview(self, preview: SheetPreview) -> None:
        """Show what was read."""
        self.preview = preview
        text = tr("{serial} version {version}: {lines}. {touched}")
        self.summary.setText(
            text.format(
                serial=preview.serial,
                version=preview.version,
                lines=figures.lines(preview.good),
                touched=touched_words(preview.effects),
            )
        )
        self.lines.show_texts(_heads(), [_texts(line) for line in preview.lines])
        bad = preview.bad_rows > 0
        for widget in (self.problem_heading, self.problems, self.good, self.none):
            widget.setVisible(bad)
        if bad:
            self._show_problems(preview)
        self.none.setChecked(True)

    def _show_problems(self, preview: SheetPreview) -> None:
        rows = plural("{n} row has problems", "{n} rows have problems", preview.bad_rows)
        self.problem_heading.setText(rows.format(n=figures.whole(preview.bad_rows)))
        found = [(problem_place(one), problem_sentence(one)) for one in preview.problems]
        self.problems.show_texts((tr("Cell"), tr("Problem")), found)
        good = plural("Take the &good row: {n}", "Take the &good rows: {n}", preview.good)
        self.good.setText(good.format(n=figures.whole(preview.good)))
        self.good.setEnabled(preview.good > 0)


def _heads() -> tuple[str, ...]:
    return (
        tr("Line"),
        tr("Item"),
        tr("In Ukrainian"),
        tr("Outstanding"),
        tr("Unit"),
        tr("Unit price"),
        tr("Capability"),
        tr("Priority"),
        tr("Required by"),
    )


def _texts(line: Line) -> tuple[str, ...]:
    return (
        line.id,
        line.name,
        line.name_uk,
        figures.whole(line.quantities.outstanding),
        line.unit,
        figures.amount(line.unit_price),
        heading(line.capability),
        f"{line.priority:02d}",
        figures.day(line.required_by) if line.required_by else "",
    )
