"""What an item is called: a line names it in English and in Ukrainian, and the spoken language chooses."""

from collections.abc import Mapping
from typing import Any

from procure_desktop.domain.request_list import Line
from procure_desktop.language import UKRAINIAN, spoken


def item_name(line: Line) -> str:
    """The line's item in the language that is spoken."""
    return chosen(line.name, line.name_uk)


def other_name(line: Line) -> str:
    """The line's item in the other language; empty where it has no name of its own there."""
    other = line.name if spoken().code == UKRAINIAN else line.name_uk
    return "" if other == item_name(line) else other


def named(row: Mapping[str, Any], key: str = "name") -> str:
    """What a row holds under `key`, or in Ukrainian under the same with `_uk`."""
    return chosen(str(row[key] or ""), str(row[f"{key}_uk"] or ""))


def named_otherwise(row: Mapping[str, Any], key: str = "name") -> str:
    """What a row holds of an item in the language that is not spoken."""
    return str(row[key if spoken().code == UKRAINIAN else f"{key}_uk"] or "")


def chosen(name: str, name_uk: str) -> str:
    """The name in the language that is spoken; the English one where it has no Ukrainian one."""
    return name_uk if name_uk and spoken().code == UKRAINIAN else name
