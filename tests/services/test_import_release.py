import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from procure_desktop.domain.commitment import Commitment, Order, Outstanding
from procure_desktop.domain.errors import (
    CancelledError,
    FileUnreadableError,
    LineReusedError,
    OverCommitmentError,
    Refusal,
    ReleaseAlteredError,
    ReleaseExpiredError,
    ReleaseForgedError,
    ReleaseOlderError,
    ReleaseRepeatedError,
    ReleaseUnreadableError,
    RoleMissingError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Line, Quantities
from procure_desktop.exchange.release_verification import root_fingerprint
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.desk import make_desk, replace_key
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.import_release import import_release, preview_release
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.pin_trust import pin_trust, pinned_fingerprint
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.store.documents import load_document
from procure_desktop.store.list_versions import Difference
from procure_desktop.wording.errors import sentence
from tests.office_factory import (
    GREEN,
    KEY_PASSPHRASE,
    PAIRED,
    PREPARER,
    SERIAL,
    Clock,
    Place,
    authorise,
    make_line,
    make_list,
    make_offer,
    make_terms,
    submit,
)
from tests.services.conftest import Unchanged

NEXT = replace(make_list(2), lines=(*make_list().lines[1:], make_line(7, "Drone")))


def test_a_preview_stores_nothing(place: Place, auditor: Office, unchanged: Unchanged) -> None:
    release = place.publish(NEXT)
    with unchanged(auditor):
        preview = preview_release(auditor, release)
    assert preview.issued == NEXT
    assert preview.difference == Difference(new=1, changed=0, withdrawn=1)
    assert preview.signers == 3
    assert preview.file.expires == date(2035, 12, 31)


def test_an_import_does_what_the_preview_showed(place: Place, preparer: Office) -> None:
    release = place.publish(NEXT)
    previewed = preview_release(preparer, release)
    assert import_release(preparer, release) == previewed
    assert read_line(preparer, GREEN).withdrawn
    releases = read_rows(preparer, Listing.RELEASES, list_ids(preparer, Query(Listing.RELEASES)))
    assert [row["version"] for row in releases] == [2, 1]
    entry = read_rows(preparer, Listing.JOURNAL, list_ids(preparer, Query(Listing.JOURNAL)))[0]
    assert (entry["action"], entry["subject"]) == ("release imported", f"list {SERIAL}")


def test_an_auditor_does_not_import(place: Place, auditor: Office, unchanged: Unchanged) -> None:
    release = place.publish(NEXT)
    with unchanged(auditor), pytest.raises(RoleMissingError):
        import_release(auditor, release)


def test_every_other_role_imports(place: Place, authoriser: Office, administrator: Office) -> None:
    import_release(authoriser, place.publish(NEXT))
    import_release(administrator, place.publish(make_list(3)))


def refuse(office: Office, path: Path, unchanged: Unchanged, error: type[Refusal]) -> None:
    for use in (preview_release, import_release):
        with unchanged(office), pytest.raises(error):
            use(office, path)


def rewrite(path: Path, name: str, data: bytes | None) -> Path:
    """The release with one member replaced or left out."""
    with zipfile.ZipFile(path) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    members = {one: content for one, content in members.items() if one != name or data is not None}
    if data is not None:
        members[name] = data
    out = path.with_name("changed.release")
    with zipfile.ZipFile(out, "w") as archive:
        for one, content in members.items():
            archive.writestr(one, content)
    return out


def member(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_a_forged_release_is_refused(
    place: Place, preparer: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    """Signed by keys of an authority that nobody pinned."""
    forger = Place(tmp_path / "forger")
    forger.folder.mkdir()
    make_desk(forger.desk, KEY_PASSPHRASE, Clock())
    forged = forger.publish(NEXT)
    refuse(preparer, forged, unchanged, ReleaseForgedError)
    root = member(place.release, "1.root.json")
    refuse(preparer, rewrite(forged, "1.root.json", root), unchanged, ReleaseForgedError)


def test_an_altered_list_is_refused(place: Place, preparer: Office, unchanged: Unchanged) -> None:
    release = place.publish(NEXT)
    data = member(release, "request-list.json").replace(b'"minor":1000000', b'"minor":1000001', 1)
    refuse(preparer, rewrite(release, "request-list.json", data), unchanged, ReleaseAlteredError)


def test_altered_metadata_is_refused(place: Place, preparer: Office, unchanged: Unchanged) -> None:
    release = place.publish(NEXT)
    old = member(release, "timestamp.json")
    data = old.replace(b'"2036-01-01', b'"2037-01-01', 1)
    assert data != old
    refuse(preparer, rewrite(release, "timestamp.json", data), unchanged, ReleaseForgedError)


def test_too_few_signatures_are_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    import json

    release = place.publish(NEXT)
    for name in ("timestamp.json", "snapshot.json", "targets.json"):
        metadata = json.loads(member(release, name))
        metadata["signatures"] = metadata["signatures"][:1]
        changed = rewrite(release, name, json.dumps(metadata).encode())
        kind = ReleaseForgedError if name == "timestamp.json" else Refusal
        refuse(preparer, changed, unchanged, kind)


def test_a_member_left_out_is_refused(place: Place, preparer: Office, unchanged: Unchanged) -> None:
    release = place.publish(NEXT)
    for name in ("timestamp.json", "snapshot.json", "targets.json", "request-list.json"):
        refuse(preparer, rewrite(release, name, None), unchanged, ReleaseUnreadableError)


@pytest.mark.parametrize("data", [b"", b"PK", b"no release at all" * 100])
def test_what_is_no_release_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged, data: bytes
) -> None:
    path = place.folder / "some.release"
    path.write_bytes(data)
    refuse(preparer, path, unchanged, ReleaseUnreadableError)


def test_a_missing_file_is_a_fault(place: Place, preparer: Office) -> None:
    with pytest.raises(FileUnreadableError):
        import_release(preparer, place.folder / "missing.release")


def test_the_same_release_again_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    refuse(preparer, place.release, unchanged, ReleaseRepeatedError)


def test_an_older_release_is_refused(place: Place, preparer: Office, unchanged: Unchanged) -> None:
    second, third = place.publish(make_list(2)), place.publish(make_list(3))
    import_release(preparer, third)
    refuse(preparer, second, unchanged, ReleaseOlderError)
    refuse(preparer, place.release, unchanged, ReleaseOlderError)


def test_an_older_version_of_a_list_in_a_newer_release_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    import_release(preparer, place.publish(make_list(3)))
    refuse(preparer, place.publish(make_list(2)), unchanged, ReleaseOlderError)


def test_an_expired_release_is_refused(
    place: Place, preparer: Office, unchanged: Unchanged, clock: Clock
) -> None:
    release = place.publish(NEXT, date(2026, 7, 1))
    clock.moment = datetime(2026, 7, 1, 23, 59, tzinfo=UTC)
    preview_release(preparer, release)
    clock.moment = datetime(2026, 7, 2, tzinfo=UTC)
    refuse(preparer, release, unchanged, ReleaseExpiredError)


def test_another_list_cannot_take_a_line(
    place: Place, preparer: Office, unchanged: Unchanged
) -> None:
    refuse(
        preparer,
        place.publish(replace(make_list(), serial="OTHER")),
        unchanged,
        LineReusedError,
    )


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_cancelling_at_any_step_stores_nothing(
    place: Place, preparer: Office, unchanged: Unchanged, step: int
) -> None:
    def cancel(done: int, _total: int) -> None:
        if done == step:
            raise CancelledError

    release = place.publish(NEXT)
    with unchanged(preparer), pytest.raises(CancelledError):
        import_release(preparer, release, cancel)


def shrunk(line: Line, outstanding: int) -> Line:
    return replace(line, quantities=Quantities(outstanding, outstanding, 0, 0, 0, outstanding))


def mark_of(office: Office, made: Commitment) -> str:
    """By what a release counts a commitment: the SHA-256 of its record."""
    with office.database.reading() as tx:
        return load_document(tx, made.id).frozen.record_sha256


def test_counted_numbers_are_not_taken_twice(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = authorise(authoriser, place, submit(preparer, place, quantity=10))
    given = log_donation(preparer, make_offer(quantity=5))
    submit(preparer, place, quantity=20)
    assert read_line(preparer, GREEN).outstanding.quantity == 65
    # The issuer has taken account of the first two: 85 are outstanding by its figures.
    lines = (shrunk(make_list().lines[0], 85), *make_list().lines[1:])
    counted = replace(make_list(2, (mark_of(preparer, made), given.number)), lines=lines)
    import_release(preparer, place.publish(counted))
    assert read_line(preparer, GREEN).outstanding.quantity == 65
    # A later version that forgets them: they are this office's to take off again.
    import_release(preparer, place.publish(replace(counted, version=3, counted=())))
    assert read_line(preparer, GREEN).outstanding.quantity == 50


def test_what_the_release_counts_is_not_given_back_by_us(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = authorise(authoriser, place, submit(preparer, place, quantity=10))
    lines = (shrunk(make_list().lines[0], 90), *make_list().lines[1:])
    import_release(
        preparer, place.publish(replace(make_list(2, (mark_of(preparer, made),)), lines=lines))
    )
    withdraw_commitment(authoriser, made.id, "Test reason")
    assert read_line(preparer, GREEN).outstanding.quantity == 90


def test_a_line_that_shrank_below_what_is_held_is_over(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place, quantity=10)
    lines = (shrunk(make_list().lines[0], 4), *make_list().lines[1:])
    import_release(preparer, place.publish(replace(make_list(2), lines=lines)))
    assert read_line(preparer, GREEN).outstanding.quantity == -6
    with pytest.raises(OverCommitmentError):
        log_donation(preparer, make_offer(quantity=1))
    return_commitment(authoriser, made.id, "Test reason")
    assert read_line(preparer, GREEN).outstanding.quantity == 4


def test_withdrawing_from_a_line_that_is_gone_still_works(place: Place, preparer: Office) -> None:
    made = submit(preparer, place, quantity=10)
    gone = replace(make_list(2, (mark_of(preparer, made),)), lines=make_list().lines[1:])
    import_release(preparer, place.publish(gone))
    withdraw_commitment(preparer, made.id, "Test reason")
    assert read_line(preparer, GREEN).outstanding.quantity == 100
    assert read_line(preparer, PAIRED).outstanding.quantity == 5000


def test_the_highest_versions_outlive_the_metadata(place: Place, preparer: Office) -> None:
    """A release that is put back with the trust metadata wiped is still older."""
    older = place.folder / "older.release"
    shutil.copy(place.publish(make_list(2)), older)
    import_release(preparer, place.publish(make_list(3)))
    with preparer.database.transaction() as tx:
        tx.exec_driver_sql("UPDATE trust SET metadata = x'' WHERE role <> 'root'")
    with pytest.raises(ReleaseOlderError):
        import_release(preparer, older)


def test_an_older_list_is_refused_though_trust_was_deleted_and_pinned_anew(
    place: Place, preparer: Office, administrator: Office
) -> None:
    """Whoever has the data key can delete the trust; what was imported still says which version was there."""
    older = place.folder / "older.release"
    shutil.copy(place.publish(make_list(2)), older)
    import_release(preparer, place.publish(make_list(3)))
    with administrator.database.transaction() as tx:
        tx.exec_driver_sql("DROP TRIGGER trust_no_delete")
        tx.exec_driver_sql("DELETE FROM trust")
    pin_trust(administrator, place.root)
    with pytest.raises(ReleaseOlderError):
        import_release(preparer, older)


def test_a_lost_key_is_rotated_out_and_the_office_follows(place: Place, preparer: Office) -> None:
    (place.desk / "release-1.pem").unlink()
    replace_key(place.desk, "release-1", KEY_PASSPHRASE, Clock())
    import_release(preparer, place.publish(make_list(2)))
    assert pinned_fingerprint(preparer) == root_fingerprint(place.root.read_bytes())


def test_a_refusal_names_the_file(place: Place, preparer: Office) -> None:
    with pytest.raises(ReleaseRepeatedError) as caught:
        import_release(preparer, place.release)
    assert sentence(caught.value).startswith("1.release: List UA-TEST version 1 ")


def test_a_cancelled_import_names_none(place: Place, preparer: Office) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError) as caught:
        import_release(preparer, place.publish(NEXT), cancel)
    assert caught.value.file == ""


def test_held_units_keep_to_the_new_price(place: Place, preparer: Office) -> None:
    """Held at the old price, worth the new one: nothing is left to fund once no unit is."""
    submit(preparer, place, quantity=50)
    dearer = replace(make_list().lines[0], unit_price=Money(2_000_000, "USD"))
    issued = replace(make_list(2), lines=(dearer, *make_list().lines[1:]))
    import_release(preparer, place.publish(issued))
    assert read_line(preparer, GREEN).outstanding == Outstanding(50, Money(100_000_000, "USD"))
    submit(preparer, place, quantity=50)
    assert read_line(preparer, GREEN).outstanding == Outstanding(0, Money(0, "USD"))
    part = (Order(GREEN, amount=Money(100, "USD")),)
    with pytest.raises(OverCommitmentError):
        draft_commitment(preparer, part, make_terms())


def test_a_resubmitted_version_is_not_counted_with_the_first(
    place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place, quantity=5)
    first = mark_of(preparer, made)
    return_commitment(authoriser, made.id, "Test reason")
    more = (Order(GREEN, quantity=12),)
    revise_draft(preparer, made.id, more, make_terms())
    submit_commitment(preparer, made.id, place.key(PREPARER))
    import_release(preparer, place.publish(make_list(2, (first,))))
    assert read_line(preparer, GREEN).outstanding.quantity == 88
