import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_desktop.domain.matching import match


@pytest.mark.parametrize(
    ("typed", "distance"),
    [
        ("", 0),
        ("radar", 0),
        ("RADAR", 0),
        ("rad", 1),
        ("adar", 2),
        ("rdar", 3),
        ("raadar", 3),
        ("radxr", 3),
        ("ardar", 3),
        ("radars", 3),
        ("sentinl radar", 3),
        ("sent rad", 2),
        ("rax", None),
        ("radar missile", None),
        ("xxdar", None),
    ],
)
def test_words_fit_by_beginning_within_or_with_one_slip(typed: str, distance: int | None) -> None:
    assert match(typed, "Radar AN/MPQ-64 Sentinel") == distance


def test_ukrainian_words_fit_too() -> None:
    assert match("ракета", "Ракета-перехоплювач") == 1
    assert match("ракепа", "Ракета-перехоплювач") == 3
    assert match("перехоплювач", "Ракета-перехоплювач") == 2


def test_nothing_fits_in_nothing() -> None:
    assert match("radar", "") is None


@given(st.text(), st.text())
def test_every_text_fits_itself_and_what_follows_it(typed: str, more: str) -> None:
    assert match(typed, typed) == 0
    assert match(typed, f"{typed} {more}") == 0
