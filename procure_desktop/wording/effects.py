"""What a version does to the office, in sentences; and what was done about it."""

from collections.abc import Callable, Iterable, Mapping

from procure_desktop.domain.comparison import Field, FieldChange
from procure_desktop.domain.donation import DonationState
from procure_desktop.domain.effects import Effect, EffectKind, Over, Record, RecordKind
from procure_desktop.domain.settling import Act, EffectAct, ListEffect, Remedy, is_draft
from procure_desktop.language import marked, plural, tr
from procure_desktop.wording import figures
from procure_desktop.wording.changes import change_words, changed_fields
from procure_desktop.wording.terms import heading

_ITEM = frozenset({Field.NAME, Field.NSN, Field.UNIT})
_REMEDIES: Mapping[Remedy, str] = {
    Remedy.AMEND: marked("A&mend…"),
    Remedy.WITHDRAW: marked("&Withdraw…"),
    Remedy.ASK: marked("As&k the issuer…"),
    Remedy.ACCEPT: marked("A&ccept with a reason…"),
}


def record_name(record: Record) -> str:
    """A commitment's or donation's number; a draft by its id."""
    return record.number or tr("Draft {id}").format(id=record.id)


def over_words(over: Over, unit: str) -> str:
    """`6 EA (USD 60,000.00)`, in value alone where no whole unit is over."""
    usd = figures.amount(over.usd)
    return f"{figures.units(over.quantity, unit)} ({usd})" if over.quantity else usd


def effect_sentences(effect: Effect) -> tuple[str, ...]:
    """One sentence for each kind of change that touches the record, the gravest first."""
    return tuple(_SENTENCES[kind](effect, effect.stake.unit) for kind in effect.kinds)


def touched_words(effects: Iterable[Effect]) -> str:
    """How many records a version touches, and how many of them are over or lost their line; for a message."""
    found = tuple(one for one in effects if one.notable)
    if not found:
        return tr("None of this office's commitments and donations needs a decision.")
    records = len({one.stake.record for one in found})
    over = len({one.stake.record for one in found if one.over})
    text = plural(
        "{n} commitment or donation of this office is touched, {over} over.",
        "{n} commitments and donations of this office are touched, {over} over.",
        records,
    )
    return text.format(n=figures.whole(records), over=figures.whole(over))


def remedy_words(remedy: Remedy) -> str:
    """What the button of a next step says, with its mnemonic."""
    return tr(_REMEDIES[remedy])


def act_words(act: EffectAct) -> str:
    """Who did what about an effect and when, with the reason or the question."""
    if act.act is Act.AMENDED and act.replacement is None:
        text = tr("Draft changed by {officer}, {at}")
    else:
        text = {
            Act.ASKED: tr("Issuer asked by {officer}, {at}"),
            Act.ACCEPTED: tr("Accepted by {officer}, {at}"),
            Act.AMENDED: tr("Draft {draft} in its place by {officer}, {at}"),
        }[act.act]
    said = text.format(officer=act.officer, at=figures.moment(act.at), draft=act.replacement)
    return f"{said}: {act.text}" if act.act is Act.ACCEPTED else said


def standing_words(found: ListEffect) -> str:
    """Where an effect stands, and what settled it."""
    how = heading(found.settlement) if found.settlement else ""
    return " · ".join(part for part in (heading(found.state), how) if part)


def source_words(found: ListEffect) -> str:
    """Which version had the effect."""
    text = tr("{serial} version {older} → {version}, imported {at}")
    source = found.source
    return text.format(
        serial=source.serial,
        older=source.older,
        version=source.version,
        at=figures.moment(source.imported_at),
    )


def _over(effect: Effect, unit: str) -> str:
    text = (
        tr("Over by {over}: more of the line is committed or given than the list leaves.")
        if effect.stake.holds
        else tr("Over by {over}: the draft asks for more than the line leaves.")
    )
    return text.format(over=over_words(effect.over, unit))


def _item(effect: Effect, unit: str) -> str:
    text = tr("The line may be another item now. {changes}")
    changes = (one for one in effect.changes if one.field in _ITEM)
    return text.format(changes="; ".join(change_words(one, unit) for one in changes))


def _price(effect: Effect, unit: str) -> str:
    if effect.stake.state is DonationState.OFFERED:
        text = tr("The price changed, {change}; the donation keeps its own valuation.")
    elif is_draft(effect.stake.state):
        text = tr("The price changed, {change}; the draft must be priced again.")
    else:
        text = tr("The price changed, {change}; the commitment keeps the price it was made at.")
    return text.format(change=_of(effect, Field.UNIT_PRICE, unit))


def _other(effect: Effect, _unit: str) -> str:
    others = (one for one in effect.changes if one.field not in _TOLD)
    return tr("Other fields changed: {fields}.").format(fields=changed_fields(others))


def _of(effect: Effect, field: Field, unit: str) -> str:
    changes: dict[Field, FieldChange] = {one.field: one for one in effect.changes}
    return change_words(changes[field], unit)


def _withdrawn(effect: Effect, _unit: str) -> str:
    if effect.stake.record.kind is RecordKind.DONATION:
        return tr(
            "The line is no longer on the list; the donation serves a need that is not stated."
        )
    return tr("The line is no longer on the list.")


def _release(_effect: Effect, _unit: str) -> str:
    return tr("The line waits for a further US release; until then it cannot be sold.")


def _marking(effect: Effect, unit: str) -> str:
    return tr("The marking changed, {change}.").format(change=_of(effect, Field.MARKING, unit))


def _urgent(effect: Effect, unit: str) -> str:
    text = tr("Urgent: {change}. Only urgent lines are open to stock donation.")
    return text.format(change=_of(effect, Field.URGENT, unit))


def _required_by(effect: Effect, unit: str) -> str:
    text = tr("It is required by another day, {change}.")
    return text.format(change=_of(effect, Field.REQUIRED_BY, unit))


def _colour(effect: Effect, unit: str) -> str:
    return tr("US stock changed, {change}.").format(change=_of(effect, Field.COLOUR, unit))


def _substitutes(effect: Effect, unit: str) -> str:
    text = tr("Acceptable substitutes changed, {change}.")
    return text.format(change=_of(effect, Field.SUBSTITUTES, unit).replace("\n", ", "))


def _back(_effect: Effect, _unit: str) -> str:
    return tr("The line is back on the list.")


_TOLD = _ITEM | {
    Field.UNIT_PRICE,
    Field.MARKING,
    Field.REQUIRED_BY,
    Field.COLOUR,
    Field.URGENT,
    Field.SUBSTITUTES,
}
_SENTENCES: Mapping[EffectKind, Callable[[Effect, str], str]] = {
    EffectKind.WITHDRAWN: _withdrawn,
    EffectKind.OVER: _over,
    EffectKind.ITEM: _item,
    EffectKind.RELEASE: _release,
    EffectKind.MARKING: _marking,
    EffectKind.PRICE: _price,
    EffectKind.URGENT: _urgent,
    EffectKind.REQUIRED_BY: _required_by,
    EffectKind.COLOUR: _colour,
    EffectKind.SUBSTITUTES: _substitutes,
    EffectKind.BACK: _back,
    EffectKind.OTHER: _other,
}
