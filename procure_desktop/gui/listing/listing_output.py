"""What leaves a list: selected rows for the clipboard, and all that is shown as a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.exchange.delimited_table import tab_separated
from procure_desktop.gui.desk.desk import Desk
from procure_desktop.gui.parts.file_field import Purpose, choose_file
from procure_desktop.gui.parts.tasks import Progress
from procure_desktop.gui.tables.columns import Column
from procure_desktop.language import plural, tr
from procure_desktop.services.browse import read_rows
from procure_desktop.services.export_listing import WORKBOOK, ExportedList, Sheet, export_listing
from procure_desktop.wording import figures
from procure_desktop.wording.table_columns import LISTS, dialect_of, sheet_of, table_columns
from procure_desktop.wording.terms import heading

MOST_COPIED = 100_000
"""More rows than these belong in a file."""

_AT_ONCE = 500
_FORMS = frozenset({WORKBOOK, ".csv"})


class ListingOutput(QObject):
    """Copies and exports for a page with a list."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Open choosers over `page`."""
        super().__init__(page)
        self._desk, self._page = desk, page
        self._sheet: Sheet | None = None

    def copy(
        self, listing: Listing, ids: Sequence[int], columns: Sequence[Column], *, headed: bool
    ) -> None:
        """Put the records of `ids` on the clipboard, tabs between their cells, once they are read."""
        if len(ids) > MOST_COPIED:
            text = tr("At most {most} rows can be copied. Export what is shown to a file instead.")
            self._desk.messages.warn(text.format(most=figures.whole(MOST_COPIED)))
            return
        office, kept = self._desk.office, list(ids)
        table, dialect = table_columns(column.record for column in columns), dialect_of()

        def work(progress: Progress) -> str:
            parts = []
            for start in range(0, len(kept), _AT_ONCE):
                progress(start, len(kept))
                rows = read_rows(office, listing, kept[start : start + _AT_ONCE])
                first = headed and not start
                parts.append(tab_separated(table, rows, dialect, heading=first))
            return "".join(parts)

        if kept:
            self._desk.tasks.start(tr("Copying"), work, _put_on_clipboard)

    def export(self, query: Query, columns: Sequence[Column]) -> None:
        """Ask where all that the query finds goes, in these columns."""
        office = self._desk.office
        profile = office.profile
        who = tr("{officer}, {ministry}, {unit}").format(
            officer=office.officer.name, ministry=profile.ministry, unit=profile.unit
        )
        now = office.now()
        self._sheet = sheet_of(query, [column.record for column in columns], who, now)
        name = f"{tr(LISTS[query.listing])} {now:%Y-%m-%d}{WORKBOOK}"
        title = tr("XLSX workbook, or CSV where the name ends in .csv")
        start = Path.home() / name
        chooser = choose_file(self._page, title, "*.xlsx *.csv", Purpose.WRITE, start)
        chooser.fileSelected.connect(self._export_to)

    @Slot(str)
    def _export_to(self, path: str) -> None:
        sheet, office, dialect = self._sheet, self._desk.office, dialect_of()
        if sheet is None:
            return
        written = Path(path)
        if written.suffix.lower() not in _FORMS:
            written = written.with_name(f"{written.name}{WORKBOOK}")
        self._desk.tasks.start(
            tr("Exporting the list"),
            lambda progress: export_listing(office, sheet, written, dialect, progress=progress),
            self._exported,
        )

    def _exported(self, exported: ExportedList) -> None:
        self._desk.changes.announce({Listing.JOURNAL})
        rows, extent = exported.extent.rows, exported.extent
        text = plural(
            "{n} row is written to {path}. Handle the file as {marking}.",
            "{n} rows are written to {path}. Handle the file as {marking}.",
            rows,
        )
        self._desk.messages.done(
            text.format(n=figures.whole(rows), path=exported.path, marking=heading(extent.marking))
        )


def _put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
