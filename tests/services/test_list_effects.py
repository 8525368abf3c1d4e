from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from procure_desktop.domain.commitment import Commitment, DocumentState, Order
from procure_desktop.domain.comparison import Field, FieldChange
from procure_desktop.domain.effects import EffectKind, Over, Record, RecordKind
from procure_desktop.domain.errors import (
    EffectSettledError,
    EffectUnknownError,
    EmptyTextError,
    LineWithdrawnError,
    NothingLeftError,
    OverCommitmentError,
    RoleMissingError,
)
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import Line, LineId, Quantities, RequestList
from procure_desktop.domain.settling import (
    Act,
    EffectId,
    EffectState,
    ListEffect,
    Settlement,
)
from procure_desktop.services.amend_commitment import (
    draft_replacement,
    prepare_amendment,
    record_of,
    replaced_commitment,
)
from procure_desktop.services.answer_effect import accept_effect, ask_about_effect
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.import_release import ReleasePreview, import_release, preview_release
from procure_desktop.services.list_effects import (
    effects_on,
    effects_through,
    lines_at_stake,
    read_effect,
    unsettled_effects,
)
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.office import Office
from procure_desktop.services.price_commitment import price_commitment
from procure_desktop.services.read_line import read_line
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.submit_commitment import submit_commitment
from tests.office_factory import (
    GREEN,
    PAIRED,
    PREPARER,
    SCARCE,
    SERIAL,
    Place,
    authorise,
    draft,
    make_line,
    make_list,
    make_offer,
    make_terms,
    submit,
)

Import = Callable[..., ReleasePreview]


def shrunk(line: Line, outstanding: int) -> Line:
    return replace(line, quantities=Quantities(outstanding, outstanding, 0, 0, 0, outstanding))


def issue(version: int, *changed: Line, without: LineId | None = None) -> RequestList:
    """The made list as a later version, with some lines changed and one left out."""
    by_id = {one.id: one for one in changed}
    lines = tuple(by_id.get(one.id, one) for one in make_list().lines if one.id != without)
    return replace(make_list(version), lines=lines)


@pytest.fixture
def publish(place: Place, administrator: Office) -> Import:
    """Publish a version and import it."""

    def act(issued: RequestList) -> ReleasePreview:
        release = place.publish(issued)
        previewed = preview_release(administrator, release)
        assert import_release(administrator, release) == previewed
        return previewed

    return act


def only(found: tuple[ListEffect, ...]) -> ListEffect:
    (one,) = found
    return one


def of(office: Office, commitment: Commitment) -> ListEffect:
    return only(effects_on(office, record_of(commitment)))


def test_what_a_version_does_is_foreseen_and_kept(
    publish: Import, place: Place, preparer: Office, authoriser: Office
) -> None:
    made = authorise(authoriser, place, submit(preparer, place, quantity=10))
    given = log_donation(preparer, make_offer(PAIRED, 5))
    drafted = draft(preparer, SCARCE, 4)
    dearer = replace(make_line(6, "Launcher, spare", 30, 500_000), unit_price=Money(600_000, "USD"))
    previewed = publish(issue(2, shrunk(make_line(1), 4), dearer, without=PAIRED))
    found = unsettled_effects(preparer)
    assert tuple(one.effect for one in found) == previewed.effects
    by_record = {one.effect.stake.record: one for one in found}
    gone = by_record[Record(RecordKind.DONATION, given.id, given.number)]
    assert gone.effect.kinds == (EffectKind.WITHDRAWN,)
    over = by_record[record_of(made)]
    assert over.effect.over == Over(6, Money(6_000_000, "USD"))
    assert (over.line_number, over.line_name, over.unit) == (1, "Interceptor, surface-to-air", "EA")
    assert (over.source.serial, over.source.older, over.source.version) == (SERIAL, 1, 2)
    priced = by_record[Record(RecordKind.COMMITMENT, drafted.id, "")]
    assert priced.effect.changes == (
        FieldChange(Field.UNIT_PRICE, Money(500_000, "USD"), Money(600_000, "USD")),
    )
    assert all(one.state is EffectState.OPEN for one in found)
    # Nothing was blocked: what is committed stays committed, and the line is over.
    assert read_line(preparer, GREEN).outstanding.quantity == -6


def test_every_typed_content_comes_back_as_it_was(
    publish: Import, place: Place, preparer: Office
) -> None:
    submit(preparer, place, quantity=10)
    line = make_line(1)
    other = replace(
        make_line(9, "Other", 3, 7),
        id=line.id,
        stamps=tuple(replace(one, day=date(2026, 5, 2)) for one in line.stamps),
        substitutes=("Another", "One more"),
        nsn="1410-01-234-5678",
        nsn_verified=True,
        urgent=False,
        required_by=date(2028, 1, 1),
        controls=replace(line.controls, usml="XI", end_use_monitoring=False),
        remarks="Відомості",
    )
    (previewed,) = publish(issue(2, other)).effects
    assert only(effects_through(preparer, line.id)).effect == previewed
    assert len(previewed.changes) > 12


