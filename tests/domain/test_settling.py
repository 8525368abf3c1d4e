from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from procure_desktop.domain.commitment import (
    DocumentState,
    Order,
    Outstanding,
    PricedLine,
    price_order,
)
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import NOT_OVER, Effect, EffectKind, Record, RecordKind, Stake
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId, Role
from procure_desktop.domain.request_list import LineId
from procure_desktop.domain.settling import (
    EffectId,
    EffectState,
    Import,
    ListEffect,
    Remedy,
    Settlement,
    fit_order,
    is_draft,
    may_take,
    remedies,
)
from tests.office_factory import EURO

LINE = LineId("UA-0001")
PRICE = Money(100, "USD")


def effect(kind: RecordKind, state: EffectState = EffectState.OPEN) -> ListEffect:
    at = datetime(2026, 6, 15, tzinfo=UTC)
    stake = Stake(
        Record(kind, 1, "N"), LINE, DocumentState.SUBMITTED, 1, Money(0, "USD"), PRICE, "", "EA"
    )
    return ListEffect(
        id=EffectId(1),
        source=Import("UA-TEST", 1, 2, "Issuer", date(2026, 6, 1), at),
        effect=Effect(stake, (EffectKind.WITHDRAWN,), (), NOT_OVER),
        line_number=1,
        line_name="Line",
        line_name_uk="Позиція",
        record_state=DocumentState.SUBMITTED,
        prepared_by=OfficerId(1),
        state=state,
        settlement=Settlement.NONE,
        acts=(),
    )


@pytest.mark.parametrize("state", [EffectState.OPEN, EffectState.ASKED, EffectState.AMENDING])
def test_what_is_unsettled_has_next_steps(state: EffectState) -> None:
    assert remedies(effect(RecordKind.COMMITMENT, state)) == tuple(Remedy)
    assert remedies(effect(RecordKind.DONATION, state)) == (Remedy.ASK, Remedy.ACCEPT)


@pytest.mark.parametrize("state", [EffectState.ACCEPTED, EffectState.SETTLED, EffectState.NOTED])
def test_what_is_settled_has_none(state: EffectState) -> None:
    assert remedies(effect(RecordKind.COMMITMENT, state)) == ()


PREPARER, AUTHORISER, AUDITOR = (
    frozenset({role}) for role in (Role.PREPARER, Role.AUTHORISER, Role.AUDITOR)
)


@pytest.mark.parametrize(
    ("remedy", "state", "roles", "own", "may"),
    [
        (Remedy.AMEND, DocumentState.DRAFT, PREPARER, True, True),
        (Remedy.AMEND, DocumentState.RETURNED, PREPARER, False, False),
        (Remedy.AMEND, DocumentState.AUTHORISED, PREPARER, False, True),
        (Remedy.AMEND, DocumentState.AUTHORISED, AUTHORISER, False, False),
        (Remedy.WITHDRAW, DocumentState.SUBMITTED, PREPARER, True, True),
        (Remedy.WITHDRAW, DocumentState.SUBMITTED, AUTHORISER, False, False),
        (Remedy.WITHDRAW, DocumentState.AUTHORISED, AUTHORISER, False, True),
        (Remedy.WITHDRAW, DocumentState.AUTHORISED, AUTHORISER, True, False),
        (Remedy.WITHDRAW, DocumentState.AUTHORISED, PREPARER, True, False),
        (Remedy.ASK, DonationState.OFFERED, PREPARER, False, True),
        (Remedy.ACCEPT, DonationState.OFFERED, AUTHORISER, False, True),
        (Remedy.ACCEPT, DocumentState.AUTHORISED, AUDITOR, False, False),
    ],
)
def test_who_may_take_which_step(
    remedy: Remedy, state: DocumentState, roles: frozenset[Role], own: bool, may: bool
) -> None:
    assert may_take(remedy, state, roles, own=own) == may


def left(quantity: int, usd: int) -> Outstanding:
    return Outstanding(quantity, Money(usd, "USD"))


def priced(quantity: int | None = None, amount: Money | None = None) -> PricedLine:
    return price_order(Order(LINE, quantity, amount), PRICE, EURO)


@pytest.mark.parametrize(
    ("rest", "quantity"),
    [
        (left(12, 1200), 10),
        (left(4, 400), 4),
        (left(4, 399), 3),
        (left(0, 0), None),
        (left(-6, -600), None),
    ],
)
def test_a_quantity_is_cut_to_the_units_that_are_left(
    rest: Outstanding, quantity: int | None
) -> None:
    wanted = None if quantity is None else Order(LINE, quantity=quantity)
    assert fit_order(priced(10), PRICE, rest) == wanted


def test_units_are_cut_to_what_their_new_price_leaves() -> None:
    assert fit_order(priced(10), Money(250, "USD"), left(9, 1000)) == Order(LINE, quantity=4)


def test_an_amount_is_cut_to_the_value_that_is_left() -> None:
    paid = priced(amount=Money(1000, "EUR"))
    assert fit_order(paid, PRICE, left(20, 2000)) == paid.order
    assert fit_order(paid, PRICE, left(4, 450)) == Order(LINE, amount=Money(450, "USD"))
    assert fit_order(paid, PRICE, left(0, 0)) is None
    assert fit_order(paid, PRICE, left(-1, -100)) is None


def test_drafts_and_what_was_returned_are_changed_themselves() -> None:
    assert [state for state in DocumentState if is_draft(state)] == [
        DocumentState.DRAFT,
        DocumentState.RETURNED,
    ]
    assert not is_draft(DonationState.OFFERED)
    assert not replace(effect(RecordKind.DONATION), state=EffectState.NOTED).unsettled
