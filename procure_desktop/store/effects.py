"""What versions of a list did to this office, stored when they came in, and what was done about it since."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from typing import Any, get_args, get_type_hints

import msgspec
from sqlalchemy import ColumnElement, Row, Select, func, insert, select

from procure_desktop.domain.commitment import CommitmentId, DocumentState
from procure_desktop.domain.comparison import PATHS, Field, FieldChange
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import (
    Effect,
    EffectKind,
    Over,
    Record,
    RecordKind,
    Stake,
)
from procure_desktop.domain.errors import EffectUnknownError
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import OfficerId
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Line, LineId
from procure_desktop.domain.settling import (
    Act,
    EffectAct,
    EffectId,
    EffectState,
    Import,
    ListEffect,
    Settlement,
)
from procure_desktop.store import effect_states
from procure_desktop.store.database import Transaction
from procure_desktop.store.effect_tables import effect_act, list_effect
from procure_desktop.store.list_tables import line, list_release
from procure_desktop.store.schema import commitment, donation, officer


def add_effects(tx: Transaction, serial: str, version: int, effects: Iterable[Effect]) -> None:
    """Store what a version that has just been stored did; it is never changed afterwards."""
    release = select(list_release.c.id).where(
        list_release.c.serial == serial, list_release.c.version == version
    )
    key = tx.execute(release).scalar_one()
    found = tuple(effects)
    wanted = {one.stake.line for one in found}
    keys = select(line.c.reference, line.c.id).where(line.c.reference.in_(wanted))
    lines = {row.reference: row.id for row in tx.execute(keys)}
    if found:
        tx.execute(insert(list_effect), [_columns(one, key, lines) for one in found])


def add_act(
    tx: Transaction,
    effect_id: EffectId,
    act: Act,
    by: OfficerId,
    at: datetime,
    *,
    text: str = "",
    replacement: CommitmentId | None = None,
) -> None:
    """Note what an officer did about an effect."""
    tx.execute(
        insert(effect_act).values(
            effect_id=effect_id,
            act=act,
            text=text,
            replacement_id=replacement,
            at=at,
            officer_id=by,
        )
    )


def load_effect(tx: Transaction, effect_id: EffectId) -> ListEffect:
    """The effect with this id; EffectUnknownError for none."""
    found = _load(tx, list_effect.c.id == effect_id)
    if not found:
        raise EffectUnknownError(effect=str(effect_id))
    return found[0]


def load_unsettled(tx: Transaction) -> tuple[ListEffect, ...]:
    """Every effect that somebody still has to do something about."""
    return _load(tx, effect_states.unsettled())


def load_effects_on(tx: Transaction, record: Record) -> tuple[ListEffect, ...]:
    """What versions did to one commitment or donation."""
    return _load(tx, _of_record(record.kind, record.id))


def load_effects_through(tx: Transaction, line_id: LineId) -> tuple[ListEffect, ...]:
    """What versions did to this office through one line."""
    return _load(tx, line.c.reference == line_id)


def count_unsettled(tx: Transaction) -> int:
    """How many effects somebody still has to do something about."""
    query = select(func.count()).select_from(effect_states.joined())
    return int(tx.execute(query.where(effect_states.unsettled())).scalar_one())


def lines_touched(tx: Transaction, serial: str) -> frozenset[LineId]:
    """The lines of a list through which a version did anything to this office."""
    query = (
        select(line.c.reference)
        .join(list_effect, list_effect.c.line_id == line.c.id)
        .where(line.c.serial == serial)
    )
    return frozenset(LineId(key) for key in tx.execute(query).scalars())


def replaced_by(tx: Transaction, draft: CommitmentId) -> CommitmentId | None:
    """The commitment in whose place a draft was made; None for a draft of its own."""
    query = (
        select(list_effect.c.commitment_id)
        .join(effect_act, effect_act.c.effect_id == list_effect.c.id)
        .where(effect_act.c.replacement_id == draft)
        .limit(1)
    )
    found = tx.execute(query).scalar()
    return None if found is None else CommitmentId(found)


def _of_record(kind: RecordKind, key: int) -> ColumnElement[bool]:
    column = (
        list_effect.c.commitment_id if kind is RecordKind.COMMITMENT else list_effect.c.donation_id
    )
    return column == key


def _load(tx: Transaction, where: ColumnElement[bool]) -> tuple[ListEffect, ...]:
    rows = tx.execute(_selection().where(where)).all()
    acts = _acts(tx, [row.id for row in rows])
    return tuple(_list_effect(row, acts.get(row.id, ())) for row in rows)


def _selection() -> Select[Any]:
    before = list_release.alias()
    older = (
        select(func.coalesce(func.max(before.c.version), 0))
        .where(before.c.serial == list_release.c.serial, before.c.version < list_release.c.version)
        .scalar_subquery()
    )
    return (
        select(
            list_effect,
            list_release.c.serial,
            list_release.c.version,
            list_release.c.issuer,
            list_release.c.issued,
            list_release.c.imported_at,
            older.label("older"),
            line.c.reference,
            line.c.number.label("line_number"),
            line.c.name.label("line_name"),
            line.c.name_uk.label("line_name_uk"),
            line.c.unit,
            commitment.c.number.label("commitment_number"),
            donation.c.number.label("donation_number"),
            effect_states.record_state().label("state_now"),
            effect_states.prepared_by().label("prepared_by"),
            effect_states.state().label("state"),
            effect_states.settlement().label("settlement"),
        )
        .select_from(
            effect_states.joined().join(list_release, list_release.c.id == list_effect.c.release_id)
        )
        .order_by(list_effect.c.release_id.desc(), list_effect.c.id)
    )


def _acts(tx: Transaction, effects: list[int]) -> dict[int, tuple[EffectAct, ...]]:
    query = (
        select(effect_act, officer.c.name)
        .join(officer, officer.c.id == effect_act.c.officer_id)
        .where(effect_act.c.effect_id.in_(effects))
        .order_by(effect_act.c.id)
    )
    found: dict[int, tuple[EffectAct, ...]] = {}
    for row in tx.execute(query):
        replacement = None if row.replacement_id is None else CommitmentId(row.replacement_id)
        act = EffectAct(Act(row.act), row.name, row.at, row.text, replacement)
        found[row.effect_id] = (*found.get(row.effect_id, ()), act)
    return found


def _columns(effect: Effect, release: int, lines: dict[str, int]) -> dict[str, Any]:
    stake = effect.stake
    ours = stake.record.kind is RecordKind.COMMITMENT
    return {
        "release_id": release,
        "line_id": lines[stake.line],
        "commitment_id": stake.record.id if ours else None,
        "donation_id": None if ours else stake.record.id,
        "record_state": stake.state,
        "quantity": stake.quantity,
        "remainder": stake.remainder.minor,
        "unit_price": stake.unit_price.minor,
        "mark": stake.mark,
        "kind": effect.kinds[0],
        "kinds": list(effect.kinds),
        "notable": effect.notable,
        "over_alone": effect.over_alone,
        "over_quantity": effect.over.quantity,
        "over_usd": effect.over.usd.minor,
        "changes": [_plain(one) for one in effect.changes],
    }


def _list_effect(row: Row[Any], acts: tuple[EffectAct, ...]) -> ListEffect:
    return ListEffect(
        id=EffectId(row.id),
        source=Import(row.serial, row.older, row.version, row.issuer, row.issued, row.imported_at),
        effect=_effect(row),
        line_number=row.line_number,
        line_name=row.line_name,
        line_name_uk=row.line_name_uk,
        record_state=_record_state(row, row.state_now),
        prepared_by=OfficerId(row.prepared_by),
        state=EffectState(row.state),
        settlement=Settlement(row.settlement),
        acts=acts,
    )


def _effect(row: Row[Any]) -> Effect:
    kind = RecordKind.DONATION if row.commitment_id is None else RecordKind.COMMITMENT
    key = row.donation_id if row.commitment_id is None else row.commitment_id
    stake = Stake(
        record=Record(kind, key, row.commitment_number or row.donation_number or ""),
        line=LineId(row.reference),
        state=_record_state(row, row.record_state),
        quantity=row.quantity,
        remainder=Money(row.remainder, USD),
        unit_price=Money(row.unit_price, USD),
        mark=row.mark,
        unit=row.unit,
    )
    return Effect(
        stake=stake,
        kinds=tuple(EffectKind(one) for one in row.kinds),
        changes=tuple(_change(one) for one in row.changes),
        over=Over(row.over_quantity, Money(row.over_usd, USD)),
    )


def _record_state(row: Row[Any], text: str) -> DocumentState | DonationState:
    return DonationState(text) if row.commitment_id is None else DocumentState(text)


def _plain(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.field.value,
        "before": msgspec.to_builtins(change.before),
        "after": msgspec.to_builtins(change.after),
    }


def _change(content: dict[str, Any]) -> FieldChange:
    field = Field(content["field"])
    kind = _TYPES[field]
    return FieldChange(
        field, msgspec.convert(content["before"], kind), msgspec.convert(content["after"], kind)
    )


def _type_of(path: str) -> Any:
    """The type of a field of a line, by the annotations of the values that it stands in."""
    return (
        reduce(lambda kind, name: get_type_hints(_stated(kind))[name], path.split("."), Line) | None
    )


def _stated(kind: Any) -> Any:
    """The type of what is stated, where a list may leave it unsaid."""
    return next((one for one in get_args(kind) if one is not type(None)), kind)


_TYPES = {field: _type_of(PATHS[field]) for field in Field}
