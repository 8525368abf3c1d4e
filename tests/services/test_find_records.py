from procure_desktop.domain.listing import Listing
from procure_desktop.services.find_records import find_records, read_records
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from tests.office_factory import RELEASED, Place, make_offer, submit


def found(office: Office, text: str, most: int = 5) -> list[tuple[Listing, str]]:
    return [
        (one.listing, str(one.row.get("name") or one.row.get("number")))
        for one in find_records(office, text, most)
    ]


def test_records_of_every_kind_are_found(preparer: Office, place: Place) -> None:
    submitted = submit(preparer, place)
    log_donation(preparer, make_offer(RELEASED))
    number = submitted.number
    assert found(preparer, number) == [
        (Listing.COMMITMENTS, number),
        (Listing.DOCUMENTS, number),
    ]
    assert found(preparer, "radar") == [(Listing.LINES, "Radar"), (Listing.DONATIONS, "Radar")]
    assert found(preparer, "auditor") == [(Listing.OFFICERS, "Auditor")]


def test_a_slip_of_the_finger_is_forgiven_in_both_languages(preparer: Office) -> None:
    assert found(preparer, "projectlie") == [(Listing.LINES, "Projectile, 155 mm")]
    assert (Listing.LINES, "Radar") in found(preparer, "ракепа")
    assert found(preparer, "zzz") == []
    assert found(preparer, "zzzzz") == []


def test_a_few_of_each_kind(preparer: Office) -> None:
    assert len(found(preparer, "ракета", most=2)) == 2


def test_records_are_read_again(preparer: Office) -> None:
    (line,) = find_records(preparer, "radar", 1)
    wanted = ((Listing.LINES, line.id), (Listing.LINES, 999))
    assert read_records(preparer, wanted) == {(Listing.LINES, line.id): line}
