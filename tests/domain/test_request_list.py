from dataclasses import replace
from datetime import date

import pytest

from procure_desktop.domain.errors import (
    LineWithdrawnError,
    ListExpiredError,
    ListUnapprovedError,
    MissingReleaseError,
    MissingStampError,
)
from procure_desktop.domain.request_list import (
    Approval,
    Availability,
    Colour,
    Decision,
    ListEdition,
    Source,
    Step,
    check_open_to_funds,
    check_stamps,
)
from tests.office_factory import make_line, stamp

LAST_DAY = date(2026, 12, 31)
EDITION = ListEdition("UA-TEST", 1, date(2026, 6, 1), LAST_DAY, True, Approval.RELEASED)
LINE = make_line(1)
TODAY = date(2026, 6, 15)


def test_a_green_line_with_both_stamps_is_open() -> None:
    check_open_to_funds(LINE, EDITION, withdrawn=False, today=TODAY)
    check_open_to_funds(LINE, EDITION, withdrawn=False, today=LAST_DAY)


@pytest.mark.parametrize("step", [Step.NATO_VALIDATION, Step.SACEUR_DETERMINATION])
def test_a_missing_or_refusing_stamp_closes_a_line(step: Step) -> None:
    others = tuple(one for one in LINE.stamps if one.step != step)
    with pytest.raises(MissingStampError) as refused:
        check_stamps(replace(LINE, stamps=others))
    assert refused.value.step == step
    refusing = replace(stamp(step), decision=Decision.REFUSED)
    with pytest.raises(MissingStampError):
        check_open_to_funds(
            replace(LINE, stamps=(*others, refusing)), EDITION, withdrawn=False, today=TODAY
        )


def test_the_last_decision_at_a_step_counts() -> None:
    first = stamp(Step.SACEUR_DETERMINATION)
    later = replace(first, day=date(2026, 5, 9), decision=Decision.REFUSED)
    same_day = replace(first, decision=Decision.REFUSED)
    again = replace(first, day=date(2026, 5, 20))
    step = Step.SACEUR_DETERMINATION
    assert replace(LINE, stamps=(later, first)).stamp(step) is None
    assert replace(LINE, stamps=(same_day, first)).stamp(step) is None
    assert replace(LINE, stamps=(again, later, first)).stamp(step) == again
    assert replace(LINE, stamps=()).stamp(step) is None


@pytest.mark.parametrize("colour", [Colour.YELLOW, Colour.RED])
def test_yellow_and_red_wait_for_the_us_release(colour: Colour) -> None:
    line = replace(LINE, availability=Availability(colour, 5, Source.STOCK, 1))
    with pytest.raises(MissingReleaseError) as refused:
        check_open_to_funds(line, EDITION, withdrawn=False, today=TODAY)
    assert refused.value.colour == colour
    released = replace(line, stamps=(*line.stamps, stamp(Step.US_RELEASE)))
    check_open_to_funds(released, EDITION, withdrawn=False, today=TODAY)


def test_a_withdrawn_line_and_an_expired_list_take_no_funds() -> None:
    with pytest.raises(LineWithdrawnError):
        check_open_to_funds(LINE, EDITION, withdrawn=True, today=TODAY)
    with pytest.raises(ListExpiredError) as refused:
        check_open_to_funds(LINE, EDITION, withdrawn=False, today=date(2027, 1, 1))
    assert refused.value.expired == EDITION.expires


def test_an_unapproved_list_is_not_open_to_funds() -> None:
    unapproved = replace(EDITION, approval=Approval.UNAPPROVED, expires=None)
    with pytest.raises(ListUnapprovedError) as refused:
        check_open_to_funds(LINE, unapproved, withdrawn=False, today=TODAY)
    assert (refused.value.serial, refused.value.version) == ("UA-TEST", 1)


def test_for_the_stamps_of_an_attested_list_stands_its_letter() -> None:
    attested = replace(EDITION, approval=Approval.ATTESTED, expires=None)
    unstamped = replace(LINE, stamps=())
    check_open_to_funds(unstamped, attested, withdrawn=False, today=TODAY)
    red = replace(unstamped, availability=Availability(Colour.RED, 5, Source.STOCK, 1))
    with pytest.raises(MissingReleaseError):
        check_open_to_funds(red, attested, withdrawn=False, today=TODAY)
