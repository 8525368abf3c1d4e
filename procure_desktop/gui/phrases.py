"""Words of the field as a screen shows them: values of lists and enums with a capital letter."""

import re
from enum import StrEnum

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.domain.request_list import ListEdition
from procure_desktop.wording import figures
from procure_desktop.wording.terms import heading

_STATES = {state.value: state for state in DocumentState}


def say(value: object) -> str:
    """Return the value's term with a capital letter: `air defence` as `Air defence`."""
    if isinstance(value, StrEnum):
        return heading(value)
    text = str(value) if value is not None else ""
    if text in _STATES:
        return heading(_STATES[text])
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, several: str) -> str:
    """Return the number with the noun that fits it: `1 line`, `2 lines`."""
    return f"{figures.whole(number)} {one if number == 1 else several}"


def edition_words(edition: ListEdition) -> str:
    """Say which list it is, until when it is open, and that it is illustrative where it is."""
    kind = " · ILLUSTRATIVE" if edition.illustrative else ""
    return (
        f"List {edition.serial} version {edition.version} of {figures.day(edition.issued)}, "
        f"open until {figures.day(edition.expires)}{kind}"
    )


def fingerprint_lines(digest: str) -> str:
    """Return a SHA-256 for reading aloud, in two lines that no narrow label breaks elsewhere."""
    half = len(digest) // 2
    return "\n".join(figures.spoken_fingerprint(part) for part in (digest[:half], digest[half:]))


def common_name(subject: str) -> str:
    """Return the common name of a certificate's subject in RFC 4514; the whole where it has none."""
    return attribute(subject, "CN") or subject


def attribute(subject: str, kind: str) -> str:
    """Return the first attribute of a kind, such as `O`, of a subject in RFC 4514, or nothing."""
    found = re.search(rf"(?:^|[,+]){kind}=((?:\\.|[^,+\\])*)", subject)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else ""


def unbroken(text: str) -> str:
    """Keep each currency with its amount on one line."""
    return re.sub(r"\b([A-Z]{3}) (?=[-\u2212]?[0-9])", "\\1\u00a0", text)


def escape_mnemonic(text: str) -> str:
    """Keep an ampersand in a button, tab or menu from being taken as the mark of a shortcut."""
    return text.replace("&", "&&")
