"""What an officer typed into a form and did not save yet, so that it outlives the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeGuard

Fields = Mapping[str, str | int | bool]
"""What stands in each field, by the field's name."""

_MOST_FIELDS, _MOST_SUBJECTS, _MOST_CHARACTERS = 2000, 500, 20_000


@dataclass(frozen=True, slots=True)
class Typed:
    """The content of a form: the records it is about, in their order, and its fields."""

    subjects: tuple[str, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class UnfinishedForm:
    """A form, such as `commitment`, with what was typed and when (UTC)."""

    form: str
    typed: Typed
    typed_at: datetime


def typed_content(typed: Typed) -> dict[str, Any]:
    """What was typed as JSON values."""
    return {"subjects": list(typed.subjects), "fields": dict(typed.fields)}


def read_typed(content: Any) -> Typed | None:
    """What was typed, or None where `content` does not say it in exactly that form."""
    match content:
        case {"subjects": [*subjects], "fields": {**fields}} if len(content) == len(
            Typed.__slots__
        ):
            if _are_subjects(subjects) and _are_fields(fields):
                return Typed(tuple(subjects), {str(name): value for name, value in fields.items()})
    return None


def _are_subjects(subjects: list[Any]) -> bool:
    return len(subjects) <= _MOST_SUBJECTS and all(isinstance(one, str) for one in subjects)


def _are_fields(fields: Mapping[Any, Any]) -> TypeGuard[Mapping[str, str | int]]:
    return len(fields) <= _MOST_FIELDS and all(_is_value(value) for value in fields.values())


def _is_value(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and len(value) <= _MOST_CHARACTERS)
