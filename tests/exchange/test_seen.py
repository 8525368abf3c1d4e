from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.exchange.seen import SeenNumbers, SeenTexts

TEXTS = st.one_of(st.text(), st.from_regex(r"[A-C]{0,2}-?[0-9]{0,9}", fullmatch=True))


@given(st.lists(st.integers(0, 10_000_000), max_size=20))
def test_numbers_are_new_once(numbers: list[int]) -> None:
    seen, known = SeenNumbers(), set[int]()
    for number in numbers:
        assert seen.add(number) is (number not in known)
        known.add(number)


@given(st.lists(TEXTS, max_size=60))
def test_texts_are_new_once(texts: list[str]) -> None:
    seen, known = SeenTexts(), set[str]()
    for text in texts:
        assert seen.add(text) is (text not in known)
        known.add(text)


def test_many_series_are_told_apart_too() -> None:
    seen = SeenTexts()
    texts = [f"S{series}-{number}" for series in range(40) for number in range(3)]
    assert all(seen.add(text) for text in texts)
    assert not any(seen.add(text) for text in texts)
