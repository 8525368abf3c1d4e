from dataclasses import replace

from procure_desktop.domain.officer import Role
from procure_desktop.services.enrol_officer import add_officer
from procure_desktop.services.import_release import import_release
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.since_last_look import (
    News,
    NewsItem,
    NewsKind,
    mark_looked,
    since_last_look,
)
from tests.office_factory import (
    PASSPHRASE,
    SERIAL,
    Place,
    authorise,
    make_list,
    make_offer,
    submit,
)


def look(office: Office) -> News:
    """See what is new and go away."""
    news = since_last_look(office)
    mark_looked(office, news.upto)
    return news


def items(office: Office) -> dict[NewsKind, NewsItem]:
    return {one.kind: one for one in since_last_look(office).items}


def test_who_never_looked_is_told_everything_of_others(preparer: Office) -> None:
    news = since_last_look(preparer)
    assert news.first
    assert {one.kind: one.count for one in news.items} == {NewsKind.VERSION: 1, NewsKind.OFFICER: 4}
    assert look(preparer) == news
    again = since_last_look(preparer)
    assert (again.items, again.first, again.upto) == ((), False, news.upto)


def test_own_acts_are_no_news(place: Place, preparer: Office, authoriser: Office) -> None:
    look(preparer)
    look(authoriser)
    made = submit(preparer, place)
    assert since_last_look(preparer).items == ()
    assert items(authoriser) == {
        NewsKind.SUBMITTED: NewsItem(NewsKind.SUBMITTED, 1, (made.number,), made.id)
    }


def test_every_kind_of_news(
    place: Place, preparer: Office, authoriser: Office, administrator: Office
) -> None:
    for office in (preparer, authoriser, administrator):
        look(office)
    signed = authorise(authoriser, place, submit(preparer, place))
    back = submit(preparer, place)
    return_commitment(authoriser, back.id, "Test reason")
    ended = submit(preparer, place)
    withdraw_commitment(preparer, ended.id, "Test reason")
    given = log_donation(preparer, make_offer())
    add_officer(administrator, "Newcomer", {Role.AUDITOR}, PASSPHRASE)
    import_release(administrator, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    told = items(preparer)
    assert told == {
        NewsKind.VERSION: NewsItem(NewsKind.VERSION, 1, (SERIAL,)),
        NewsKind.EFFECTS: NewsItem(NewsKind.EFFECTS, 3),
        NewsKind.AUTHORISED: NewsItem(NewsKind.AUTHORISED, 1, (signed.number,), signed.id),
        NewsKind.RETURNED: NewsItem(NewsKind.RETURNED, 1, (back.number,), back.id),
        NewsKind.OFFICER: NewsItem(NewsKind.OFFICER, 1, ("Newcomer",)),
    }
    others = items(authoriser)
    assert others[NewsKind.SUBMITTED].count == 3
    assert others[NewsKind.SUBMITTED].names == (ended.number, back.number, signed.number)
    assert others[NewsKind.SUBMITTED].record is None
    assert others[NewsKind.DONATION] == NewsItem(NewsKind.DONATION, 1, (given.number,), given.id)
    assert others[NewsKind.WITHDRAWN].names == (ended.number,)


def test_effects_wait_until_they_are_settled(place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    look(preparer)
    assert items(preparer) == {NewsKind.EFFECTS: NewsItem(NewsKind.EFFECTS, 1)}
    withdraw_commitment(preparer, made.id, "Test reason")
    assert items(preparer) == {}


def test_a_look_never_goes_back_and_is_no_change_of_the_office(preparer: Office) -> None:
    upto = look(preparer).upto
    mark_looked(preparer, upto - 1)
    news = since_last_look(preparer)
    assert (news.items, news.upto) == ((), upto)
