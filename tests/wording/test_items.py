"""An item is called as the spoken language calls it, and keeps its other name."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from procure_desktop.wording.items import item_name, named, named_otherwise, other_name
from tests.office_factory import make_line

ROW = {"name": "Radar", "name_uk": "Радар"}


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    speak(language(ENGLISH))


@pytest.mark.parametrize(
    ("code", "said", "other"), [(ENGLISH, "Radar", "Радар"), (UKRAINIAN, "Радар", "Radar")]
)
def test_the_spoken_language_chooses(code: str, said: str, other: str) -> None:
    speak(language(code))
    line = replace(make_line(1), name=ROW["name"], name_uk=ROW["name_uk"])
    assert (item_name(line), other_name(line)) == (said, other)
    assert (named(ROW), named_otherwise(ROW)) == (said, other)


@pytest.mark.parametrize("name_uk", ["", "Radar"])
def test_what_has_one_name_has_no_other(name_uk: str) -> None:
    line = replace(make_line(1), name="Radar", name_uk=name_uk)
    for code in (ENGLISH, UKRAINIAN):
        speak(language(code))
        assert (item_name(line), other_name(line)) == ("Radar", "")
