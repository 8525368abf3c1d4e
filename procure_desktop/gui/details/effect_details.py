"""What panes say of effects: foreseen by an import, of one record, of one line."""

from collections.abc import Iterable

from procure_desktop.domain.effects import Effect, EffectKind
from procure_desktop.domain.settling import ListEffect
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.phrases import say
from procure_desktop.language import tr
from procure_desktop.wording import figures
from procure_desktop.wording.changes import change_words, field_name
from procure_desktop.wording.effects import (
    act_words,
    effect_sentences,
    record_name,
    source_words,
    standing_words,
    touched_words,
)
from procure_desktop.wording.items import chosen

_MOST = 40
_GRAVE = frozenset({EffectKind.WITHDRAWN, EffectKind.OVER})


def effect_sections(effects: tuple[Effect, ...]) -> tuple[Section, ...]:
    """What an import does to this office, before it is accepted; the first few in full."""
    notable = tuple(one for one in effects if one.notable)
    facts = tuple(_foreseen(one) for one in notable[:_MOST])
    more = len(notable) - len(facts)
    rest = tr("and {n} more").format(n=figures.whole(more)) if more else ""
    summary = Fact(tr("In all"), touched_words(effects), Mark.URGENT if notable else Mark.DONE)
    return (Section(tr("What this does to us"), (summary, *facts, Fact("…", rest))),)


def describe_effect(found: ListEffect) -> Details:
    """Return the details of one effect."""
    effect = found.effect
    return Details(
        record_name(effect.stake.record),
        f"{say(found.record_state)} · {standing_words(found)}",
        (
            Section(tr("What it does to us"), _sentences(found)),
            Section(tr("What was done about it"), _acts(found)),
            Section(tr("Ours on the line"), _stake(found)),
            Section(
                tr("What the version changed"),
                tuple(
                    Fact(field_name(one.field), change_words(one, found.unit))
                    for one in effect.changes
                ),
            ),
            Section(tr("The version"), (Fact(tr("Version"), source_words(found)),)),
        ),
    )


def since_section(effects: Iterable[ListEffect]) -> Section:
    """What versions did to one record, for its details."""
    facts = tuple(
        Fact(tr("Line {number}").format(number=one.line_number), _since(one), _mark(one))
        for one in effects
    )
    return Section(tr("Changed on the list since"), facts)


def _foreseen(effect: Effect) -> Fact:
    text = "\n".join(effect_sentences(effect))
    return Fact(record_name(effect.stake.record), f"{effect.stake.line}\n{text}", _grave(effect))


def _since(found: ListEffect) -> str:
    return "\n".join(
        (
            source_words(found),
            *effect_sentences(found.effect),
            standing_words(found),
            *(act_words(one) for one in found.acts),
        )
    )


def _sentences(found: ListEffect) -> tuple[Fact, ...]:
    sentences = effect_sentences(found.effect)
    pairs = zip(found.effect.kinds, sentences, strict=True)
    return tuple(
        Fact(say(kind), text, Mark.URGENT if kind in _GRAVE else None) for kind, text in pairs
    )


def _acts(found: ListEffect) -> tuple[Fact, ...]:
    return tuple(Fact(say(one.act), act_words(one)) for one in found.acts)


def _stake(found: ListEffect) -> tuple[Fact, ...]:
    stake = found.effect.stake
    return (
        Fact(
            tr("Line"),
            tr("{number} · {name}").format(
                number=found.line_number, name=chosen(found.line_name, found.line_name_uk)
            ),
        ),
        Fact(tr("Identity"), stake.line),
        Fact(tr("Quantity"), figures.units(stake.quantity, found.unit)),
        Fact(tr("In value"), figures.amount(stake.usd)),
        Fact(tr("State then"), say(stake.state)),
    )


def _mark(found: ListEffect) -> Mark | None:
    return _grave(found.effect) if found.unsettled else None


def _grave(effect: Effect) -> Mark:
    return Mark.URGENT if _GRAVE.intersection(effect.kinds) else Mark.WAITING
