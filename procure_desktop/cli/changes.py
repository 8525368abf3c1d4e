"""Comparisons of versions, and effects of versions, as JSON values and as lines of text."""

from typing import Any

from procure_desktop.cli.answers import row_line
from procure_desktop.domain.comparison import FieldChange, LineChange, VersionComparison
from procure_desktop.domain.money import Money
from procure_desktop.domain.settling import ListEffect
from procure_desktop.language import tr
from procure_desktop.services.snapshots import list_effect_snapshot, money_snapshot, plain_content
from procure_desktop.wording import figures
from procure_desktop.wording.changes import change_words, field_name
from procure_desktop.wording.effects import (
    act_words,
    effect_sentences,
    record_name,
    source_words,
    standing_words,
)
from procure_desktop.wording.terms import heading


def comparison_json(found: VersionComparison) -> dict[str, Any]:
    """Every changed line with its fields."""
    return {
        "serial": found.serial,
        "older": found.older,
        "newer": found.newer,
        "lines": [_line_json(one) for one in found.changes],
    }


def comparison_lines(found: VersionComparison) -> list[str]:
    """Every changed line for people, its fields beneath it."""
    text = tr("{serial} version {older} → {newer}: {lines} differ.")
    said = [
        text.format(
            serial=found.serial,
            older=found.older,
            newer=found.newer,
            lines=figures.lines(len(found.changes)),
        )
    ]
    for one in found.changes:
        said.append(row_line(heading(one.kind), one.line, one.shown.name))
        said += [_field_line(field, one.shown.unit) for field in one.fields]
    return said


def effect_json(found: ListEffect) -> dict[str, Any]:
    """An effect with its state and what was done about it."""
    return list_effect_snapshot(found) | {
        "state": found.state.value,
        "settlement": found.settlement.value,
        "record_state": found.record_state.value,
        "changes": [_field_json(one) for one in found.effect.changes],
        "acts": [
            {
                "act": one.act.value,
                "officer": one.officer,
                "at": one.at.isoformat(),
                "text": one.text,
                "replacement": one.replacement,
            }
            for one in found.acts
        ],
    }


def effect_lines(found: ListEffect) -> list[str]:
    """An effect for people."""
    stake = found.effect.stake
    state = heading(found.record_state)
    return [
        row_line(found.id, record_name(stake.record), stake.line, state, standing_words(found)),
        *(f"  {one}" for one in effect_sentences(found.effect)),
        f"  {source_words(found)}",
        *(f"  {act_words(one)}" for one in found.acts),
    ]


def _field_line(change: FieldChange, unit: str) -> str:
    words = change_words(change, unit).replace("\n", "; ")
    return f"  {field_name(change.field)}: {words}"


def _line_json(change: LineChange) -> dict[str, Any]:
    return {
        "line": change.line,
        "kind": change.kind.value,
        "name": change.shown.name,
        "fields": [_field_json(one) for one in change.fields],
    }


def _field_json(change: FieldChange) -> dict[str, Any]:
    difference = change.difference
    return {
        "field": change.field.value,
        "before": plain_content(change.before),
        "after": plain_content(change.after),
        "difference": money_snapshot(difference) if isinstance(difference, Money) else difference,
    }
