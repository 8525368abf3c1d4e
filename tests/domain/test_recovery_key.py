"""A recovery key is read back however it is typed, and a slip is found and named."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.errors import RecoveryKeyLengthError, RecoveryKeyTypoError
from procure_desktop.domain.recovery_key import (
    GROUPS,
    SYMBOLS,
    RecoveryKey,
    draw_recovery_key,
    read_recovery_key,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

keys = st.integers(0, 2**32).map(lambda seed: draw_recovery_key(random.Random(seed).randrange))
places = st.integers(0, GROUPS * SYMBOLS - 1)


def bare(key: RecoveryKey) -> str:
    return "".join(key.groups)


def counting(*numbers: int) -> Callable[[int], int]:
    drawn = iter(numbers)
    return lambda _below: next(drawn)


def test_is_seven_groups_of_five_from_the_alphabet() -> None:
    key = draw_recovery_key(random.Random(1).randrange)
    assert [len(group) for group in key.groups] == [5] * 7
    assert set(bare(key)) <= set(ALPHABET)
    assert key.text == "-".join(key.groups)
    assert key.text not in repr(key)


def test_the_check_is_the_number_and_the_place_modulo_37() -> None:
    key = draw_recovery_key(counting(0, 1, 36, 36, 38, 1_000_000, 31))
    assert key.groups == ("00000", "00012", "00141", "00142", "00165", "YGJ06", "000Z0")


def test_a_group_whose_check_is_outside_the_alphabet_is_drawn_again() -> None:
    key = draw_recovery_key(counting(32, 36, 31, 0, 0, 0, 0, 0, 0))
    assert key.groups[0] == "000ZZ"


@given(keys)
def test_what_is_drawn_is_read(key: RecoveryKey) -> None:
    assert read_recovery_key(key.text) == key


@given(keys)
def test_case_spaces_and_hyphens_make_no_difference(key: RecoveryKey) -> None:
    typed = "\n ".join(key.groups).lower().replace("1", "l").replace("0", "o")
    assert read_recovery_key(typed) == key
    assert read_recovery_key(bare(key)) == key
    assert read_recovery_key(" – ".join(key.groups).replace("1", "i")) == key


@given(keys, places, st.sampled_from(ALPHABET + "U*É7#"))
def test_one_wrong_symbol_is_found_and_its_group_named(
    key: RecoveryKey, place: int, wrong: str
) -> None:
    text = bare(key)
    typed = text[:place] + wrong + text[place + 1 :]
    if typed == text:
        return
    with pytest.raises(RecoveryKeyTypoError) as refused:
        read_recovery_key(typed)
    assert refused.value.group == place // SYMBOLS + 1


@given(keys, places)
def test_two_neighbours_in_a_group_swapped_are_found(key: RecoveryKey, place: int) -> None:
    text = bare(key)
    if (place + 1) % SYMBOLS == 0 or text[place] == text[place + 1]:
        return
    typed = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    with pytest.raises(RecoveryKeyTypoError):
        read_recovery_key(typed)


@given(keys, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_found(key: RecoveryKey, order: list[int]) -> None:
    shuffled = tuple(key.groups[place] for place in order)
    if order == sorted(order):
        assert read_recovery_key("-".join(shuffled)) == key
        return
    with pytest.raises(RecoveryKeyTypoError):
        read_recovery_key("-".join(shuffled))


@pytest.mark.parametrize("typed", ["", "-", "00000", "0" * 34, "0" * 36])
def test_another_number_of_symbols_is_told(typed: str) -> None:
    with pytest.raises(RecoveryKeyLengthError) as refused:
        read_recovery_key(typed)
    assert (refused.value.found, refused.value.needed) == (len(typed.replace("-", "")), 35)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_key_or_refused(typed: str) -> None:
    try:
        key = read_recovery_key(typed)
    except (RecoveryKeyLengthError, RecoveryKeyTypoError):
        return
    assert read_recovery_key(key.text) == key
