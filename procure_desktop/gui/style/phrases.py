"""Words of the field as a screen shows them: values of lists and enums with a capital letter."""

import re
from enum import StrEnum

from procure_desktop.domain.request_list import Approval, ListEdition
from procure_desktop.language import tr
from procure_desktop.wording import figures
from procure_desktop.wording.terms import heading


def say(value: object) -> str:
    """Return the value's term with a capital letter: `air defence` as `Air defence`."""
    if isinstance(value, StrEnum):
        return heading(value)
    return heading(str(value)) if value is not None else ""


def edition_words(edition: ListEdition) -> str:
    """Say which list it is, until when it is open, and that it is illustrative where it is."""
    text = (
        tr("List {serial} version {version} of {issued}, open until {expires}")
        if edition.expires
        else tr("List {serial} version {version} of {issued}")
    ).format(
        serial=edition.serial,
        version=edition.version,
        issued=figures.day(edition.issued),
        expires=figures.day(edition.expires) if edition.expires else "",
    )
    notes = (
        (tr("UNAPPROVED: awaits two attestations"), edition.approval is Approval.UNAPPROVED),
        (
            tr("approved by letter, attested to by two officers"),
            edition.approval is Approval.ATTESTED,
        ),
        (tr("ILLUSTRATIVE"), edition.illustrative),
    )
    return " · ".join((text, *(note for note, holds in notes if holds)))


def fingerprint_lines(digest: str) -> str:
    """Return a SHA-256 for reading aloud, in two lines that no narrow label breaks elsewhere."""
    half = len(digest) // 2
    return "\n".join(figures.spoken_fingerprint(part) for part in (digest[:half], digest[half:]))


def unbroken(text: str) -> str:
    """Keep each currency with its amount on one line."""
    return re.sub(r"\b([A-Z]{3}) (?=[-\u2212]?[0-9])", "\\1\u00a0", text)


def escape_mnemonic(text: str) -> str:
    """Keep an ampersand in a button, tab or menu from being taken as the mark of a shortcut."""
    return text.replace("&", "&&")
