from collections.abc import Iterator

import pytest

from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from procure_desktop.wording.nations import nation_name, nation_of_region, nations


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(language(ENGLISH))


def test_nations_are_called_as_the_spoken_language_calls_them() -> None:
    assert nation_name("NLD") == "Netherlands"
    speak(language(UKRAINIAN))
    assert nation_name("NLD") == "Нідерланди"
    assert ("UKR", "Україна") in nations()


def test_every_nation_stands_once_in_the_order_of_the_names() -> None:
    found = nations()
    assert len({code for code, _ in found}) == len(found) > 200
    assert [name.casefold() for _, name in found] == sorted(name.casefold() for _, name in found)


def test_what_is_no_nation_stays_as_it_is() -> None:
    assert nation_name("XDM") == "XDM"
    assert nation_of_region("NL") == "NLD"
    assert nation_of_region("??") == ""
