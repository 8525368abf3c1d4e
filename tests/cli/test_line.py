from tests.cli.conftest import Asked, Procure


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
