"""A list as a table in a file or on the clipboard: its headings, and what a sheet says about it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from babel.numbers import get_decimal_symbol

from procure_desktop.domain.listing import Listing, Query
from procure_desktop.exchange.delimited_table import Dialect
from procure_desktop.exchange.table_file import Kind, TableColumn
from procure_desktop.language import marked, spoken, tr
from procure_desktop.services.export_listing import Extent, Sheet
from procure_desktop.wording import figures
from procure_desktop.wording.columns import RECORDS, RecordColumn, Row
from procure_desktop.wording.terms import heading, term

LISTS = {
    Listing.LINES: marked("Request lines"),
    Listing.COMMITMENTS: marked("Commitments"),
    Listing.DONATIONS: marked("Donations"),
    Listing.DOCUMENTS: marked("Documents"),
    Listing.JOURNAL: marked("Journal"),
    Listing.RELEASES: marked("Releases"),
    Listing.OFFICERS: marked("Officers"),
    Listing.EFFECTS: marked("Effects on us"),
}
_BESIDE = {"unit": marked("Unit"), "currency": marked("Currency")}
_WIDTHS = {Kind.TEXT: 24, Kind.WHOLE: 12, Kind.MONEY: 20, Kind.DAY: 12, Kind.MOMENT: 20}
_FLAGS = {"yes": marked("yes"), "no": marked("no")}


def dialect_of(decimal: str = "") -> Dialect:
    """The dialect of files and clipboard: with `decimal`, or with that of the region."""
    symbol = decimal or str(get_decimal_symbol(spoken().locale))
    return Dialect("," if symbol == "," else ".")


def table_columns(columns: Iterable[RecordColumn]) -> tuple[TableColumn, ...]:
    """The columns of a table, each figure with its currency or unit in the heading or in a column beside it."""
    made: list[TableColumn] = []
    beside: set[str] = set()
    for column in columns:
        made.append(TableColumn(_title(column), column.kind, column.cell, _WIDTHS[column.kind]))
        if column.beside and column.beside not in beside:
            beside.add(column.beside)
            made.append(_companion(column.beside))
    return tuple(made)


def _title(column: RecordColumn) -> str:
    title = tr(column.title)
    if column.currency:
        return f"{title} ({column.currency})"
    if column.kind is Kind.MOMENT and "UTC" not in title:
        return f"{title} (UTC)"
    return title


def _companion(key: str) -> TableColumn:
    def cell(row: Row) -> str:
        return str(row[key])

    return TableColumn(tr(_BESIDE[key]), Kind.TEXT, cell)


def sheet_of(query: Query, columns: Sequence[RecordColumn], who: str, when: datetime) -> Sheet:
    """The list as `who` (an officer and an office) writes it to a file at `when`."""
    return Sheet(
        query,
        table_columns(columns),
        (tr(LISTS[query.listing]), tr("About")),
        lambda extent: _about(query, who, when, extent),
    )


def _about(query: Query, who: str, when: datetime, extent: Extent) -> list[tuple[str, str]]:
    about = [
        (tr("List"), tr(LISTS[query.listing])),
        (tr("Rows"), figures.whole(extent.rows)),
        (tr("Filter"), filter_words(query)),
        (tr("Written"), figures.moment(when)),
        (tr("By"), who),
        (tr("Marking"), heading(extent.marking)),
        (tr("How to read it"), tr("Times are in UTC. Every amount stands beside its currency.")),
    ]
    if extent.illustrative:
        note = tr(
            "Lines and prices of illustrative lists are made up and say nothing of real needs."
        )
        about.append((tr("Illustrative"), note))
    return about


def filter_words(query: Query) -> str:
    """What a query shows, in words: what is searched, and the chosen values of each facet."""
    titles = {column.key: column.title for column in RECORDS[query.listing]}
    parts = [tr("search “{text}”").format(text=query.text)] if query.text else []
    for column, values in query.facets:
        said = figures.either([tr(_FLAGS[one]) if one in _FLAGS else term(one) for one in values])
        name = tr(titles[column]) if column in titles else heading(column.replace("_", " "))
        parts.append(f"{name}: {said}")
    return "; ".join(parts) or tr("none: every record")
