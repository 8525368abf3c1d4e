from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from procure_desktop.domain.commitment import CommitmentId, DocumentState
from procure_desktop.domain.comparison import Field, FieldChange
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import (
    NOT_OVER,
    Effect,
    EffectKind,
    Over,
    Record,
    RecordKind,
    Stake,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.request_list import Colour, LineId
from procure_desktop.domain.settling import (
    Act,
    EffectAct,
    EffectId,
    EffectState,
    Import,
    ListEffect,
    Remedy,
    Settlement,
)
from procure_desktop.language import UKRAINIAN, language, speak, spoken
from procure_desktop.wording.effects import (
    act_words,
    effect_sentences,
    over_words,
    record_name,
    remedy_words,
    source_words,
    standing_words,
    touched_words,
)
from procure_desktop.wording.questions import question
from tests.office_factory import PROFILE

AT = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
SIX = Over(6, Money(60_000_00, "USD"))
PRICE = FieldChange(Field.UNIT_PRICE, Money(100, "USD"), Money(150, "USD"))


def stake(
    kind: RecordKind = RecordKind.COMMITMENT,
    state: DocumentState | DonationState = DocumentState.AUTHORISED,
) -> Stake:
    record = Record(kind, 3, "NLD-2026-0001")
    nothing, price = Money(0, "USD"), Money(10_000_00, "USD")
    return Stake(record, LineId("UA-0001"), state, 10, nothing, price, "", "EA")


def effect(
    *kinds: EffectKind, over: Over = NOT_OVER, changes: tuple[FieldChange, ...] = ()
) -> Effect:
    return Effect(stake(), kinds, changes, over)


def said(found: Effect) -> str:
    (sentence,) = effect_sentences(found)
    return sentence


def test_over_in_units_and_dollars() -> None:
    assert over_words(SIX, "EA") == "6 EA (USD 60,000.00)"
    assert over_words(Over(0, Money(250, "USD")), "EA") == "USD 2.50"
    found = effect(EffectKind.OVER, over=SIX)
    assert said(found).startswith("Over by 6 EA (USD 60,000.00): more of the line is committed")
    draft = replace(found, stake=stake(state=DocumentState.DRAFT))
    assert "the draft asks for more" in said(draft)


def test_what_a_price_means_depends_on_the_record() -> None:
    found = effect(EffectKind.PRICE, changes=(PRICE,))
    assert "USD 1.00 → USD 1.50 (+USD 0.50)" in said(found)
    assert "keeps the price it was made at" in said(found)
    draft = replace(found, stake=stake(state=DocumentState.DRAFT))
    assert "must be priced again" in said(draft)
    given = replace(found, stake=stake(RecordKind.DONATION, DonationState.OFFERED))
    assert "keeps its own valuation" in said(given)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (effect(EffectKind.WITHDRAWN), "no longer on the list"),
        (
            effect(EffectKind.ITEM, changes=(FieldChange(Field.NAME, "A", "B"),)),
            "another item now. A → B",
        ),
        (effect(EffectKind.RELEASE), "further US release"),
        (
            effect(
                EffectKind.MARKING,
                changes=(FieldChange(Field.MARKING, Marking.UNMARKED, Marking.NATO_RESTRICTED),),
            ),
            "UNMARKED → NATO RESTRICTED",
        ),
        (
            effect(EffectKind.URGENT, changes=(FieldChange(Field.URGENT, True, False),)),
            "Urgent: Yes → No",
        ),
        (
            effect(
                EffectKind.REQUIRED_BY,
                changes=(FieldChange(Field.REQUIRED_BY, date(2027, 1, 1), date(2027, 2, 1)),),
            ),
            "1 Jan 2027 → 1 Feb 2027",
        ),
        (
            effect(
                EffectKind.COLOUR,
                changes=(FieldChange(Field.COLOUR, Colour.GREEN, Colour.RED),),
            ),
            "US stock changed, Green → Red",
        ),
        (
            effect(
                EffectKind.SUBSTITUTES,
                changes=(FieldChange(Field.SUBSTITUTES, ("A",), ("B", "C")),),
            ),
            "A → B, C",
        ),
        (effect(EffectKind.BACK), "back on the list"),
        (
            effect(EffectKind.OTHER, changes=(PRICE, FieldChange(Field.RANK, 1, 2))),
            "Other fields changed: Rank.",
        ),
    ],
)
def test_each_kind_in_a_sentence(found: Effect, words: str) -> None:
    assert words in said(found)


