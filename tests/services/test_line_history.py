from dataclasses import replace
from datetime import timedelta

import pytest

from procure_desktop.domain.comparison import ChangeKind
from procure_desktop.domain.errors import LineUnknownError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.request_list import LineId
from procure_desktop.services.answer_effect import accept_effect, ask_about_effect
from procure_desktop.services.import_release import import_release
from procure_desktop.services.line_history import Happening, read_line_history
from procure_desktop.services.list_effects import unsettled_effects
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.return_commitment import withdraw_commitment
from tests.office_factory import (
    GREEN,
    PAIRED,
    SERIAL,
    Clock,
    Place,
    draft,
    make_line,
    make_list,
    make_offer,
    submit,
)


def words(one: Happening) -> str:
    if one.entry is not None:
        return f"{one.entry.change.action} {one.number}".strip()
    assert one.edition is not None
    kind = one.change.kind if one.change else ChangeKind.CHANGED
    return f"{kind} {one.edition.version}"


def later(clock: Clock) -> None:
    clock.moment += timedelta(hours=1)


def test_what_happened_to_a_line_in_its_order(place: Place, preparer: Office, clock: Clock) -> None:
    later(clock)
    made = submit(preparer, place, quantity=10)
    later(clock)
    given = log_donation(preparer, make_offer())
    draft(preparer, PAIRED)
    later(clock)
    shrunk = replace(make_line(1), quantities=make_line(1, outstanding=4).quantities)
    import_release(
        preparer, place.publish(replace(make_list(2), lines=(shrunk, *make_list().lines[1:])))
    )
    later(clock)
    import_release(preparer, place.publish(replace(make_list(3), lines=(shrunk,))))
    later(clock)
    first, other = unsettled_effects(preparer)[-2:]
    accept_effect(preparer, first.id, "Test reason")
    ask_about_effect(preparer, other.id, "Test question")
    later(clock)
    withdraw_commitment(preparer, made.id, "Test reason")
    later(clock)
    import_release(preparer, place.publish(replace(make_list(4), lines=make_list().lines[1:])))
    history = read_line_history(preparer, GREEN)
    assert [words(one) for one in history] == [
        "added 1",
        f"commitment drafted {made.number}",
        f"commitment submitted {made.number}",
        f"donation logged {given.number}",
        "changed 2",
        f"effect accepted {made.number}",
        f"effect asked {given.number}",
        f"commitment withdrawn {made.number}",
        "withdrawn 4",
    ]
    assert [one.at for one in history] == sorted(one.at for one in history)


def test_attestations_of_its_list_belong_to_it(preparer: Office) -> None:
    with preparer.database.transaction() as tx:
        preparer.record(tx, Change("list attested", f"list {SERIAL}", None, {}))
        preparer.record(tx, Change("list attested", "list OTHER", None, {}))
    assert [words(one) for one in read_line_history(preparer, GREEN)] == [
        "added 1",
        "list attested",
    ]


def test_effects_through_other_lines_of_the_same_record_are_left_out(
    place: Place, preparer: Office
) -> None:
    submit(preparer, place)
    import_release(preparer, place.publish(replace(make_list(2), lines=make_list().lines[1:])))
    (found,) = unsettled_effects(preparer)
    with preparer.database.transaction() as tx:
        subject = found.effect.stake.record.subject
        preparer.record(tx, Change("effect accepted", subject, None, {"line": PAIRED}))
    said = [words(one) for one in read_line_history(preparer, GREEN)]
    assert not [one for one in said if one.startswith("effect")]


def test_a_line_that_is_not_there(preparer: Office) -> None:
    with pytest.raises(LineUnknownError):
        read_line_history(preparer, LineId("UA-9999"))
