from collections.abc import Iterator

import pytest

from procure_desktop.cli.help_words import usage_sentence
from procure_desktop.cli.speech import chosen_language
from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from tests.cli.conftest import Procure


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(language(ENGLISH))


@pytest.mark.parametrize(
    ("arguments", "environment", "locale"),
    [
        ([], {}, "en_GB"),
        (["--language", "uk"], {}, "uk_UA"),
        (["--language=uk", "list"], {"LANG": "en_US.UTF-8"}, "uk_UA"),
        (["--language"], {}, "en_GB"),
        ([], {"PROCURE_LANGUAGE": "uk", "LANG": "en_US"}, "uk_UA"),
        ([], {"LANG": "uk_UA.UTF-8"}, "uk_UA"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en_NL.UTF-8", "LANG": "uk_UA"}, "en_NL"),
        ([], {"LC_ALL": "C.UTF-8"}, "en_GB"),
        (["--language", "tlh"], {}, "en_GB"),
    ],
)
def test_the_language_is_known_before_anything_is_built(
    arguments: list[str], environment: dict[str, str], locale: str
) -> None:
    assert chosen_language(arguments, environment).locale == locale


def test_help_is_worded_in_the_language(procure: Procure) -> None:
    said = procure("--language", "uk", "commitment", "draft", "--help").out
    assert said.startswith("Використання: procure commitment draft")
    assert "Укласти чернетку зобовʼязання" in said
    assert "Параметри:" in said
    assert "Показати це повідомлення й вийти." in said
    assert "обовʼязково" in said
    listed = procure("--language", "uk", "--help").out
    assert "Команди:" in listed
    assert "Зобовʼязання щодо коштів." in listed
    assert procure("commitment", "--help").out.startswith("Usage: procure commitment")


def test_wrong_usage_is_said_in_the_language(procure: Procure) -> None:
    ended = procure("--language", "uk", "commitment", "nothing")
    assert ended.status == 2
    assert "Команди 'nothing' немає." in ended.err
    assert procure("--language", "tlh", "list", "show").status == 2
    assert procure("--language", "uk", "line", "find").err.startswith("Назвіть офіс")


def test_refusals_and_figures_are_said_in_the_language(office: Procure) -> None:
    assert "Зобовʼязання «X» немає" in office("--language", "uk", "commitment", "show", "X").err
    found = office("--language", "uk", "line", "find").out
    assert "USD 10 000,00".replace(" ", "\u00a0").replace("\u00a0", " ", 1) in found
    assert found.endswith("позицій.\n")


def test_json_is_the_same_in_every_language(office: Procure) -> None:
    english, ukrainian = (
        office("--language", code, "--json", "line", "find").json for code in (ENGLISH, UKRAINIAN)
    )
    assert english == ukrainian


def test_what_the_library_says_and_is_not_known_stays() -> None:
    speak(language(UKRAINIAN))
    assert usage_sentence("Something else.") == "Something else."
    assert usage_sentence("Missing option '--line'.") == "Бракує: '--line'."
