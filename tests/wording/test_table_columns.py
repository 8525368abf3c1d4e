import pytest

from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.exchange.table_file import Kind
from procure_desktop.language import language, speak
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.export_listing import Extent
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.wording.columns import RECORDS
from procure_desktop.wording.table_columns import (
    LISTS,
    dialect_of,
    filter_words,
    sheet_of,
    table_columns,
)
from tests.office_factory import NOW, Place, make_offer, submit


def test_every_list_has_a_name() -> None:
    assert set(LISTS) == set(RECORDS) == set(Listing)


def test_every_figure_has_its_currency_or_unit_beside_it() -> None:
    headings = [column.heading for column in table_columns(RECORDS[Listing.DONATIONS])]
    assert headings[3:7] == ["Quantity", "Unit", "Quoted value", "Currency"]
    lines = [column.heading for column in table_columns(RECORDS[Listing.LINES])]
    assert lines.count("Unit") == 1
    assert "Unit price (USD)" in lines
    commitments = [column.heading for column in table_columns(RECORDS[Listing.COMMITMENTS])]
    assert "Changed (UTC)" in commitments


@pytest.mark.parametrize("listing", Listing)
def test_every_cell_can_be_counted_with(
    preparer: Office, authoriser: Office, place: Place, listing: Listing
) -> None:
    submit(preparer, place)
    log_donation(preparer, make_offer())
    rows = read_rows(preparer, listing, list_ids(preparer, Query(listing)))
    for row in rows:
        for column, record in zip(
            table_columns(RECORDS[listing]), _with_beside(listing), strict=True
        ):
            cell = column.cell(row)
            kinds = {Kind.TEXT: str, Kind.WHOLE: int, Kind.MONEY: Money}
            assert cell is None or isinstance(cell, kinds.get(column.kind, object)), record


def _with_beside(listing: Listing) -> list[str]:
    keys: list[str] = []
    for column in RECORDS[listing]:
        keys.append(column.key)
        if column.beside and column.beside not in keys:
            keys.append(column.beside)
    return keys


def test_what_is_filtered_is_said() -> None:
    query = Query(
        Listing.LINES, "radar", (("capability", ("artillery", "air defence")), ("urgent", ("yes",)))
    )
    assert filter_words(query) == (
        "search “radar”; Capability: artillery or air defence; Urgent: yes"
    )
    assert filter_words(Query(Listing.LINES)) == "none: every record"


def test_the_sheet_about_the_list_says_who_wrote_what_and_when() -> None:
    sheet = sheet_of(Query(Listing.LINES), RECORDS[Listing.LINES][:2], "Preparer, Unit", NOW)
    about = dict(sheet.about(Extent(3, Marking.NATO_RESTRICTED, illustrative=False)))
    assert about["Rows"] == "3"
    assert about["By"] == "Preparer, Unit"
    assert about["Marking"] == "NATO RESTRICTED"
    assert about["Written"] == "15 Jun 2026 09:00 UTC"
    assert "Illustrative" not in about
    assert "Illustrative" in dict(sheet.about(Extent(3, Marking.UNMARKED, illustrative=True)))


def test_the_dialect_is_the_regions_unless_it_is_said() -> None:
    assert (dialect_of().decimal, dialect_of(",").decimal) == (".", ",")
    speak(language("uk"))
    try:
        assert (dialect_of().decimal, dialect_of().delimiter) == (",", ";")
        assert dialect_of(".").decimal == "."
    finally:
        speak(language("en"))
