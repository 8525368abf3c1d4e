from datetime import date
from pathlib import Path

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.money import Money
from procure_desktop.services.attest_list import attest_list
from procure_desktop.services.create_office import create_office
from procure_desktop.services.import_announcements import import_announcements
from procure_desktop.services.import_spreadsheet import import_spreadsheet
from procure_desktop.services.office import Office
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.return_commitment import return_commitment
from procure_desktop.services.summarise import TARGET, Task, summarise
from tests.office_factory import PASSPHRASE, PROFILE, Clock, Place, authorise, draft, submit
from tests.sheets import letter_file, sheet_order


def to_do(office: Office) -> dict[Task, int]:
    return {one.task: one.count for one in summarise(office).to_do}


def test_a_new_office_waits_for_its_authority_and_a_list(place: Place, tmp_path: Path) -> None:
    office = create_office(tmp_path / "new.office", PROFILE, "A", PASSPHRASE, Clock())
    assert to_do(office) == {Task.PIN_AUTHORITY: 1}
    summary = summarise(office)
    assert (summary.announced, summary.announced_until) == (Money(0, "USD"), None)
    assert (summary.editions, summary.funding, summary.counts) == ((), (), {})
    pin_trust(office, place.root)
    assert to_do(office) == {Task.IMPORT_LIST: 1}
    office.close()


def test_lines_are_counted_and_urgent_ones_among_them(preparer: Office) -> None:
    lines = summarise(preparer).lines
    # Six lines: one waits for the US release, and of the other five one is not urgent.
    assert (lines.count, lines.urgent) == (5, 4)
    expected = 100 * 1_000_000 * 2 + 5_000 * 320_055 + 40 * 4_250_000 + 30 * 500_000
    assert lines.outstanding == Money(expected, "USD")
    assert [edition.serial for edition in summarise(preparer).editions] == ["UA-TEST"]


def test_each_officer_sees_what_waits_for_them(
    place: Place, preparer: Office, authoriser: Office, deputy: Office, auditor: Office
) -> None:
    draft(preparer)
    submit(deputy, place)
    authorise(authoriser, place, submit(preparer, place))
    return_commitment(authoriser, submit(preparer, place).id, "Test reason")
    assert to_do(preparer) == {Task.SUBMIT: 1, Task.REVISE: 1}
    assert to_do(authoriser) == {Task.AUTHORISE: 1}
    # Nobody decides on what they prepared themselves.
    assert to_do(deputy) == {}
    assert to_do(auditor) == {}


def test_own_commitments_by_state(place: Place, preparer: Office, authoriser: Office) -> None:
    submit(preparer, place, quantity=1)
    submit(preparer, place, quantity=2)
    authorise(authoriser, place, submit(preparer, place, quantity=3))
    summary = summarise(preparer)
    assert summary.counts == {DocumentState.SUBMITTED: 2, DocumentState.AUTHORISED: 1}
    assert summary.own[DocumentState.SUBMITTED] == Money(3_000_000, "USD")
    assert summary.own[DocumentState.AUTHORISED] == Money(3_000_000, "USD")


def test_the_way_to_the_target(administrator: Office) -> None:
    count = import_announcements(administrator)
    assert import_announcements(administrator) == count
    summary = summarise(administrator)
    assert summary.target == TARGET == Money(1_000_000_000_000, "USD")
    assert Money(0, "USD").minor < summary.announced.minor < TARGET.minor
    assert summary.announced_until is not None
    assert summary.announced_until >= date(2025, 12, 5)
    parts = [one.announced.minor for one in summary.funding]
    assert sum(parts) == summary.announced.minor


def test_a_list_waits_for_who_may_attest_to_it(
    tmp_path: Path,
    preparer: Office,
    authoriser: Office,
    administrator: Office,
    auditor: Office,
) -> None:
    import_spreadsheet(administrator, sheet_order(tmp_path))
    assert [attestable(one) for one in (preparer, authoriser, administrator, auditor)] == [
        1,
        1,
        0,
        0,
    ]
    attest_list(preparer, "UA-SHEET", letter_file(tmp_path))
    assert [attestable(one) for one in (preparer, authoriser)] == [0, 1]
    attest_list(authoriser, "UA-SHEET", letter_file(tmp_path))
    assert attestable(authoriser) == 0


def attestable(office: Office) -> int:
    return sum(one.count for one in summarise(office).to_do if one.task is Task.ATTEST)
