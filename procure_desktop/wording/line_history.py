"""The history of a line in words: what each version said of it, and what this office did."""

from procure_desktop.domain.comparison import ChangeKind, LineChange
from procure_desktop.domain.journal import Entry
from procure_desktop.domain.request_list import ListEdition
from procure_desktop.language import tr
from procure_desktop.services.line_history import Happening
from procure_desktop.wording.changes import change_words, field_name
from procure_desktop.wording.records import action_words
from procure_desktop.wording.terms import heading


def happening_words(one: Happening) -> tuple[str, ...]:
    """One thing that happened to a line: what it was, then each field that a version changed."""
    if one.entry is not None:
        return (_act(one.entry, one.number),)
    named = () if one.edition is None else (_edition(one.edition),)
    return (*named, *(() if one.change is None else _changes(one.change)))


def _act(entry: Entry, number: str) -> str:
    text = tr("{action}, {officer}")
    act = text.format(action=action_words(entry.change.action), officer=entry.officer)
    return f"{number}: {act}" if number else act


def _edition(edition: ListEdition) -> str:
    text = tr("{serial} version {version}")
    return text.format(serial=edition.serial, version=edition.version)


def _changes(change: LineChange) -> tuple[str, ...]:
    if change.kind is not ChangeKind.CHANGED:
        return (heading(change.kind),)
    unit = change.shown.unit
    return tuple(
        tr("{field}: {change}").format(
            field=field_name(one.field), change=change_words(one, unit).replace("\n", "; ")
        )
        for one in change.fields
    )
