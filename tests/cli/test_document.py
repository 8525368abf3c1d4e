from pathlib import Path

import pytest

from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import AUTHORISER, DEPUTY, PREPARER, Place, authorise, submit


@pytest.fixture
def number(place: Place) -> str:
    with place.signed_in(PREPARER) as preparer, place.signed_in(AUTHORISER) as authoriser:
        return authorise(authoriser, place, submit(preparer, place)).number


def test_a_document_is_written_and_verified(
    asked: Asked, office: Procure, refused: Refused, number: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "F.pdf"
    assert asked("document", "export", number, "--out", pdf) == {"pdf": str(pdf)}
    refused(3, "document", "export", number, "--out", pdf)
    said = office("document", "export", number, "--out", tmp_path / "2.pdf", officer=DEPUTY)
    assert said.out == f"Wrote {tmp_path}/2.pdf.\n"
    verdict = asked("document", "verify", pdf)
    assert (verdict["answer"], verdict["findings"], verdict["number"]) == ("valid", [], number)
    assert [one["field"] for one in verdict["signatures"]] == ["PreparedBy", "AuthorisedBy"]
    assert verdict["signatures"][0]["signed_at"] == "2026-06-15T09:00:00+00:00"
    lines = office("document", "verify", pdf).out.splitlines()
    assert lines[0] == "Valid"
    assert "TEST Preparer" in lines[2]


def test_without_the_office_it_cannot_tell(
    procure: Procure, office: Procure, place: Place, number: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "F.pdf"
    office("document", "export", number, "--out", pdf)
    answer = procure("--json", "document", "verify", pdf, "--trust", place.authority)
    assert (answer.status, answer.err) == (1, "")
    assert answer.json["answer"] == "cannot tell"
    assert answer.json["findings"] == ["page not compared"]
    assert procure("document", "verify", pdf).out.startswith("Cannot tell\n")


def test_a_changed_document_is_not_valid(
    procure: Procure, office: Procure, number: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "F.pdf"
    office("document", "export", number, "--out", pdf)
    pdf.write_bytes(pdf.read_bytes() + b"more")
    answer = office("document", "verify", pdf)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("Not valid\n")
    missing = procure("document", "verify", tmp_path / "missing.pdf")
    assert (missing.status, missing.out) == (3, "")


def test_a_draft_has_no_document(refused: Refused, asked: Asked, tmp_path: Path) -> None:
    terms = ("--currency", "USD", "--budget-line", "x")
    made = asked("commitment", "draft", "--line", "UA-0001=1", *terms)
    refused(1, "document", "export", made["id"], "--out", tmp_path / "F.pdf")
