from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from procure_desktop.domain.errors import (
    CancelledError,
    ExpiryBeforeIssueError,
    FileUnreadableError,
    LetterUnreadableError,
    LineReusedError,
    ListUnapprovedError,
    MappingIncompleteError,
    MarkingTooHighError,
    NoGoodRowsError,
    RoleMissingError,
    RowsRefusedError,
    SerialFormError,
    SerialOfReleasesError,
    SpreadsheetChangedError,
    SpreadsheetRepeatedError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.request_list import Approval, LineId
from procure_desktop.domain.spreadsheet import ColumnMapping, ListField
from procure_desktop.services import import_spreadsheet as module
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.import_spreadsheet import (
    SheetOrder,
    import_spreadsheet,
    preview_spreadsheet,
)
from procure_desktop.services.look_at_spreadsheet import (
    kept_mapping,
    known_senders,
    look_at_spreadsheet,
    with_kept,
)
from procure_desktop.services.office import Office
from procure_desktop.services.read_line import read_line
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.store.attestations import load_attestation, release_key
from procure_desktop.store.lists import newest_version
from tests.office_factory import SERIAL, draft
from tests.sheets import COVER, HEADS, ROW, ROWS, letter_file, sheet_order, write_csv, write_xlsx

BAD = (4, "Рatriot", "x", "ППО", "шт", "many", 1, 0, 99, "soon", "так", "")
FIRST = LineId("UA-SHEET-0001")


def entries(office: Office) -> int:
    return len(list_ids(office, Query(Listing.JOURNAL)))


def version(office: Office, serial: str = COVER.serial) -> int:
    with office.database.reading() as tx:
        return newest_version(tx, serial)


def test_a_preview_stores_nothing_and_says_what_would_come(tmp_path: Path, auditor: Office) -> None:
    before = entries(auditor)
    found = preview_spreadsheet(auditor, sheet_order(tmp_path, [*ROWS, BAD]))
    assert (found.serial, found.version, found.good, found.bad_rows) == ("UA-SHEET", 1, 3, 1)
    assert found.problem_count == len(found.problems) == 5
    assert [line.number for line in found.lines] == [1, 2, 3]
    assert entries(auditor) == before
    assert version(auditor) == 0


def test_the_lines_are_stored_unapproved_with_one_entry(tmp_path: Path, preparer: Office) -> None:
    told: list[tuple[int, int]] = []
    before = entries(preparer)
    order = sheet_order(tmp_path)
    preview = preview_spreadsheet(preparer, order)
    found = import_spreadsheet(
        preparer, replace(order, sha256=preview.sha256), lambda *step: told.append(step)
    )
    assert (found.version, found.good, found.bad_rows) == (1, 3, 0)
    assert told[-1] == (1, 1)
    assert entries(preparer) == before + 1
    view = read_line(preparer, FIRST)
    assert view.edition.approval is Approval.UNAPPROVED
    assert view.edition.expires == COVER.expires
    assert view.package is None
    assert view.line.availability is None
    assert view.outstanding.quantity == 25
    verify_journal(preparer)


def test_unstated_values_are_found_and_shown_as_such(tmp_path: Path, preparer: Office) -> None:
    import_spreadsheet(preparer, sheet_order(tmp_path))
    query = Query(Listing.LINES).choosing("availability", ("not stated",))
    rows = read_rows(preparer, Listing.LINES, list_ids(preparer, query))
    assert [row["line"] for row in rows] == ["UA-SHEET-0001", "UA-SHEET-0002", "UA-SHEET-0003"]
    assert {row["state"] for row in rows} == {"unapproved"}


def test_nobody_commits_to_an_unapproved_list(tmp_path: Path, preparer: Office) -> None:
    import_spreadsheet(preparer, sheet_order(tmp_path))
    with pytest.raises(ListUnapprovedError):
        draft(preparer, FIRST)


def test_a_later_file_is_the_next_version(tmp_path: Path, preparer: Office) -> None:
    import_spreadsheet(preparer, sheet_order(tmp_path))
    fewer = [(*ROW[:6], 5, *ROW[7:]), ROWS[1]]
    found = import_spreadsheet(preparer, sheet_order(tmp_path, fewer))
    assert found.version == version(preparer) == 2
    assert read_line(preparer, FIRST).outstanding.quantity == 5
    assert read_line(preparer, LineId("UA-SHEET-0003")).withdrawn


def test_the_same_file_is_imported_once(tmp_path: Path, preparer: Office) -> None:
    order = sheet_order(tmp_path)
    import_spreadsheet(preparer, order)
    before = entries(preparer)
    for act in (preview_spreadsheet, import_spreadsheet):
        with pytest.raises(SpreadsheetRepeatedError) as refused:
            act(preparer, order)
        assert (refused.value.serial, refused.value.version) == ("UA-SHEET", 1)
    assert entries(preparer) == before


def test_good_rows_are_taken_or_none(tmp_path: Path, preparer: Office) -> None:
    with pytest.raises(RowsRefusedError) as refused:
        import_spreadsheet(preparer, sheet_order(tmp_path, [*ROWS, BAD]))
    assert (refused.value.count, refused.value.first) == (1, "B7")
    assert version(preparer) == 0
    found = import_spreadsheet(preparer, sheet_order(tmp_path, [*ROWS, BAD], good_rows=True))
    assert (found.good, found.bad_rows) == (3, 1)
    with pytest.raises(NoGoodRowsError):
        import_spreadsheet(preparer, sheet_order(tmp_path, [BAD], serial="UA-2", good_rows=True))
    assert version(preparer, "UA-2") == 0


def test_a_cancelled_import_stores_nothing(tmp_path: Path, preparer: Office) -> None:
    before = entries(preparer)
    for last in (0, 1):

        def cancel(done: int, total: int, last: int = last) -> None:
            if (done, total) == (1, 1) or not last:
                raise CancelledError

        with pytest.raises(CancelledError):
            import_spreadsheet(preparer, sheet_order(tmp_path), cancel)
        assert version(preparer) == 0
        assert entries(preparer) == before
    import_spreadsheet(preparer, sheet_order(tmp_path))


def test_a_file_that_changed_since_is_refused(
    tmp_path: Path, preparer: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = sheet_order(tmp_path)
    with pytest.raises(SpreadsheetChangedError):
        import_spreadsheet(preparer, replace(order, sha256="0" * 64))
    # Between the hash and the reading, of a file that is kept and of one that is too large for that.
    monkeypatch.setattr(module, "hash_file", lambda _path: "0" * 64)
    for most in (module.KEPT_BYTES, 10):
        monkeypatch.setattr(module, "KEPT_BYTES", most)
        with pytest.raises(SpreadsheetChangedError):
            import_spreadsheet(preparer, order)
    assert version(preparer) == 0


def test_what_is_said_of_the_list_is_checked(tmp_path: Path, preparer: Office) -> None:
    order = sheet_order(tmp_path)
    cover = order.cover
    refusals: list[tuple[SheetOrder, type[Exception]]] = [
        (replace(order, cover=replace(cover, serial="lower case")), SerialFormError),
        (replace(order, cover=replace(cover, serial=SERIAL)), SerialOfReleasesError),
        (replace(order, cover=replace(cover, expires=date(2026, 5, 1))), ExpiryBeforeIssueError),
        (replace(order, cover=replace(cover, marking=Marking.NATO_SECRET)), MarkingTooHighError),
        (replace(order, mapping=ColumnMapping("Потреби", 3, {})), MappingIncompleteError),
        (replace(order, path=tmp_path / "nothing.csv"), FileUnreadableError),
    ]
    for wrong, error in refusals:
        for act in (preview_spreadsheet, import_spreadsheet):
            with pytest.raises(error):
                act(preparer, wrong)


def test_an_auditor_imports_nothing_and_an_administrator_may(
    tmp_path: Path, auditor: Office, administrator: Office
) -> None:
    with pytest.raises(RoleMissingError):
        import_spreadsheet(auditor, sheet_order(tmp_path))
    assert import_spreadsheet(administrator, sheet_order(tmp_path)).version == 1


def test_an_identity_of_another_list_is_refused(tmp_path: Path, preparer: Office) -> None:
    path = write_csv(tmp_path / "l.csv", [("UA-0001", *ROW[1:])], heads=("ID", *HEADS[1:]))
    mapping = look_at_spreadsheet(path).mapping
    with pytest.raises(LineReusedError):
        import_spreadsheet(preparer, SheetOrder(path, mapping, COVER))
    assert version(preparer) == 0


def test_a_letter_that_comes_along_is_kept_and_nobody_has_attested(
    tmp_path: Path, preparer: Office
) -> None:
    import_spreadsheet(preparer, sheet_order(tmp_path, letter=True))
    with preparer.database.reading() as tx:
        kept = load_attestation(tx, release_key(tx, COVER.serial, 1))
    assert kept is not None
    assert (kept.letter.name, kept.letter.reference) == ("letter.pdf", "NSATU/123")
    assert kept.attestors == ()
    broken = replace(letter_file(tmp_path), path=tmp_path / "broken.pdf")
    broken.path.write_bytes(b"%PDF-1.7 no")
    with pytest.raises(LetterUnreadableError):
        import_spreadsheet(preparer, replace(sheet_order(tmp_path), letter=broken))


def test_the_senders_columns_are_offered_again(tmp_path: Path, preparer: Office) -> None:
    heads = ("Ref no.", *HEADS[1:5], "How many", *HEADS[6:])
    path = write_xlsx(tmp_path / "a.xlsx", heads=heads)
    guess = look_at_spreadsheet(path).mapping
    columns = {ListField.NUMBER: 1, ListField.REQUIRED: 6} | dict(guess.columns)
    import_spreadsheet(preparer, SheetOrder(path, replace(guess, columns=columns), COVER))
    assert known_senders(preparer) == [COVER.issuer]
    assert kept_mapping(preparer, "Other") is None
    kept = kept_mapping(preparer, COVER.issuer)
    assert kept is not None
    again = with_kept(look_at_spreadsheet(path), kept)
    assert again.mapping.columns == columns
    assert again.heads[0] == "Ref no."
    assert again.width == len(heads)


def test_without_heads_columns_are_not_remembered(tmp_path: Path, preparer: Office) -> None:
    order = sheet_order(tmp_path)
    below = [(number, row) for number, row in enumerate(ROWS, start=1)]
    path = write_csv(
        tmp_path / "l.csv", [row for _, row in below[1:]], heads=[str(one) for one in ROW]
    )
    mapping = replace(order.mapping, sheet="l.csv", header=0, encoding="utf-8", delimiter=";")
    found = import_spreadsheet(preparer, SheetOrder(path, mapping, COVER))
    assert found.good == 3
    kept = kept_mapping(preparer, COVER.issuer)
    assert kept is not None
    assert kept.heads == {}
    assert look_at_spreadsheet(path, header=0).heads == ()


def test_a_file_too_large_to_keep_is_known_by_its_hash(
    tmp_path: Path, preparer: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_BYTES", 10)
    found = import_spreadsheet(preparer, sheet_order(tmp_path))
    query = text("SELECT file FROM list_release WHERE sha256 = :sha256")
    with preparer.database.reading() as tx:
        assert tx.execute(query, {"sha256": found.sha256}).scalar() is None


def test_progress_and_lines_beyond_the_shown(tmp_path: Path, preparer: Office) -> None:
    many = [(number, *ROW[1:]) for number in range(1, 2501)]
    path = write_csv(tmp_path / "l.csv", many)
    told: list[tuple[int, int]] = []
    order = SheetOrder(path, look_at_spreadsheet(path).mapping, COVER)
    found = preview_spreadsheet(preparer, order, lambda *step: told.append(step))
    assert (found.good, len(found.lines), len(told)) == (2500, 200, 3)
    assert all(done < total for done, total in told)


def test_numbers_without_an_exact_form_are_shown_as_they_are(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "l.xlsx", [(1e20, "a\u202eb", *ROW[2:])])
    shown = look_at_spreadsheet(path).rows[3]
    assert shown[:2] == ("1e+20", "a�b")
