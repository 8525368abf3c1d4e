"""What a writer past all of the program does to the journal, and whether it is found."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    AnchorForeignError,
    AnchorMissingError,
    AnchorNotValidError,
    FileUnreadableError,
    JournalBrokenError,
    JournalRewrittenError,
    RoleMissingError,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.services.back_up_office import back_up_office
from procure_desktop.services.change_settings import set_highest_marking
from procure_desktop.services.export_document import export_document
from procure_desktop.services.office import Office
from procure_desktop.services.verify_journal import read_anchor, verify_journal
from tests.office_factory import Place, authorise, draft, make_place, submit


@pytest.fixture
def pdf(place: Place, preparer: Office, authoriser: Office, tmp_path: Path) -> Path:
    draft(preparer)
    made = authorise(authoriser, place, submit(preparer, place))
    return export_document(preparer, made.id, tmp_path / "F.pdf")


@pytest.fixture
def backup(pdf: Path, auditor: Office, tmp_path: Path) -> Path:
    back_up_office(auditor, tmp_path / "mod.backup")
    return tmp_path / "mod.backup"


@pytest.fixture
def opened(raw: dbapi2.Connection) -> dbapi2.Connection:
    """The guards of the journal taken away, as whoever holds the data key can."""
    for trigger in ("journal_no_update", "journal_no_delete", "journal_chained"):
        raw.execute(f"DROP TRIGGER {trigger}")
    return raw


def test_a_whole_journal_agrees_with_all_that_it_went_into(
    auditor: Office, pdf: Path, backup: Path
) -> None:
    head = verify_journal(auditor)
    assert verify_journal(auditor, pdf) == verify_journal(auditor, backup) == head
    assert 0 < read_anchor(auditor, pdf).number < read_anchor(auditor, backup).number < head.number


def test_a_changed_entry_is_named(auditor: Office, pdf: Path, opened: dbapi2.Connection) -> None:
    opened.execute("UPDATE journal SET officer = 'Nobody' WHERE number = 5")
    opened.execute("UPDATE journal SET officer = 'Nobody' WHERE number = 7")
    with pytest.raises(JournalBrokenError) as refused:
        verify_journal(auditor)
    assert refused.value.number == 5


def test_a_cut_tail_is_found_by_what_it_went_into(
    auditor: Office, pdf: Path, backup: Path, opened: dbapi2.Connection
) -> None:
    kept = read_anchor(auditor, pdf).number - 1
    opened.execute("DELETE FROM journal WHERE number > ?", (kept,))
    assert verify_journal(auditor).number == kept
    for anchor in (pdf, backup):
        with pytest.raises(JournalRewrittenError) as refused:
            verify_journal(auditor, anchor)
        assert refused.value.number == read_anchor(auditor, anchor).number


def rewrite(connection: dbapi2.Connection, first: int) -> None:
    """Put another officer into every entry from `first` on, with hashes that follow one from another."""
    rows = connection.execute(
        "SELECT number, content FROM journal WHERE number >= ? ORDER BY number", (first,)
    ).fetchall()
    previous = connection.execute(
        "SELECT sha256 FROM journal WHERE number = ?", (first - 1,)
    ).fetchone()[0]
    for number, content in rows:
        changed = json.loads(content) | {"officer": "Nobody", "previous": previous}
        data = canonical(changed)
        digest = hashlib.sha256(data).hexdigest()
        connection.execute(
            "UPDATE journal SET officer = 'Nobody', content = ?, previous = ?, sha256 = ?"
            " WHERE number = ?",
            (data, previous, digest, number),
        )
        previous = digest


def test_a_rewritten_tail_is_found_by_what_it_went_into(
    auditor: Office, pdf: Path, backup: Path, opened: dbapi2.Connection
) -> None:
    rewrite(opened, 4)
    verify_journal(auditor)
    for anchor in (pdf, backup):
        with pytest.raises(JournalRewrittenError):
            verify_journal(auditor, anchor)


def test_what_came_before_the_anchor_is_all_that_it_proves(
    auditor: Office, pdf: Path, backup: Path, opened: dbapi2.Connection
) -> None:
    rewrite(opened, read_anchor(auditor, pdf).number + 1)
    verify_journal(auditor, pdf)
    with pytest.raises(JournalRewrittenError):
        verify_journal(auditor, backup)


def test_an_emptied_journal_is_broken(auditor: Office, opened: dbapi2.Connection) -> None:
    opened.execute("DELETE FROM journal")
    with pytest.raises(JournalBrokenError) as refused:
        verify_journal(auditor)
    assert refused.value.number == 1


def test_a_broken_journal_is_not_backed_up(
    auditor: Office, opened: dbapi2.Connection, tmp_path: Path
) -> None:
    opened.execute("UPDATE journal SET action = 'nothing' WHERE number = 2")
    with pytest.raises(JournalBrokenError):
        back_up_office(auditor, tmp_path / "mod.backup")
    assert not (tmp_path / "mod.backup").exists()


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7 nothing"])
def test_a_file_without_a_head_is_no_anchor(auditor: Office, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "some.file"
    path.write_bytes(data)
    with pytest.raises(AnchorMissingError):
        verify_journal(auditor, path)


def test_a_zip_that_is_no_backup_is_no_anchor(auditor: Office, place: Place) -> None:
    with pytest.raises(AnchorMissingError):
        verify_journal(auditor, place.release)


def test_a_document_with_a_zip_at_its_end_proves_nothing(
    auditor: Office, pdf: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("backup.json", "{}")
    both = tmp_path / "both.pdf"
    both.write_bytes(pdf.read_bytes() + (tmp_path / "x.zip").read_bytes())
    with pytest.raises(AnchorNotValidError):
        read_anchor(auditor, both)


def test_a_missing_file_is_a_fault(auditor: Office, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        verify_journal(auditor, tmp_path / "missing")


def test_a_refused_change_leaves_no_entry(auditor: Office, preparer: Office) -> None:
    before = verify_journal(auditor)
    with pytest.raises(RoleMissingError):
        set_highest_marking(preparer, Marking.NATO_SECRET)
    assert verify_journal(auditor) == before


def test_a_file_of_another_office_is_said_to_be_one(
    auditor: Office, pdf: Path, backup: Path, tmp_path: Path
) -> None:
    other = make_place(tmp_path / "other")
    with other.signed_in("Auditor") as office:
        for anchor in (pdf, backup):
            with pytest.raises(AnchorForeignError):
                verify_journal(office, anchor)


def test_an_altered_document_proves_nothing(auditor: Office, pdf: Path) -> None:
    pdf.write_bytes(pdf.read_bytes() + b"x")
    with pytest.raises(AnchorNotValidError):
        verify_journal(auditor, pdf)
