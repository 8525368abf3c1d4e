"""The question to a list's issuer about one line: worded, with versions, figures and our reference.

It goes out of the office to NATO, so it is in English whatever language the window speaks; the officer may
change it before it is sent.
"""

from procure_desktop.domain.effects import EffectKind
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.settling import ListEffect
from procure_desktop.language import ENGLISH, language, speak, spoken
from procure_desktop.wording import figures
from procure_desktop.wording.changes import change_words, field_name
from procure_desktop.wording.effects import over_words, record_name

_TEXT = """To: {issuer}
From: {ministry}, {unit} ({nation})
Our reference: {record}, line {line}, {serial} version {version}

In version {version} of list {serial} of {issued} (before: version {older}), line {number}, "{name}" ({line}), changed:
{changes}

{record} of this office stands on this line with {quantity} {unit_of_issue} ({usd}).
{effect}
Please confirm whether the change is meant as it stands, and what you ask of us.
"""
_WITHDRAWN = "- it is no longer on the list"
_OVER = "By this version the line is over by {over}.\n"


def question(found: ListEffect, profile: OfficeProfile) -> str:
    """The whole text of a question about an effect."""
    kept = spoken()
    speak(language(ENGLISH))
    try:
        return _worded(found, profile)
    finally:
        speak(kept)


def _worded(found: ListEffect, profile: OfficeProfile) -> str:
    effect, source = found.effect, found.source
    stake = effect.stake
    return _TEXT.format(
        issuer=source.issuer,
        ministry=profile.ministry,
        unit=profile.unit,
        nation=profile.nation,
        record=record_name(stake.record),
        line=stake.line,
        serial=source.serial,
        version=source.version,
        older=source.older,
        issued=figures.day(source.issued),
        number=found.line_number,
        name=found.line_name,
        changes=_changes(found),
        quantity=figures.whole(stake.quantity),
        unit_of_issue=found.unit,
        usd=figures.amount(stake.usd),
        effect=_OVER.format(over=over_words(effect.over, found.unit)) if effect.over else "",
    )


def _changes(found: ListEffect) -> str:
    if EffectKind.WITHDRAWN in found.effect.kinds:
        return _WITHDRAWN
    return "\n".join(
        f"- {field_name(one.field)}: {change_words(one, found.unit)}"
        for one in found.effect.changes
    )
