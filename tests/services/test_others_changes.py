from procure_desktop.services.office import Office
from procure_desktop.services.others_changes import newest_entry, others_changed
from tests.office_factory import AUDITOR, PREPARER, Place, draft, submit


def test_its_own_entries_are_no_news_and_those_of_others_are(
    place: Place, preparer: Office
) -> None:
    begun = newest_entry(preparer)
    assert others_changed(preparer, begun) == (begun, False)
    draft(preparer)
    own, news = others_changed(preparer, begun)
    assert (own.number, news) == (begun.number + 1, False)
    with place.signed_in(PREPARER) as other:
        draft(other)
        # Theirs, though an own entry stands last.
        submit(preparer, place)
        assert others_changed(preparer, own) == (newest_entry(other), True)


def test_a_reading_window_sees_every_entry_as_news(place: Place, preparer: Office) -> None:
    with place.signed_in(AUDITOR) as auditor:
        begun = newest_entry(auditor)
        draft(preparer)
        assert others_changed(auditor, begun)[1]