def test_every_kind_has_its_sentence_for_a_donation_too() -> None:
    given = stake(RecordKind.DONATION, DonationState.OFFERED)
    gone = replace(effect(EffectKind.WITHDRAWN), stake=given)
    assert "a need that is not stated" in said(gone)


def test_how_many_are_touched() -> None:
    assert touched_words(()).startswith("None of this office's")
    assert touched_words([effect(EffectKind.OTHER)]).startswith("None of this office's")
    found = [effect(EffectKind.OVER, over=SIX), effect(EffectKind.PRICE, changes=(PRICE,))]
    assert touched_words(found) == "1 commitment or donation of this office is touched, 1 over."


def listed(found: Effect, *acts: EffectAct, state: EffectState = EffectState.OPEN) -> ListEffect:
    return ListEffect(
        id=EffectId(1),
        source=Import("UA-TEST", 1, 2, "Test issuer", date(2026, 6, 1), AT),
        effect=found,
        line_number=1,
        line_name="Interceptor",
        line_name_uk="Перехоплювач",
        record_state=DocumentState.AUTHORISED,
        prepared_by=OfficerId(1),
        state=state,
        settlement=Settlement.NONE,
        acts=acts,
    )


def test_where_an_effect_stands() -> None:
    found = listed(effect(EffectKind.WITHDRAWN))
    assert standing_words(found) == "Open"
    settled = replace(found, state=EffectState.SETTLED, settlement=Settlement.NO_LONGER_OVER)
    assert standing_words(settled) == "Settled · No longer over"
    assert source_words(found) == "UA-TEST version 1 → 2, imported 15 Jun 2026 09:00 UTC"


def test_what_was_done_about_it() -> None:
    at = "15 Jun 2026 09:00 UTC"
    accepted = EffectAct(Act.ACCEPTED, "Preparer", AT, "By phone")
    assert act_words(accepted) == f"Accepted by Preparer, {at}: By phone"
    assert act_words(EffectAct(Act.ASKED, "P", AT, "Why?")) == f"Issuer asked by P, {at}"
    assert act_words(EffectAct(Act.AMENDED, "P", AT, "")) == f"Draft changed by P, {at}"
    replaced = EffectAct(Act.AMENDED, "P", AT, "", CommitmentId(7))
    assert act_words(replaced) == f"Draft 7 in its place by P, {at}"


def test_names_of_records_and_steps() -> None:
    assert record_name(stake().record) == "NLD-2026-0001"
    assert record_name(Record(RecordKind.COMMITMENT, 3, "")) == "Draft 3"
    assert [remedy_words(one).replace("&", "") for one in Remedy] == [
        "Amend…",
        "Withdraw…",
        "Ask the issuer…",
        "Accept with a reason…",
    ]


def test_the_question_names_versions_figures_and_our_reference() -> None:
    over = effect(EffectKind.OVER, over=SIX, changes=(FieldChange(Field.OUTSTANDING, 100, 4),))
    text = question(listed(over), PROFILE)
    for part in (
        "To: Test issuer",
        "From: Test Ministry, Test Unit (NLD)",
        "Our reference: NLD-2026-0001, line UA-0001, UA-TEST version 2",
        'before: version 1), line 1, "Interceptor" (UA-0001)',
        "- Outstanding: 100 EA → 4 EA (\u221296)",
        "with 10 EA (USD 100,000.00)",
        "over by 6 EA (USD 60,000.00)",
    ):
        assert part in text, part
    gone = question(listed(effect(EffectKind.WITHDRAWN)), PROFILE)
    assert "- it is no longer on the list" in gone
    assert "over by" not in gone


def test_the_question_is_in_english_whatever_is_spoken() -> None:
    english = question(listed(effect(EffectKind.PRICE, changes=(PRICE,))), PROFILE)
    kept = spoken()
    ukrainian = language(UKRAINIAN)
    speak(ukrainian)
    try:
        assert question(listed(effect(EffectKind.PRICE, changes=(PRICE,))), PROFILE) == english
        assert spoken() == ukrainian
    finally:
        speak(kept)
