"""Choosing the urgent line that a donation serves."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.form_dialog import FormDialog
from procure_desktop.gui.parts.search_field import SearchField
from procure_desktop.gui.parts.text_label import TextLabel
from procure_desktop.gui.style.measures import GAP, text_width, tight
from procure_desktop.gui.tables.listing_model import ListingModel
from procure_desktop.gui.tables.listing_table import ListingTable
from procure_desktop.language import tr

_SHOWN = frozenset({"number", "name", "outstanding", "required_by", "package", "state"})
_URGENT = Query(
    Listing.LINES, facets=(("urgent", ("yes",)), ("state", ("open", "awaiting US release")))
)


class LineChoiceDialog(FormDialog):
    """Answers with the LineId of the chosen urgent line."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show the urgent lines that have something outstanding."""
        super().__init__(
            "line-choice-dialog",
            tr("Choose an urgent line"),
            tr("&Continue"),
            desk.tasks,
            parent,
        )
        self.model = ListingModel(desk.office, _URGENT, self)
        self.search = SearchField()
        self.table = ListingTable(self.model, several=False)
        self.table.setAccessibleName(tr("Urgent lines"))
        for place, column in enumerate(self.model.columns):
            self.table.setColumnHidden(place, column.key not in _SHOWN)
        self._fill()
        self.search.sought.connect(self._search)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self.do)
        self._follow()
        self.search.setFocus()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, answered: Callable[[LineId], None]) -> None:
        """Open the dialog; `answered` gets the line."""
        cls(desk, parent).listen(answered)

    def _fill(self) -> None:
        why = tr(
            "Donations from stock serve urgent lines. These have something outstanding; a gift is "
            "replaced by the United States, and donors are served first."
        )
        box = QVBoxLayout()
        tight(box, gap=GAP)
        box.addWidget(TextLabel(why, wrap=True))
        box.addWidget(self.search)
        box.addWidget(self.table, 1)
        self.body.insertLayout(0, box, 1)
        self.setMinimumWidth(text_width(self, 124))
        self.table.setMinimumHeight(14 * self.table.verticalHeader().defaultSectionSize())

    @override
    @Slot()
    def do(self) -> None:
        """Answer with the selected line."""
        rows = self.table.selected_rows()
        if rows:
            self.finish(LineId(rows[0]["line"]))

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.show(Query(_URGENT.listing, text, _URGENT.facets, self.model.query.order))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.primary.setEnabled(bool(self.table.selected_rows()))
