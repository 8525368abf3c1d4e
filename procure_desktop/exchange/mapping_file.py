"""A sender's mapping as JSON: kept in the office, and handed from one office to another as a file."""

from typing import Any

import msgspec

from procure_desktop.domain.errors import JsonUnreadableError
from procure_desktop.domain.spreadsheet import ListField, Notation, SenderMapping
from procure_desktop.exchange.strict_json import Json, load_strict

_MOST_BYTES = 64 * 1024


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    heads: dict[ListField, str]
    stated: dict[ListField, str]
    notation: Notation


def mapping_content(mapping: SenderMapping) -> dict[str, Any]:
    """The mapping as JSON values."""
    kept = _Kept(dict(mapping.heads), dict(mapping.stated), mapping.notation)
    content: dict[str, Any] = msgspec.to_builtins(kept)
    return content


def mapping_of(content: Json) -> SenderMapping:
    """The mapping that JSON values say; JsonUnreadableError for other values."""
    try:
        kept = msgspec.convert(content, _Kept)
    except msgspec.ValidationError:
        raise JsonUnreadableError(place="", problem="format") from None
    return SenderMapping(kept.heads, kept.stated, kept.notation)


def parse_mapping(data: bytes) -> SenderMapping:
    """The mapping that a file says; JsonUnreadableError."""
    return mapping_of(load_strict(data, most_bytes=_MOST_BYTES, most_depth=4, most_characters=200))
