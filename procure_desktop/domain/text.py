"""Text that people type or send: what may not stand in it, because screen and paper would differ."""

import re
import unicodedata

from procure_desktop.domain.errors import (
    EmptyTextError,
    HiddenCharacterError,
    LookalikeError,
    MixedScriptsError,
    TextTooLongError,
)

MOST_CHARACTERS = 2000
# Cc: controls, Cf: format (bidi, zero width), Cs: lone surrogates, Co/Cn: private use and unassigned.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_LINE_BREAKS = frozenset("\n")

_APOSTROPHE = "\u02bc"  # a letter to Unicode, so that a word with one stays one word
_WRITTEN_OUT = {
    "'": _APOSTROPHE,
    "\u2019": _APOSTROPHE,
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
}
_TO_PLAIN = re.compile("['\u2019\u00df-\u024f\u1e00-\u1eff]")
_LAST = "\uffff"
_PLACES = {"ґ": f"г{_LAST}", "є": f"е{_LAST}", "ї": f"и{_LAST * 2}", "і": f"и{_LAST}"}


def check_text(field: str, text: str, *, most: int = MOST_CHARACTERS, lines: bool = False) -> str:
    """Return `text` stripped, or refuse it when a character in it would not be seen as what it is.

    `field` names the place in the refusal; `lines` allows line breaks.
    """
    allowed = _LINE_BREAKS if lines else frozenset()
    for place, character in enumerate(text):
        if unicodedata.category(character) in _HIDDEN and character not in allowed:
            raise HiddenCharacterError(field=field, place=place + 1, code=f"U+{ord(character):04X}")
    if len(text) > most:
        raise TextTooLongError(field=field, length=len(text), most=most)
    return text.strip()


def require_text(field: str, text: str, *, most: int = MOST_CHARACTERS, lines: bool = False) -> str:
    """As check_text, and refuse text that is empty."""
    checked = check_text(field, text, most=most, lines=lines)
    if not checked:
        raise EmptyTextError(field=field)
    return checked


def check_name(field: str, text: str) -> str:
    """A person's or officer's name, stripped: not empty, nothing hidden in it, letters of one script."""
    name = require_text(field, text, most=120)
    check_one_script(field, name)
    return name


def check_one_script(field: str, text: str) -> None:
    """Refuse a name with letters of two scripts: `Рreparer` with a Cyrillic first letter reads as another's name."""
    letters = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    if len({name.partition(" ")[0] for name in letters} & _SCRIPTS) > 1:
        raise MixedScriptsError(field=field, text=text)


# Letters of these scripts look alike; ranges rather than names, for lists have a million of them.
_LATIN, _OTHER = "A-Za-zÀ-ÖØ-öø-\u024f", "\u0370-\u03ff\u0400-\u052f"
_TOUCHING = re.compile(rf"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_MIXED = re.compile(rf"\S*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\S*")
_NOT_LATIN = re.compile(rf"\S*[{_OTHER}]\S*")


def check_lookalikes(field: str, text: str, *, latin: bool = False) -> None:
    """Refuse a word in which Latin letters touch Cyrillic or Greek ones, such as `Рatriot` with a Cyrillic first.

    With `latin` no letter of those scripts may stand in the text at all. A designation of its own script,
    as in `ЗРК Patriot`, is fine: LookalikeError otherwise.
    """
    if text.isascii():
        return
    # The word is looked for only where there is one: its pattern begins anew at every character.
    if not latin and _TOUCHING.search(text) is None:
        return
    found = (_NOT_LATIN if latin else _MIXED).search(text)
    if found is not None:
        raise LookalikeError(field=field, word=found[0])


def fold(text: str) -> str:
    """Text as it is searched: case, accents of Latin letters, kinds of apostrophe, and Ґ for Г make no difference."""
    return _plain(text).replace("ґ", "г")


def sort_key(text: str) -> str:
    """What puts text in order when compared character by character, by the Ukrainian alphabet where it is Cyrillic.

    The alphabet (а б в г ґ д е є ж з и і ї й …) is the code points' own order but for four letters; each becomes
    the letter before it and a mark above all others. Apostrophes do not count.
    """
    plain = _plain(text).replace(_APOSTROPHE, "")
    for letter, place in _PLACES.items():
        plain = plain.replace(letter, place)
    return plain


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _TO_PLAIN.sub(_plain_letter, folded)


def _plain_letter(found: re.Match[str]) -> str:
    letter = found.group()
    if letter in _WRITTEN_OUT:
        return _WRITTEN_OUT[letter]
    return unicodedata.normalize("NFD", letter)[0]
