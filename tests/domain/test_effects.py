from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from procure_desktop.domain.commitment import DocumentState, Outstanding
from procure_desktop.domain.comparison import Field
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import (
    NOT_OVER,
    Effect,
    EffectKind,
    LineStanding,
    Over,
    Record,
    RecordKind,
    Stake,
    foresee_effects,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import (
    Availability,
    Colour,
    Line,
    LineId,
    Quantities,
    Source,
)
from tests.office_factory import make_line

LINE = make_line(1)
NOTHING = Money(0, "USD")
UNIT = LINE.unit_price.minor


def stake(
    state: DocumentState | DonationState = DocumentState.SUBMITTED,
    quantity: int = 10,
    remainder: int = 0,
    mark: str = "",
    number: int = 1,
) -> Stake:
    kind = RecordKind.DONATION if isinstance(state, DonationState) else RecordKind.COMMITMENT
    record = Record(kind, number, f"NLD-{number}")
    part = Money(remainder, "USD")
    return Stake(record, LINE.id, state, quantity, part, LINE.unit_price, mark, "EA")


def shrunk(outstanding: int, line: Line = LINE) -> Line:
    return replace(line, quantities=Quantities(outstanding, outstanding, 0, 0, 0, outstanding))


def foresee(
    *stakes: Stake,
    coming: Line | None = LINE,
    left: int = 90,
    withdrawn: bool = False,
    counted: frozenset[str] = frozenset(),
) -> tuple[Effect, ...]:
    open_now = Outstanding(left, LINE.unit_price.times(left))
    present: Mapping[LineId, LineStanding] = {LINE.id: LineStanding(LINE, withdrawn, open_now)}
    lines = {coming.id: coming} if coming else {}
    return foresee_effects(stakes, present, lines, counted)


def over(quantity: int) -> Over:
    return Over(quantity, LINE.unit_price.times(quantity))


def test_what_does_not_change_has_no_effect() -> None:
    assert foresee(stake()) == ()
    assert foresee() == ()


def test_a_line_below_what_is_held_is_over_by_units_and_dollars() -> None:
    (found,) = foresee(stake(), coming=shrunk(4))
    assert found.kinds == (EffectKind.OVER, EffectKind.OTHER)
    assert found.over == over(6)
    assert found.notable
    assert found.over_alone
    assert {one.field for one in found.changes} == {
        Field.REQUIRED,
        Field.VALIDATED,
        Field.OUTSTANDING,
    }


def test_a_line_that_still_leaves_enough_is_for_information() -> None:
    (found,) = foresee(stake(), coming=shrunk(10))
    assert (found.kinds, found.over) == ((EffectKind.OTHER,), NOT_OVER)
    assert not found.notable
    assert not found.over_alone


def test_all_that_hold_a_line_share_what_it_is_over_by() -> None:
    donation = stake(DonationState.OFFERED, 5, number=2)
    found = foresee(stake(), donation, coming=shrunk(4))
    assert [one.over for one in found] == [over(11), over(11)]


def test_a_part_of_a_unit_counts_in_value() -> None:
    (found,) = foresee(stake(remainder=250), coming=shrunk(10))
    assert found.over == Over(0, Money(250, "USD"))


def test_what_the_version_counts_is_not_taken_off_twice() -> None:
    (found,) = foresee(stake(mark="a"), coming=shrunk(4), counted=frozenset({"a"}))
    assert found.over == NOT_OVER


def test_a_version_that_forgets_what_it_counted_can_bring_a_line_over() -> None:
    """Its content is the same; what is ours to take off is not."""
    held = stake(quantity=101, mark="a")
    (found,) = foresee(held, left=100)
    assert (found.kinds, found.over) == ((EffectKind.OVER,), over(1))
    assert foresee(held, left=-1) == ()
    assert foresee(held, left=-2) == ()


@pytest.mark.parametrize("state", [DocumentState.DRAFT, DocumentState.RETURNED])
def test_a_draft_is_over_by_what_it_asks_for_more_than_is_left(state: DocumentState) -> None:
    (found,) = foresee(stake(state), coming=shrunk(4))
    assert found.over == over(6)
    held = stake(number=2)
    both = foresee(stake(state), held, coming=shrunk(4))
    assert [(one.stake.record.id, one.over) for one in both] == [(1, over(10)), (2, over(6))]


def test_a_line_that_went_is_withdrawn_once() -> None:
    (found,) = foresee(stake(), coming=None)
    assert (found.kinds, found.changes, found.over) == ((EffectKind.WITHDRAWN,), (), NOT_OVER)
    assert foresee(stake(), coming=None, withdrawn=True) == ()
    (back,) = foresee(stake(), withdrawn=True)
    assert back.kinds == (EffectKind.BACK,)
    assert not back.notable


YELLOW = replace(LINE, availability=Availability(Colour.YELLOW, 50, Source.STOCK, 1))


@pytest.mark.parametrize(
    ("coming", "kinds"),
    [
        (replace(LINE, name="Another"), (EffectKind.ITEM,)),
        (replace(LINE, unit_price=Money(UNIT + 1, "USD")), (EffectKind.PRICE,)),
        (replace(LINE, marking=Marking.UNMARKED), (EffectKind.MARKING,)),
        (replace(LINE, required_by=date(2030, 1, 1)), (EffectKind.REQUIRED_BY,)),
        (replace(LINE, substitutes=("A",)), (EffectKind.SUBSTITUTES,)),
        (YELLOW, (EffectKind.RELEASE, EffectKind.COLOUR)),
        (replace(LINE, urgent=False), (EffectKind.URGENT,)),
        (replace(LINE, rank=9), (EffectKind.OTHER,)),
    ],
)
def test_each_kind_and_whether_it_wants_a_decision(
    coming: Line, kinds: tuple[EffectKind, ...]
) -> None:
    (found,) = foresee(stake(), coming=coming)
    assert found.kinds == kinds
    assert found.notable == (kinds[0] not in {EffectKind.URGENT, EffectKind.OTHER})
    (given,) = foresee(stake(DonationState.OFFERED), coming=coming)
    silent = {EffectKind.PRICE, EffectKind.RELEASE, EffectKind.OTHER}
    assert given.notable == (kinds[0] not in silent)


def test_over_and_a_price_are_two_things_to_decide_on() -> None:
    dearer = replace(shrunk(4), unit_price=Money(2 * UNIT, "USD"))
    (found,) = foresee(stake(), coming=dearer)
    assert found.kinds == (EffectKind.OVER, EffectKind.PRICE, EffectKind.OTHER)
    assert found.over == Over(6, Money(12 * UNIT, "USD"))
    assert not found.over_alone


def test_the_gravest_stands_first() -> None:
    drafted = stake(DocumentState.DRAFT, 3, number=1)
    found = foresee(drafted, stake(number=2), stake(number=3), coming=shrunk(15))
    assert [(one.stake.record.id, one.kinds[0]) for one in found] == [
        (1, EffectKind.OVER),
        (2, EffectKind.OVER),
        (3, EffectKind.OVER),
    ]
    calm = foresee(drafted, stake(number=2), coming=shrunk(11))
    assert [one.stake.record.id for one in calm] == [1, 2]
    assert [one.notable for one in calm] == [True, False]


def test_a_record_is_named_as_the_journal_names_it() -> None:
    assert stake().record.subject == "commitment 1"
    assert stake().usd == Money(10 * UNIT, "USD")
    assert stake(remainder=5).usd == Money(10 * UNIT + 5, "USD")
    assert NOT_OVER.usd == NOTHING
