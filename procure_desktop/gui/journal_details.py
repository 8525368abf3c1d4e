"""What the pane says of a journal entry: who did what, what was before and after, and its hash."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from procure_desktop.domain.journal import Entry
from procure_desktop.domain.money import Money
from procure_desktop.gui.details import Details, Fact, Section
from procure_desktop.gui.phrases import say
from procure_desktop.wording import figures

_MONEY = {"minor", "currency"}
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_WORDS = {
    "lines": "line",
    "national": "national amount",
    "usd": "in US dollars",
}


def describe_entry(entry: Entry) -> Details:
    """Return the details of an entry."""
    return Details(
        say(entry.change.action),
        f"Entry {figures.whole(entry.number)} · {figures.moment(entry.at)}",
        (
            Section(
                "Who and what",
                (Fact("Officer", entry.officer), Fact("Subject", say(entry.change.subject))),
            ),
            *_changes(entry),
            Section("Chain", _chain(entry)),
        ),
    )


def _changes(entry: Entry) -> tuple[Section, ...]:
    before, after = _flat(entry.change.before), _flat(entry.change.after)
    if not before:
        return _grouped("Recorded", entry.change.after)
    if not after:
        return _grouped("Removed", entry.change.before)
    names = tuple(dict.fromkeys((*before, *after)))
    changed = tuple(name for name in names if before.get(name) != after.get(name))
    added = {name: after[name] for name in changed if not before.get(name)}
    kept = {name: after[name] for name in names if name not in changed}
    return (
        Section(
            "Changed", tuple(_change(name, before, after) for name in changed if name not in added)
        ),
        Section("Added", _facts(added)),
        Section("Unchanged", _facts(kept)),
    )


def _change(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> Fact:
    now = after.get(name) or "nothing"
    return Fact(name, f"Before: {before[name]}\nAfter: {now}")


def _facts(values: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(name, text) for name, text in values.items())


def _grouped(heading: str, value: Any) -> tuple[Section, ...]:
    """Return the figures under the headings of what they belong to: `Rate`, `Lines 1`."""
    groups: dict[str, list[Fact]] = {heading: []}
    for path, leaf in _leaves(value, ()):
        group = _name(path[:-1]) if len(path) > 1 else heading
        groups.setdefault(group, []).append(Fact(_name(path[-1:]), _text(leaf)))
    return tuple(Section(name, tuple(facts)) for name, facts in groups.items())


def _chain(entry: Entry) -> tuple[Fact, ...]:
    previous = str(json.loads(entry.content)["previous"])
    return (
        Fact("SHA-256", figures.spoken_fingerprint(entry.sha256)),
        Fact("Entry before", figures.spoken_fingerprint(previous)),
    )


def _flat(value: Any) -> dict[str, str]:
    """Return every figure of a JSON object under its name, in order."""
    return {_name(path): _text(leaf) for path, leaf in _leaves(value, ())}


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
    said = " ".join(
        _WORDS.get(part, part.replace("_", " ").replace("sha256", "SHA-256")) for part in path
    )
    return say(said) or "Value"


def _text(leaf: Any) -> str:
    if isinstance(leaf, dict):
        return figures.amount(Money(leaf["minor"], leaf["currency"]))
    if isinstance(leaf, list):
        return ", ".join(str(one) for one in leaf)
    if isinstance(leaf, bool):
        return "Yes" if leaf else "No"
    text = str(leaf)
    return figures.spoken_fingerprint(text) if _HASH.fullmatch(text) else text
