import json

import pytest

from procure_desktop.domain.spreadsheet import ListField, Notation, SenderMapping
from procure_desktop.exchange.mapping_file import mapping_content
from tests.cli.conftest import Asked, Procure, Refused
from tests.office_factory import ADMINISTRATOR, AUDITOR, AUTHORISER, Place
from tests.sheets import ROW, ROWS, write_csv, write_letter, write_xlsx

HEAD = ("--serial", "UA-SHEET", "--sender", "Test sender", "--issued", "2026-06-01")
BAD = (4, *ROW[1:7], "much", *ROW[8:])


def test_from_a_spreadsheet_to_a_commitment(asked: Asked, office: Procure, place: Place) -> None:
    path = write_xlsx(place.folder / "list.xlsx")
    previewed = asked("list", "import-sheet", path, *HEAD, "--preview", officer=AUDITOR)
    assert (previewed["stored"], previewed["lines"], previewed["problems"]) == (False, 3, [])
    imported = asked("list", "import-sheet", path, *HEAD)
    assert imported == previewed | {"stored": True}
    assert "UA-SHEET\tversion 1\t3 lines\tno last day\tunapproved" in office("list", "show").out
    letter = write_letter(place.folder / "letter.pdf")
    brought = ("--letter", letter, "--reference", "NSATU/123", "--dated", "2026-06-10")
    first = asked("list", "attest", "UA-SHEET", *brought)
    assert (first["approval"], first["attested_by"]) == ("unapproved", ["Preparer"])
    out = place.folder / "stored.pdf"
    seen = asked("list", "letter", "UA-SHEET", "--out", out, officer=AUTHORISER)
    assert out.read_bytes() == letter.read_bytes()
    second = office(
        "list", "attest", "UA-SHEET", "--seen", seen["letter_sha256"], officer=AUTHORISER
    ).out
    assert second.startswith(
        "List UA-SHEET version 1 is attested.\nAttested to by: Preparer, Authoriser"
    )
    drafted = asked(
        "commitment",
        "draft",
        "--line",
        "UA-SHEET-0001=5",
        "--currency",
        "USD",
        "--budget-line",
        "x",
    )
    assert drafted["usd"] == {"minor": 625250, "currency": "USD"}


def test_problems_are_said_with_their_cells(
    asked: Asked, office: Procure, refused: Refused, place: Place
) -> None:
    path = write_xlsx(place.folder / "list.xlsx", [*ROWS, BAD])
    said = office("list", "import-sheet", path, *HEAD, "--preview").out
    assert "1 row has problems and is left out:\nПотреби!H7\t“much” is not a number" in said
    assert "H7" in refused(1, "list", "import-sheet", path, *HEAD)
    found = asked("list", "import-sheet", path, *HEAD, "--good-rows")
    assert (found["lines"], found["rows_left_out"]) == (3, 1)
    assert (found["problems"][0]["row"], found["problems"][0]["field"]) == (7, "unit price")


def test_columns_and_notation_are_corrected(asked: Asked, refused: Refused, place: Place) -> None:
    heads = ("A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1", "I1", "J1", "K1", "L1")
    rows = [(*ROW[:7], "1.250,50", *ROW[8:9], "03/31/2027", "так", "")]
    path = write_csv(place.folder / "list.csv", rows, heads=heads)
    columns = (
        *("--column", "number=A1", "--column", "name=c", "--column", "quantity outstanding=G1"),
        *("--column", "unit price=H1", "--column", "required by=J1", "--column", "remarks="),
    )
    states = ("--state", "capability=ППО", "--state", "unit of issue=шт", "--state", "priority=2")
    style = ("--decimals", ",", "--thousands", ".", "--days", "month day year")
    options = (*HEAD, "--header", 1, *columns, *states, *style)
    found = asked("list", "import-sheet", path, *options, "--marking", "NATO UNCLASSIFIED")
    assert (found["lines"], found["problems"]) == (1, [])
    for wrong in ("price=H1", "unit price=Z9"):
        refused(2, "list", "import-sheet", path, *HEAD, "--column", wrong)


def test_a_mapping_comes_from_a_file_or_from_the_sender_before(
    asked: Asked, refused: Refused, place: Place
) -> None:
    path = write_csv(place.folder / "list.csv", ROWS, heads=("Ref", *("?" * 11)))
    kept = SenderMapping({ListField.NUMBER: "Ref"}, {}, Notation())
    mapping = place.folder / "sender.json"
    mapping.write_text(json.dumps(mapping_content(kept)), "utf-8")
    arguments = ("list", "import-sheet", path, *HEAD, "--header", 1, "--mapping", mapping)
    assert "Every line needs: name in English or name in Ukrainian" in refused(1, *arguments)
    mapping.write_text('{"heads": {"x": "y"}}', "utf-8")
    refused(1, *arguments)


@pytest.mark.parametrize("officer", [ADMINISTRATOR, AUDITOR])
def test_who_may_not_attest(refused: Refused, asked: Asked, place: Place, officer: str) -> None:
    path = write_xlsx(place.folder / "list.xlsx")
    letter = write_letter(place.folder / "letter.pdf")
    brought = ("--letter", letter, "--reference", "NSATU/123", "--dated", "2026-06-10")
    asked("list", "import-sheet", path, *HEAD, *brought, officer=ADMINISTRATOR)
    refused(1, "list", "attest", "UA-SHEET", officer=officer)
    refused(2, "list", "attest", "UA-SHEET", "--letter", letter)
