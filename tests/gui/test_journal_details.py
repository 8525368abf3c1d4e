"""What the pane says of an entry."""

import json
from datetime import UTC, datetime
from typing import Any

from procure_desktop.domain.journal import Change, Entry
from procure_desktop.gui.details.details import Details
from procure_desktop.gui.details.journal_details import describe_entry


def entry(before: Any, after: Any) -> Entry:
    change = Change("settings changed", "office", before, after)
    content = json.dumps({"previous": "ab" * 32}).encode()
    return Entry(12, datetime(2026, 6, 15, 9, tzinfo=UTC), "Officer", change, content, "cd" * 32)


def facts(details: Details, heading: str) -> dict[str, str]:
    section = next(one for one in details.sections if one.heading == heading)
    return {fact.label: fact.text for fact in section.facts}


def test_what_is_new_is_grouped_by_what_it_belongs_to() -> None:
    price = {"minor": 320_055, "currency": "USD"}
    after = {
        "number": "NLD-2026-0001",
        "document_sha256": "ef" * 32,
        "demo": False,
        "serials": ["A", "B"],
        "validity": None,
        "lines": [{"line": "UA-0001", "unit_price": price}],
    }
    details = describe_entry(entry(None, after))
    assert facts(details, "Recorded") == {
        "Number": "NLD-2026-0001",
        "Document SHA-256": " ".join(["EFEF"] * 16),
        "Demo": "No",
        "Serial numbers": "A, B",
    }
    assert facts(details, "Line 1") == {"Line": "UA-0001", "Unit price": "USD 3,200.55"}


def test_what_changed_stands_apart_from_what_did_not() -> None:
    before = {"state": "draft", "reason": "", "version": 0}
    after = {"state": "submitted", "reason": "", "version": 1, "number": "NLD-2026-0001"}
    details = describe_entry(entry(before, after))
    assert facts(details, "Changed") == {
        "State": "Before: draft\nAfter: in review",
        "Version": "Before: 0\nAfter: 1",
    }
    assert facts(details, "Added") == {"Number": "NLD-2026-0001"}
    assert facts(details, "Unchanged") == {"Reason": ""}


def test_what_was_taken_away_is_shown() -> None:
    details = describe_entry(entry({"name": "Officer"}, None))
    assert facts(details, "Removed") == {"Name": "Officer"}


def test_the_hashes_can_be_read_aloud() -> None:
    assert facts(describe_entry(entry(None, {})), "Chain") == {
        "SHA-256": " ".join(["CDCD"] * 16),
        "Entry before": " ".join(["ABAB"] * 16),
    }
