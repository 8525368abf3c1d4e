"""Where an effect stands, in SQL: derived from what was done about it and from the record and line of today."""

from sqlalchemy import ColumnElement, FromClause, case, exists, literal, or_, select

from procure_desktop.domain.commitment import HOLDING, DocumentState
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.settling import UNSETTLED, Act, EffectState, Settlement
from procure_desktop.store.effect_tables import effect_act, list_effect
from procure_desktop.store.list_tables import line
from procure_desktop.store.schema import commitment, donation

HOLDS = (*(state.value for state in HOLDING), DonationState.OFFERED.value)


def joined() -> FromClause:
    """Effects with their line and their commitment or donation, which the expressions here speak of."""
    return (
        list_effect.join(line, line.c.id == list_effect.c.line_id)
        .outerjoin(commitment, commitment.c.id == list_effect.c.commitment_id)
        .outerjoin(donation, donation.c.id == list_effect.c.donation_id)
    )


def state() -> ColumnElement[str]:
    """The EffectState of an effect."""
    return case(
        (_done(Act.ACCEPTED), EffectState.ACCEPTED.value),
        (settlement() != Settlement.NONE.value, EffectState.SETTLED.value),
        (list_effect.c.notable == False, EffectState.NOTED.value),  # noqa: E712 (SQL)
        (_done(Act.AMENDED), EffectState.AMENDING.value),
        (_done(Act.ASKED), EffectState.ASKED.value),
        else_=EffectState.OPEN.value,
    )


def settlement() -> ColumnElement[str]:
    """The Settlement of an effect; empty while nothing settled it."""
    return case(
        (_ended(), Settlement.RECORD_ENDED.value),
        (_revised(), Settlement.REVISED.value),
        (_back(), Settlement.BACK.value),
        (_told_again(), Settlement.LATER_VERSION.value),
        (_enough_again(), Settlement.NO_LONGER_OVER.value),
        else_=Settlement.NONE.value,
    )


def unsettled() -> ColumnElement[bool]:
    """Whether somebody still has to do something about an effect."""
    return state().in_([one.value for one in UNSETTLED])


def touched(commitment_id: ColumnElement[int]) -> ColumnElement[str]:
    """`touched` for a commitment with an effect that somebody still has to do something about, else `untouched`."""
    waiting = (
        select(list_effect.c.commitment_id)
        .select_from(joined())
        .where(list_effect.c.commitment_id.is_not(None), unsettled())
        .correlate(None)
    )
    return case((commitment_id.in_(waiting), literal("touched")), else_=literal("untouched"))


def record_state() -> ColumnElement[str]:
    """The state of the record now."""
    return case((commitment.c.id.is_not(None), commitment.c.state), else_=donation.c.state)


def prepared_by() -> ColumnElement[int]:
    """The officer who prepared the commitment or logged the donation."""
    ours = commitment.c.id.is_not(None)
    return case((ours, commitment.c.prepared_by), else_=donation.c.logged_by)


def _done(act: Act) -> ColumnElement[bool]:
    return exists().where(effect_act.c.effect_id == list_effect.c.id, effect_act.c.act == act)


def _ended() -> ColumnElement[bool]:
    return or_(
        commitment.c.state == DocumentState.WITHDRAWN, donation.c.state == DonationState.CANCELLED
    )


def _revised() -> ColumnElement[bool]:
    """Whether the draft itself was changed since: it is priced and checked by the list as it is now."""
    return exists().where(
        effect_act.c.effect_id == list_effect.c.id,
        effect_act.c.act == Act.AMENDED,
        effect_act.c.replacement_id.is_(None),
    )


def _back() -> ColumnElement[bool]:
    """Whether the line came back, be it that it went again: that is an effect of its own."""
    later = list_effect.alias()
    back = line.c.withdrawn == False  # noqa: E712 (SQL)
    again = select(later.c.id).where(_follows(later)).exists()
    return (list_effect.c.kind == EffectKind.WITHDRAWN) & (back | again)


def _told_again() -> ColumnElement[bool]:
    later = list_effect.alias()
    return _over_alone() & select(later.c.id).where(_follows(later), _over(later)).exists()


def _follows(later: FromClause) -> ColumnElement[bool]:
    """Whether an effect is one of a later version, through the same line on the same record."""
    same: ColumnElement[bool] = (
        (later.c.line_id == list_effect.c.line_id)
        & later.c.commitment_id.is_not_distinct_from(list_effect.c.commitment_id)
        & later.c.donation_id.is_not_distinct_from(list_effect.c.donation_id)
        & (later.c.release_id > list_effect.c.release_id)
    )
    return same


def _enough_again() -> ColumnElement[bool]:
    held = list_effect.c.record_state.in_(HOLDS)
    enough = (line.c.outstanding >= 0) & (line.c.outstanding_usd >= 0)
    return _over_alone() & held & enough


def _over_alone() -> ColumnElement[bool]:
    return list_effect.c.over_alone == True  # noqa: E712 (SQL)


def _over(table: FromClause) -> ColumnElement[bool]:
    return or_(table.c.over_quantity > 0, table.c.over_usd > 0)
