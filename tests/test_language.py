from gettext import NullTranslations

import pytest

from procure_desktop.language import (
    ENGLISH,
    REGIONS,
    UKRAINIAN,
    Language,
    language,
    marked,
    plural,
    speak,
    spoken,
    tr,
)


class Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()


@pytest.fixture
def shouting() -> Language:
    return Language("en", "en_GB", Shouting())


def test_english_is_spoken_until_another_language_is_chosen(shouting: Language) -> None:
    assert spoken() == language(ENGLISH)
    assert tr("Sign in") == "Sign in"
    speak(shouting)
    try:
        assert tr("Sign in") == "SIGN IN"
        assert plural("{n} line", "{n} lines", 2) == "{N} LINES"
    finally:
        speak(language(ENGLISH))


def test_an_empty_text_stays_empty(shouting: Language) -> None:
    """The empty text of a catalogue is its header."""
    assert language(UKRAINIAN).tr("") == ""


def test_a_marked_text_is_translated_later() -> None:
    assert marked("Sign in") == "Sign in"


@pytest.mark.parametrize(
    ("code", "region", "locale"),
    [
        (ENGLISH, "NL", "en_NL"),
        (ENGLISH, "", "en_GB"),
        (ENGLISH, "UA", "en_GB"),
        (UKRAINIAN, "", "uk_UA"),
    ],
)
def test_figures_are_written_as_in_the_region(code: str, region: str, locale: str) -> None:
    assert language(code, region).locale == locale


def test_every_language_has_a_region() -> None:
    assert all(REGIONS.values())
