import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import (
    EmptyTextError,
    HiddenCharacterError,
    LookalikeError,
    MixedScriptsError,
    TextTooLongError,
)
from procure_desktop.domain.text import (
    check_lookalikes,
    check_name,
    check_text,
    fold,
    require_text,
    sort_key,
)

PLAIN = st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Co", "Cn"]))


@given(PLAIN)
def test_plain_text_comes_back_stripped(text: str) -> None:
    assert check_text("field", text) == text.strip()


@given(PLAIN, st.characters(whitelist_categories=["Cc", "Cf", "Cs", "Co"]), PLAIN)
def test_what_cannot_be_seen_is_refused_with_its_place(
    before: str, hidden: str, after: str
) -> None:
    with pytest.raises(HiddenCharacterError) as refused:
        check_text("remarks", before + hidden + after)
    assert refused.value.field == "remarks"
    assert refused.value.place == len(before) + 1
    assert refused.value.code == f"U+{ord(hidden):04X}"


# Overrides of direction, zero width, byte order mark, controls, a lone surrogate, private use.
TRICKS = (0x202E, 0x202A, 0x2066, 0x200B, 0xFEFF, 0x00, 0x09, 0x0D, 0x7F, 0xD800, 0xE000)


@pytest.mark.parametrize("code", TRICKS)
def test_known_tricks_are_refused(code: int) -> None:
    with pytest.raises(HiddenCharacterError):
        check_text("field", f"a{chr(code)}b", lines=True)


def test_line_breaks_only_where_they_are_allowed() -> None:
    assert check_text("field", "a\nb", lines=True) == "a\nb"
    with pytest.raises(HiddenCharacterError):
        check_text("field", "a\nb")


def test_text_has_a_limit() -> None:
    assert check_text("field", "a" * 5, most=5)
    with pytest.raises(TextTooLongError) as refused:
        check_text("field", "a" * 6, most=5)
    assert (refused.value.length, refused.value.most) == (6, 5)


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_required_text_is_not_empty(text: str) -> None:
    with pytest.raises(EmptyTextError):
        require_text("field", text)
    assert require_text("field", " a ") == "a"


def test_folded_text_finds_what_looks_alike() -> None:
    assert fold("STRASSE") == fold("Straße")
    assert fold("Турнікет") == fold("ТУРНІКЕТ")
    assert fold("１５５") == "155"
    assert fold(unicodedata.normalize("NFD", "É")) == "e"


@pytest.mark.parametrize("name", ["\u0420reparer", "Authori\u0455er", "\u0391uditor"])
def test_a_name_of_two_scripts_is_refused(name: str) -> None:
    with pytest.raises(MixedScriptsError) as refused:
        check_name("officer", name)
    assert refused.value.text == name


@pytest.mark.parametrize("name", ["Preparer 2", "José Ångström", "Підготовник", "Ελένη"])
def test_a_name_of_one_script_is_a_name(name: str) -> None:
    assert check_name("officer", f" {name} ") == name


@pytest.mark.parametrize(
    "text", ["Interceptor", "ЗРК Patriot", "M1128 «Stryker»", "Ракета AIM-120", "155 мм", "Σ 3"]
)
def test_words_of_one_script_each_are_fine(text: str) -> None:
    check_lookalikes("name", text)


@pytest.mark.parametrize("word", ["Рatriot", "Patriоt", "ІFV", "HIΜARS", "Гаyбиця"])
def test_a_word_of_two_scripts_is_refused(word: str) -> None:
    with pytest.raises(LookalikeError) as caught:
        check_lookalikes("name", f"One {word} more")
    assert caught.value.word == word


def test_a_latin_text_holds_no_other_letter() -> None:
    check_lookalikes("name", "Grenade launcher, 40 × 53 mm, Ø 5", latin=True)
    with pytest.raises(LookalikeError):
        check_lookalikes("name", "РАС-3 interceptor", latin=True)


def test_apostrophes_and_accents_are_searched_alike() -> None:
    assert fold("об'єкт") == fold("об\u2019єкт") == fold("об\u02bcєкт")
    assert fold("Łódź Ångström Øre") == "lodz angstrom ore"
    assert fold("Ґанок") == fold("ганок")
    assert fold("йод їжа") != fold("иод іжа")


def test_names_stand_in_the_order_of_the_ukrainian_alphabet() -> None:
    alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    assert "".join(sorted(alphabet, key=sort_key)) == alphabet
    words = ["гяк", "ґава", "ґя", "дах", "ея", "єва", "жар", "ия", "іа", "ія", "їа", "їя", "йод"]
    assert sorted(words, key=sort_key) == words
    assert sort_key("П'ята") == sort_key("пята")