def test_a_list_without_stakes_has_no_effects(publish: Import, preparer: Office) -> None:
    assert publish(issue(2, without=GREEN)).effects == ()
    assert unsettled_effects(preparer) == ()
    with preparer.database.reading() as tx:
        assert lines_at_stake(tx, SERIAL) == frozenset()
    draft(preparer, PAIRED)
    with preparer.database.reading() as tx:
        assert lines_at_stake(tx, SERIAL) == {PAIRED}


def test_what_ended_before_is_not_touched(publish: Import, place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    withdraw_commitment(preparer, made.id, "Test reason")
    assert publish(issue(2, without=GREEN)).effects == ()


def test_accepting_says_who_when_and_why(
    publish: Import, place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place)
    publish(issue(2, without=GREEN))
    accepted = accept_effect(authoriser, of(preparer, made).id, " The issuer will add it again. ")
    assert accepted.state is EffectState.ACCEPTED
    (act,) = accepted.acts
    assert (act.act, act.officer, act.text) == (
        Act.ACCEPTED,
        "Authoriser",
        "The issuer will add it again.",
    )
    assert act.at == authoriser.now()
    entry = read_rows(preparer, Listing.JOURNAL, list_ids(preparer, Query(Listing.JOURNAL)))[0]
    assert (entry["action"], entry["subject"]) == ("effect accepted", f"commitment {made.id}")
    with pytest.raises(EffectSettledError):
        accept_effect(authoriser, accepted.id, "Again")
    with pytest.raises(EffectSettledError):
        ask_about_effect(authoriser, accepted.id, "Again?")


def test_asking_is_noted_and_leaves_it_to_be_decided(
    publish: Import, place: Place, preparer: Office
) -> None:
    made = submit(preparer, place)
    publish(issue(2, without=GREEN))
    asked = ask_about_effect(preparer, of(preparer, made).id, "Why?\nWhen?")
    assert asked.state is EffectState.ASKED
    assert asked.unsettled
    again = ask_about_effect(preparer, asked.id, "And now?")
    assert [one.text for one in again.acts] == ["Why?\nWhen?", "And now?"]
    assert accept_effect(preparer, asked.id, "Settled by phone").state is EffectState.ACCEPTED


def test_an_answer_needs_a_role_a_text_and_an_effect(
    publish: Import, place: Place, preparer: Office, auditor: Office, administrator: Office
) -> None:
    made = submit(preparer, place)
    publish(issue(2, without=GREEN))
    found = of(preparer, made)
    for reader in (auditor, administrator):
        with pytest.raises(RoleMissingError):
            accept_effect(reader, found.id, "Reason")
        with pytest.raises(RoleMissingError):
            ask_about_effect(reader, found.id, "Question")
    with pytest.raises(EmptyTextError):
        accept_effect(preparer, found.id, " ")
    with pytest.raises(EffectUnknownError):
        accept_effect(preparer, EffectId(99), "Reason")
    assert read_effect(preparer, found.id) == found


def test_withdrawing_the_record_settles_it(publish: Import, place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    publish(issue(2, without=GREEN))
    withdraw_commitment(preparer, made.id, "Test reason")
    found = of(preparer, made)
    assert (found.state, found.settlement) == (EffectState.SETTLED, Settlement.RECORD_ENDED)
    assert found.record_state is DocumentState.WITHDRAWN
    assert found.effect.stake.state is DocumentState.SUBMITTED


def test_changing_the_draft_settles_it(publish: Import, preparer: Office) -> None:
    made = draft(preparer, quantity=10)
    publish(issue(2, shrunk(make_line(1), 4)))
    assert of(preparer, made).effect.over.quantity == 6
    with pytest.raises(OverCommitmentError):
        revise_draft(preparer, made.id, (Order(GREEN, quantity=5),), make_terms())
    revise_draft(preparer, made.id, (Order(GREEN, quantity=4),), make_terms())
    found = of(preparer, made)
    assert (found.state, found.settlement) == (EffectState.SETTLED, Settlement.REVISED)
    assert [one.act for one in found.acts] == [Act.AMENDED]


def test_a_line_that_leaves_enough_again_is_no_longer_over(
    publish: Import, place: Place, preparer: Office
) -> None:
    first, second = submit(preparer, place, quantity=10), submit(preparer, place, quantity=2)
    publish(issue(2, shrunk(make_line(1), 11)))
    assert [one.effect.over.quantity for one in unsettled_effects(preparer)] == [1, 1]
    withdraw_commitment(preparer, second.id, "Test reason")
    found = of(preparer, first)
    assert (found.state, found.settlement) == (EffectState.SETTLED, Settlement.NO_LONGER_OVER)


def test_a_later_version_speaks_of_what_is_still_over(
    publish: Import, place: Place, preparer: Office
) -> None:
    made = submit(preparer, place, quantity=10)
    publish(issue(2, shrunk(make_line(1), 4)))
    publish(issue(3, shrunk(make_line(1), 2)))
    newest, older = effects_on(preparer, record_of(made))
    assert (newest.effect.over.quantity, newest.state) == (8, EffectState.OPEN)
    assert (older.effect.over.quantity, older.settlement) == (6, Settlement.LATER_VERSION)
    publish(issue(4, shrunk(make_line(1), 50)))
    assert unsettled_effects(preparer) == ()


def test_a_line_that_is_back_is_settled(publish: Import, place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    publish(issue(2, without=GREEN))
    publish(issue(3))
    back, gone = effects_on(preparer, record_of(made))
    assert (back.effect.kinds, back.state) == ((EffectKind.BACK,), EffectState.NOTED)
    assert (gone.state, gone.settlement) == (EffectState.SETTLED, Settlement.BACK)
    # When it goes once more, that is to be answered, and only once.
    publish(issue(4, without=GREEN))
    newest, *_, first = effects_on(preparer, record_of(made))
    assert (newest.effect.kinds, newest.state) == ((EffectKind.WITHDRAWN,), EffectState.OPEN)
    assert (first.id, first.settlement) == (gone.id, Settlement.BACK)
    assert unsettled_effects(preparer) == (newest,)


def test_small_changes_are_for_information(publish: Import, place: Place, preparer: Office) -> None:
    made = submit(preparer, place)
    publish(issue(2, replace(make_line(1), remarks="Another remark")))
    assert of(preparer, made).state is EffectState.NOTED
    with pytest.raises(EffectSettledError):
        accept_effect(preparer, of(preparer, made).id, "Reason")


def test_a_replacement_asks_for_what_is_left_and_is_submitted_after_the_old_one_went(
    publish: Import, place: Place, preparer: Office, authoriser: Office
) -> None:
    orders = (Order(GREEN, quantity=10), Order(PAIRED, quantity=3), Order(SCARCE, quantity=2))
    drafted = draft_commitment(preparer, orders, make_terms())
    made = authorise(
        authoriser, place, submit_commitment(preparer, drafted.id, place.key(PREPARER))
    )
    publish(issue(2, shrunk(make_line(1), 4), without=PAIRED))
    left = prepare_amendment(preparer, made.id).orders
    assert left == (Order(GREEN, quantity=4), Order(SCARCE, quantity=2))
    with pytest.raises(OverCommitmentError):
        draft_commitment(preparer, left, make_terms())
    assert price_commitment(preparer, left, made.terms, made.id).usd == Money(5_000_000, "USD")
    replacement = draft_replacement(preparer, made.id, left, made.terms)
    replaced = replaced_commitment(preparer, replacement.id)
    assert replaced is not None
    assert replaced.id == made.id
    assert replaced_commitment(preparer, made.id) is None
    found = effects_on(preparer, record_of(made))
    assert {one.state for one in found} == {EffectState.AMENDING}
    assert {one.acts[0].replacement for one in found} == {replacement.id}
    # It can be changed while the old one stands, and goes further once that is withdrawn.
    revise_draft(preparer, replacement.id, left, made.terms)
    with pytest.raises(OverCommitmentError):
        submit_commitment(preparer, replacement.id, place.key(PREPARER))
    withdraw_commitment(authoriser, made.id, "Replaced")
    submit_commitment(preparer, replacement.id, place.key(PREPARER))
    assert unsettled_effects(preparer) == ()
    assert read_line(preparer, GREEN).outstanding.quantity == 0


def test_what_a_list_counts_is_not_free_for_a_replacement(
    publish: Import, place: Place, preparer: Office
) -> None:
    made = submit(preparer, place, quantity=10)
    from procure_desktop.store.documents import load_document

    with preparer.database.reading() as tx:
        mark = load_document(tx, made.id).frozen.record_sha256
    counted = replace(issue(2, shrunk(make_line(1), 3)), counted=(mark,))
    publish(counted)
    assert prepare_amendment(preparer, made.id).orders == (Order(GREEN, quantity=3),)


def test_nothing_left_is_nothing_to_amend(publish: Import, place: Place, preparer: Office) -> None:
    made, drafted = submit(preparer, place), draft(preparer)
    publish(issue(2, without=GREEN))
    with pytest.raises(NothingLeftError) as refused:
        prepare_amendment(preparer, made.id)
    assert refused.value.reference == made.number
    with pytest.raises(NothingLeftError) as refused:
        prepare_amendment(preparer, drafted.id)
    assert refused.value.reference == str(drafted.id)
    with pytest.raises(LineWithdrawnError):
        draft_replacement(preparer, made.id, (Order(GREEN, quantity=1),), make_terms())


def test_a_returned_commitment_is_changed_itself(
    publish: Import, place: Place, preparer: Office, authoriser: Office
) -> None:
    made = submit(preparer, place, quantity=10)
    return_commitment(authoriser, made.id, "Test reason")
    publish(issue(2, shrunk(make_line(1), 4)))
    assert prepare_amendment(preparer, made.id).orders == (Order(GREEN, quantity=4),)
    revise_draft(preparer, made.id, prepare_amendment(preparer, made.id).orders, made.terms)
    assert of(preparer, made).settlement is Settlement.REVISED
