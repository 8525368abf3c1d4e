import pytest
from sqlcipher3 import dbapi2

from procure_desktop.domain.journal import GENESIS, Head, first_broken_link
from procure_desktop.services.office import Office
from procure_desktop.store.database import Database
from procure_desktop.store.journals import (
    hash_at,
    iterate_links,
    journal_head,
    load_entry,
    load_history,
)
from tests.office_factory import draft


def broken(office: Office) -> int | None:
    with office.database.reading() as tx:
        return first_broken_link(iterate_links(tx))


def test_an_empty_journal_has_a_head_of_its_own(database: Database) -> None:
    with database.reading() as tx:
        assert journal_head(tx) == Head(0, GENESIS)
        assert hash_at(tx, 0) == GENESIS
        assert hash_at(tx, 1) is None


def test_the_made_office_s_journal_is_whole(preparer: Office) -> None:
    assert broken(preparer) is None
    with preparer.database.reading() as tx:
        head = journal_head(tx)
        assert hash_at(tx, head.number) == head.sha256
        entry = load_entry(tx, head.number)
    assert (entry.officer, entry.change.action) == ("Administrator", "release imported")
    assert entry.change.after["serial"] == "UA-TEST"


def test_a_subject_has_its_history(preparer: Office) -> None:
    made = draft(preparer)
    with preparer.database.reading() as tx:
        history = load_history(tx, f"commitment {made.id}")
        assert [entry.change.action for entry in history] == ["commitment drafted"]
        assert load_history(tx, "commitment 99") == []


@pytest.mark.parametrize(
    "tampering",
    [
        "officer = 'X'",
        "action = 'X'",
        "subject = 'X'",
        "at = '2020-01-01T00:00:00.000000+00:00'",
        "at = 'no time'",
        "at = ''",
        "content = x'00'",
        "content = x'5b5d'",
        "content = x'6e756c6c'",
        'content = CAST(\'{"number": "4", "previous": 7}\' AS BLOB)',
        "content = CAST('{\"number\": null}' AS BLOB)",
        "content = CAST(replace(hex(zeroblob(100000)), '00', '[') AS BLOB)",
        "previous = 'f'",
        "sha256 = 'f'",
        "number = 99",
    ],
)
def test_a_tampered_entry_is_named(
    preparer: Office, raw: dbapi2.Connection, tampering: str
) -> None:
    raw.execute("DROP TRIGGER journal_no_update")
    raw.execute(f"UPDATE journal SET {tampering} WHERE number = 4")  # noqa: S608 (the test's own)
    assert broken(preparer) == 4


def test_a_removed_entry_is_named(preparer: Office, raw: dbapi2.Connection) -> None:
    raw.execute("DROP TRIGGER journal_no_delete")
    raw.execute("DELETE FROM journal WHERE number = 3")
    assert broken(preparer) == 3
