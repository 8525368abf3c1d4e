import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from procure_desktop.domain.commitment import DocumentState
from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak
from procure_desktop.services import office
from procure_desktop.wording.records import action_words, part_name, subject_words, value_words

SERVICES = Path(office.__file__).parent


@pytest.fixture
def ukrainian() -> Iterator[None]:
    speak(language(UKRAINIAN))
    yield
    speak(language(ENGLISH))


def journaled(place: int) -> Iterator[str]:
    """What the use cases journal: the action, or to what it is done, as far as it is written out."""
    for file in SERVICES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Change":
                yield from written_out(node.args[place])


def written_out(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        yield str(argument.values[0].value).strip()


def test_every_action_of_the_journal_is_said_in_both_languages(ukrainian: None) -> None:
    actions = {one for one in journaled(0) if one not in {"commitment", "effect"}}
    actions |= {f"commitment {one}" for one in (DocumentState.RETURNED, DocumentState.WITHDRAWN)}
    actions |= {"effect accepted", "effect asked"}
    assert len(actions) > 20
    assert {one for one in actions if action_words(one).isascii()} == set()


def test_every_subject_of_the_journal_is_said_in_both_languages(ukrainian: None) -> None:
    subjects = set(journaled(1))
    assert len(subjects) > 3
    assert {one for one in subjects if subject_words(f"{one} X").isascii()} == set()


def test_what_is_not_known_stays_as_it_was_written() -> None:
    assert action_words("something done") == "Something done"
    assert subject_words("thing 7") == "Thing 7"
    assert part_name("some_thing") == "some thing"
    assert value_words("depot", "open") == "open"


def test_kept_values_are_said_by_their_terms() -> None:
    assert subject_words("commitment 12") == "Commitment 12"
    assert part_name("usd") == "in US dollars"
    assert value_words("state", "submitted") == "in review"
    assert value_words("money_source", "new") == "new money"
