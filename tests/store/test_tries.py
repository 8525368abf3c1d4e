import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procure_desktop.domain.sign_in_delay import NO_RECORD, Tries
from procure_desktop.store.tries import FORMAT, load_tries, save_tries

NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tries.json"


def test_what_is_kept_is_read_for_each_officer(path: Path) -> None:
    assert load_tries(path, "A") == NO_RECORD
    save_tries(path, "A", Tries(4, NOW))
    save_tries(path, "Б\udcff", Tries(0, NOW))
    save_tries(path, "A", Tries(5, NOW))
    assert load_tries(path, "A") == Tries(5, NOW)
    assert load_tries(path, "Б\udcff") in {Tries(0, NOW), NO_RECORD}
    assert load_tries(path, "C") == NO_RECORD


def doctored(**change: object) -> str:
    one = {"failed": 1, "at": NOW.isoformat(), **change}
    return json.dumps({"format": FORMAT, "officers": {"A": one}})


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "7", "null", "{}", '{"format": "another"}', "[" * 100_000,
        json.dumps({"format": FORMAT, "officers": 7}),
        json.dumps({"format": FORMAT, "officers": {"A": 7}}),
        doctored(failed="1"), doctored(failed=-1), doctored(failed=True), doctored(failed=10**9),
        doctored(at=None), doctored(at="soon"), doctored(at="0001-01-01T00:00:00+14:00"),
    ],
)  # fmt: skip
def test_a_doctored_record_is_none(path: Path, text: str) -> None:
    path.write_text(text)
    assert load_tries(path, "A") == NO_RECORD
    save_tries(path, "A", Tries(4, NOW))
    assert load_tries(path, "A") == Tries(4, NOW)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "tries.json"
    save_tries(path, "A", Tries(4, NOW))
    assert load_tries(path, "A") == NO_RECORD
