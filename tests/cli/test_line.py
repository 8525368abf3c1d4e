import csv
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Asked, Procure, Refused


def test_lines_are_found(asked: Asked) -> None:
    every = asked("line", "find")
    assert (every["found"], len(every["lines"])) == (6, 6)
    assert every["lines"][0]["required_by"] == "2027-03-31"
    assert asked("line", "find", "--limit", "2")["found"] == 6
    assert len(asked("line", "find", "--limit", "2")["lines"]) == 2

    def found(*options: str) -> list[str]:
        return [one["line"] for one in asked("line", "find", *options)["lines"]]

    assert found("--text", "RADAR") == ["UA-0004"]
    assert found("--capability", "logistics") == ["UA-0005"]
    assert found("--urgent", "--text", "launcher") == ["UA-0003", "UA-0006"]
    assert found("--text", "100%") == []


def test_lines_for_people(office: Procure) -> None:
    assert office("line", "find", "--text", "generator").out == (
        "UA-0005\tGenerator set, 30 kW\topen\t40 EA\tUSD 42,500.00\n1 of 1 line.\n"
    )


def test_what_is_found_is_written(asked: Asked, tmp_path: Path) -> None:
    book, text = tmp_path / "F.xlsx", tmp_path / "F.csv"
    written = asked("line", "find", "--urgent", "--out", str(book))
    assert written == {"file": str(book), "rows": 5, "marking": "NATO UNCLASSIFIED"}
    assert load_workbook(book)["Request lines"].max_row == 6
    asked("line", "find", "--text", "projectile", "--out", str(text), "--decimal", ",")
    with text.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["Item"], row["Unit price (USD)"]) == ("Projectile, 155 mm", "3200,55")


def test_another_decimal_sign_is_wrong_usage(office: Procure, tmp_path: Path) -> None:
    refused = office("line", "find", "--out", str(tmp_path / "F.csv"), "--decimal", ";")
    assert refused.status == 2
    assert not (tmp_path / "F.csv").exists()


def test_what_happened_to_a_line(asked: Asked, office: Procure) -> None:
    asked(
        *("commitment", "draft", "--currency", "USD", "--budget-line", "Test"),
        *("--line", "UA-0001=3"),
    )
    version, drafted = asked("line", "history", "UA-0001")
    assert (version["version"], version["kind"], version["action"]) == (1, "added", None)
    assert (drafted["action"], drafted["officer"]) == ("commitment drafted", "Preparer")
    said = office("line", "history", "UA-0001").out.splitlines()
    assert said[0] == "15 Jun 2026 09:00 UTC\tUA-TEST version 1; Added"
    assert said[1].endswith("\tCommitment drafted, Preparer")


def test_a_line_that_is_not_there_has_no_history(refused: Refused) -> None:
    assert "UA-9999" in refused(1, "line", "history", "UA-9999")
