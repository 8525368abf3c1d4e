import re

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procure_desktop.domain.errors import (
    FileUnwritableError,
    OfficerUnknownError,
    RecoveryKeyLengthError,
    RecoveryKeyMissingError,
    RecoveryKeyTypoError,
    RoleMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.office import Office
from procure_desktop.services.open_office import officer_names, open_office, signed_in
from procure_desktop.services.recovery_key import (
    is_recoverable,
    make_recovery_key,
    new_recovery_key,
    recover_office,
    recovery_sheet,
)
from procure_desktop.services.verify_journal import verify_journal
from tests.office_factory import ADMINISTRATOR, AUTHORISER, PASSPHRASE, PREPARER, Place
from tests.services.conftest import Unchanged

NEW = "a passphrase made anew"


def journal(office: Office) -> list[tuple[str, str, str]]:
    rows = read_rows(office, Listing.JOURNAL, list_ids(office, Query(Listing.JOURNAL)))
    return [(row["officer"], row["action"], row["subject"]) for row in rows]


def test_the_recovery_key_gives_an_officer_a_new_passphrase(
    place: Place, administrator: Office
) -> None:
    key = make_recovery_key(administrator)
    recover_office(place.office, key.text.lower(), PREPARER, NEW)
    with pytest.raises(WrongPassphraseError):
        open_office(place.office, PREPARER, PASSPHRASE)
    with signed_in(place.office, PREPARER, NEW) as office:
        verify_journal(office)
        said = journal(office)
    assert (ADMINISTRATOR, "recovery key made", "office") in said
    assert (PREPARER, "passphrase set by recovery key", f"officer {PREPARER}") in said


def test_the_others_keep_theirs_and_the_recovery_key_is_no_officer(
    place: Place, administrator: Office
) -> None:
    before = officer_names(place.office)
    assert not is_recoverable(place.office)
    key = make_recovery_key(administrator)
    assert is_recoverable(place.office)
    assert officer_names(place.office) == before
    recover_office(place.office, key.text, AUTHORISER, NEW)
    open_office(place.office, PREPARER, PASSPHRASE).close()
    with pytest.raises(OfficerUnknownError):
        open_office(place.office, "", key.text)


def test_a_key_that_was_printed_first_is_the_one_that_opens(
    place: Place, administrator: Office
) -> None:
    key = new_recovery_key()
    assert make_recovery_key(administrator, key) == key
    recover_office(place.office, key.text, PREPARER, NEW)
    open_office(place.office, PREPARER, NEW).close()


def test_a_new_key_replaces_the_old(place: Place, administrator: Office) -> None:
    old, new = make_recovery_key(administrator), make_recovery_key(administrator)
    assert old != new
    with pytest.raises(WrongRecoveryKeyError):
        recover_office(place.office, old.text, PREPARER, NEW)
    recover_office(place.office, new.text, PREPARER, NEW)
    assert [one[1] for one in journal(administrator)].count("recovery key replaced") == 1


def test_only_the_administrator_makes_one(preparer: Office, unchanged: Unchanged) -> None:
    with unchanged(preparer), pytest.raises(RoleMissingError):
        make_recovery_key(preparer)


def test_a_disk_that_refuses_leaves_no_entry(
    administrator: Office, unchanged: Unchanged, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise FileUnwritableError(path=administrator.files.keys, reason="full")

    monkeypatch.setattr("procure_desktop.services.recovery_key.write_key_file", full)
    with unchanged(administrator), pytest.raises(FileUnwritableError):
        make_recovery_key(administrator)


@pytest.mark.parametrize(
    ("typed", "officer", "passphrase", "refusal"),
    [
        ("", PREPARER, NEW, RecoveryKeyLengthError),
        ("0" * 34 + "1", PREPARER, NEW, RecoveryKeyTypoError),
        (new_recovery_key().text, PREPARER, NEW, WrongRecoveryKeyError),
        (None, "Nobody", NEW, OfficerUnknownError),
        (None, PREPARER, "short", WeakPassphraseError),
    ],
    ids=["nothing", "typo", "another", "nobody", "short"],
)
def test_a_refused_recovery_changes_nothing(
    place: Place,
    administrator: Office,
    unchanged: Unchanged,
    typed: str | None,
    officer: str,
    passphrase: str,
    refusal: type[Exception],
) -> None:
    key = make_recovery_key(administrator)
    with unchanged(administrator), pytest.raises(refusal):
        recover_office(place.office, key.text if typed is None else typed, officer, passphrase)


def test_an_office_without_a_key_says_so(place: Place) -> None:
    with pytest.raises(RecoveryKeyMissingError):
        recover_office(place.office, new_recovery_key().text, PREPARER, NEW)


def test_the_sheet_is_one_page_with_every_group_and_the_office(administrator: Office) -> None:
    key = make_recovery_key(administrator)
    document = pypdfium2.PdfDocument(recovery_sheet(administrator, key))
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    for group in key.groups:
        assert group in re.split(r"\s+", text)
    assert "Test Ministry" in text
    assert "15 June 2026" in text
    document.close()


def test_the_key_is_stored_nowhere(place: Place, administrator: Office) -> None:
    key = make_recovery_key(administrator)
    for file in place.office.iterdir():
        assert not any(group.encode() in file.read_bytes() for group in key.groups)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_nothing_that_is_typed_opens_an_office_by_luck(
    place: Place, administrator: Office, typed: str
) -> None:
    make_recovery_key(administrator)
    with pytest.raises((RecoveryKeyLengthError, RecoveryKeyTypoError, WrongRecoveryKeyError)):
        recover_office(place.office, typed, PREPARER, NEW)
