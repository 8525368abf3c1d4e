"""The language that people are addressed in: texts from a catalogue, and the locale of figures and days.

Texts stand in the code in English, inside `tr`, `plural`, `marked` or `forms`, from where `make translations` collects
them. What is spoken is the one thing here that the whole process shares, as it does with its environment.
"""

from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources

ENGLISH, UKRAINIAN = "en", "uk"

REGIONS = {
    ENGLISH: ("GB", "US", "CA", "DE", "DK", "NL", "SE"),
    UKRAINIAN: ("UA",),
}
"""Every language with the regions whose figures and days it can be written with; the first is the usual one."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code, the locale (such as `en_GB`) of its figures, and its texts."""

    code: str
    locale: str
    catalogue: NullTranslations = field(repr=False, compare=False)

    def tr(self, text: str) -> str:
        """The text in this language; in English where it has none."""
        return self.catalogue.gettext(text) if text else text

    def plural(self, single: str, several: str, count: int) -> str:
        """The form of a text for `count`, in this language."""
        return self.catalogue.ngettext(single, several, count)


def language(code: str, region: str = "") -> Language:
    """The language `code` with the figures of `region`, or of its first region where that is none of its own."""
    regions = REGIONS[code]
    return Language(code, f"{code}_{region if region in regions else regions[0]}", _catalogue(code))


@cache
def _catalogue(code: str) -> NullTranslations:
    file = resources.files("procure_desktop.resources").joinpath("translations", f"{code}.mo")
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as opened:
        return GNUTranslations(opened)


_SPOKEN = [language(ENGLISH)]


def speak(chosen: Language) -> None:
    """Address people in this language from now on."""
    _SPOKEN[:] = [chosen]


def spoken() -> Language:
    """The language that people are addressed in."""
    return _SPOKEN[0]


def tr(text: str) -> str:
    """The text in the language that is spoken."""
    return spoken().tr(text)


def plural(single: str, several: str, count: int) -> str:
    """The form of a text for `count` in the language that is spoken; what stands in braces is left as it is."""
    return spoken().plural(single, several, count)


def marked(text: str) -> str:
    """The same text: marks one for the catalogue that is translated by `tr` where it is shown."""
    return text


def forms(single: str, several: str) -> tuple[str, str]:
    """Both forms of a text: marks a pair for the catalogue that `plural` takes where it is shown."""
    return single, several
