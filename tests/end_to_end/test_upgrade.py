"""An office that an earlier version left is opened, upgraded and worked in, and has lost nothing."""

import shutil
from pathlib import Path

import pytest

from procure_desktop.domain.commitment import CommitmentId, DocumentState, Order
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.request_list import LineId
from procure_desktop.domain.verdict import Answer
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.draft_commitment import draft_commitment
from procure_desktop.services.import_spreadsheet import import_spreadsheet
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import officer_names, signed_in
from procure_desktop.services.read_commitment import read_commitment
from procure_desktop.services.read_line import read_line
from procure_desktop.services.verify_document import verify_document
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.guards import TRIGGERS
from tests.office_factory import (
    GREEN,
    PAIRED,
    PASSPHRASE,
    PREPARER,
    Clock,
    make_terms,
)
from tests.sheets import ROW, sheet_order

LEFT = Path(__file__).parent.parent / "data" / "office-0.1.0.office"
ROWS = {
    "announcement": 39,
    "commitment": 4,
    "commitment_line": 4,
    "document": 3,
    "donation": 1,
    "hold": 4,
    "journal": 19,
    "line": 7,
    "list_release": 2,
    "number_series": 2,
    "office": 1,
    "officer": 5,
    "officer_role": 6,
    "package": 4,
    "trust": 4,
}
"""What was in each table when that version closed the office."""


@pytest.fixture
def left(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LEFT, tmp_path / "left.office"))


def rows_of(office: Office) -> dict[str, int]:
    with office.database.reading() as tx:
        return {
            name: tx.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 (our own names)
            for name in ROWS
        }


def test_every_row_is_there_and_every_guard_in_place(left: Path) -> None:
    with signed_in(left, PREPARER, PASSPHRASE, Clock()) as office:
        assert rows_of(office) == ROWS
        with office.database.reading() as tx:
            names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            guards = set(tx.exec_driver_sql(names).scalars())
            assert tx.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert len(guards) == len(TRIGGERS)


def test_a_list_from_a_spreadsheet_finds_room_for_what_it_leaves_unsaid(
    left: Path, tmp_path: Path
) -> None:
    with signed_in(left, PREPARER, PASSPHRASE, Clock()) as office:
        import_spreadsheet(office, sheet_order(tmp_path, [(*ROW[:9], "", *ROW[10:])]))
        line = read_line(office, LineId("UA-SHEET-0001")).line
    assert (line.required_by, line.availability) == (None, None)


def test_the_journal_is_whole(left: Path) -> None:
    with signed_in(left, PREPARER, PASSPHRASE, Clock()) as office:
        assert verify_journal(office).number == ROWS["journal"]


def test_commitments_are_read_and_their_documents_hold(left: Path, tmp_path: Path) -> None:
    with signed_in(left, PREPARER, PASSPHRASE, Clock()) as office:
        ids = [CommitmentId(one) for one in list_ids(office, Query(Listing.COMMITMENTS))]
        found = {one.state: one for one in (read_commitment(office, key) for key in ids)}
        assert set(found) == {
            DocumentState.AUTHORISED,
            DocumentState.RETURNED,
            DocumentState.SUBMITTED,
            DocumentState.DRAFT,
        }
        path = tmp_path / "F.pdf"
        path.write_bytes(document_bytes(office, found[DocumentState.AUTHORISED].id).pdf)
        assert verify_document(path, office=office).answer == Answer.VALID


def test_lines_are_found_listed_and_committed_to(left: Path) -> None:
    with signed_in(left, PREPARER, PASSPHRASE, Clock()) as office:
        found = list_ids(office, Query(Listing.LINES, text="projectile"))
        assert [row["line"] for row in read_rows(office, Listing.LINES, found)] == [PAIRED]
        # The second release left two of it, and three are held.
        assert read_line(office, GREEN).outstanding.quantity < 0
        draft_commitment(office, (Order(PAIRED, quantity=4),), make_terms())
        assert rows_of(office)["commitment"] == ROWS["commitment"] + 1


def test_it_is_upgraded_once_and_everybody_can_still_sign_in(left: Path) -> None:
    for name in officer_names(left):
        with signed_in(left, name, PASSPHRASE, Clock()) as office:
            assert office.officer.name == name
