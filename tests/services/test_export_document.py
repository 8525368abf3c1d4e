from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.errors import (
    DocumentMissingError,
    FileExistsAlreadyError,
    FileUnwritableError,
    SignatureFailedError,
)
from procure_desktop.services.document_bytes import document_bytes
from procure_desktop.services.export_document import export_document
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_history
from procure_desktop.services.return_commitment import return_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from tests.office_factory import PREPARER, Place, authorise, draft, submit
from tests.services.conftest import Unchanged


def test_the_stored_bytes_are_written(
    place: Place, preparer: Office, authoriser: Office, auditor: Office, tmp_path: Path
) -> None:
    made = authorise(authoriser, place, submit(preparer, place))
    out = export_document(auditor, made.id, tmp_path / "F.pdf")
    assert out.read_bytes() == document_bytes(preparer, made.id).pdf
    last = read_history(preparer, made)[-1]
    assert (last.officer, last.change.action) == ("Auditor", "document exported")
    assert last.change.after["file"] == "F.pdf"


def test_nothing_is_overwritten_unasked(
    place: Place, preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    made, out = submit(preparer, place), tmp_path / "F.pdf"
    out.write_text("mine")
    with unchanged(preparer), pytest.raises(FileExistsAlreadyError):
        export_document(preparer, made.id, out)
    assert out.read_text() == "mine"
    export_document(preparer, made.id, out, overwrite=True)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there(
    place: Place, preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    made = submit(preparer, place)
    with unchanged(preparer), pytest.raises(FileUnwritableError):
        export_document(preparer, made.id, tmp_path / "missing" / "F.pdf")


def test_a_draft_has_no_document_to_write(preparer: Office, tmp_path: Path) -> None:
    with pytest.raises(DocumentMissingError):
        export_document(preparer, draft(preparer).id, tmp_path / "F.pdf")


def test_an_older_version_can_still_be_written(
    place: Place, preparer: Office, authoriser: Office, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    return_commitment(authoriser, made.id, "Test reason")
    submit_commitment(preparer, made.id, place.key(PREPARER))
    first = export_document(preparer, made.id, tmp_path / "1.pdf", version=1)
    second = export_document(preparer, made.id, tmp_path / "2.pdf")
    assert first.read_bytes() != second.read_bytes()


def test_tampered_bytes_are_not_written(
    place: Place, preparer: Office, raw: dbapi2.Connection, tmp_path: Path, unchanged: Unchanged
) -> None:
    made = submit(preparer, place)
    raw.execute("DROP TRIGGER document_frozen")
    raw.execute("UPDATE document SET pdf = CAST(pdf || x'00' AS BLOB)")
    with unchanged(preparer), pytest.raises(SignatureFailedError):
        export_document(preparer, made.id, tmp_path / "F.pdf")
    assert not (tmp_path / "F.pdf").exists()


def test_a_name_that_is_no_text_can_be_written_to(
    place: Place, preparer: Office, tmp_path: Path
) -> None:
    made = submit(preparer, place)
    out = tmp_path / b"F\xff.pdf".decode(errors="surrogateescape")
    assert export_document(preparer, made.id, out).exists()
