"""What the pane says of a journal entry: who did what, what was before and after, and its hash."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from procure_desktop.domain.journal import Entry
from procure_desktop.domain.money import Money
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.language import tr
from procure_desktop.wording import figures
from procure_desktop.wording.records import (
    action_words,
    capital,
    part_name,
    subject_words,
    value_words,
)

_MONEY = {"minor", "currency"}
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


def describe_entry(entry: Entry) -> Details:
    """Return the details of an entry."""
    return Details(
        action_words(entry.change.action),
        tr("Entry {number} · {at}").format(
            number=figures.whole(entry.number), at=figures.moment(entry.at)
        ),
        (
            Section(
                tr("Who and what"),
                (
                    Fact(tr("Officer"), entry.officer),
                    Fact(tr("Subject"), subject_words(entry.change.subject)),
                ),
            ),
            *_changes(entry),
            Section(tr("Chain"), _chain(entry)),
        ),
    )


def _changes(entry: Entry) -> tuple[Section, ...]:
    before, after = _flat(entry.change.before), _flat(entry.change.after)
    if not before:
        return _grouped(tr("Recorded"), entry.change.after)
    if not after:
        return _grouped(tr("Removed"), entry.change.before)
    names = tuple(dict.fromkeys((*before, *after)))
    changed = tuple(name for name in names if before.get(name) != after.get(name))
    added = {name: after[name] for name in changed if not before.get(name)}
    kept = {name: after[name] for name in names if name not in changed}
    return (
        Section(
            tr("Changed"),
            tuple(_change(name, before, after) for name in changed if name not in added),
        ),
        Section(tr("Added"), _facts(added)),
        Section(tr("Unchanged"), _facts(kept)),
    )


def _change(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> Fact:
    now = after.get(name) or tr("nothing")
    return Fact(name, tr("Before: {before}\nAfter: {after}").format(before=before[name], after=now))


def _facts(values: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(name, text) for name, text in values.items())


def _grouped(heading: str, value: Any) -> tuple[Section, ...]:
    """Return the figures under the headings of what they belong to: `Rate`, `Lines 1`."""
    groups: dict[str, list[Fact]] = {heading: []}
    for path, leaf in _leaves(value, ()):
        group = _name(path[:-1]) if len(path) > 1 else heading
        groups.setdefault(group, []).append(Fact(_name(path[-1:]), _text(path, leaf)))
    return tuple(Section(name, tuple(facts)) for name, facts in groups.items())


def _chain(entry: Entry) -> tuple[Fact, ...]:
    previous = str(json.loads(entry.content)["previous"])
    return (
        Fact(tr("SHA-256"), figures.spoken_fingerprint(entry.sha256)),
        Fact(tr("Entry before"), figures.spoken_fingerprint(previous)),
    )


def _flat(value: Any) -> dict[str, str]:
    """Return every figure of a JSON object under its name, in order."""
    return {_name(path): _text(path, leaf) for path, leaf in _leaves(value, ())}


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict) and set(value) != _MONEY:
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, (*path, str(number)))
    elif value is not None:
        yield path, value


def _name(path: tuple[str, ...]) -> str:
    return capital(" ".join(part_name(part) for part in path)) or tr("Value")


def _text(path: tuple[str, ...], leaf: Any) -> str:
    if isinstance(leaf, dict):
        return figures.amount(Money(leaf["minor"], leaf["currency"]))
    if isinstance(leaf, list):
        return ", ".join(_text(path, one) for one in leaf)
    if isinstance(leaf, bool):
        return tr("Yes") if leaf else tr("No")
    text = value_words(path[-1] if path else "", str(leaf))
    return figures.spoken_fingerprint(text) if _HASH.fullmatch(text) else text
