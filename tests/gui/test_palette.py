import pytest
from PySide6.QtGui import QColor, QPalette

from procure_desktop.gui.palette import (
    ACCENT,
    LEAST_CONTRAST,
    LIGHT,
    READABLE,
    Mark,
    Tone,
    contrast,
    light_palette,
)


@pytest.mark.parametrize("pair", READABLE, ids=lambda pair: f"{pair[0].name} on {pair[1].name}")
def test_every_text_can_be_read_on_its_ground(
    pair: tuple[QPalette.ColorRole, QPalette.ColorRole],
) -> None:
    palette = light_palette()
    text, ground = (palette.color(role) for role in pair)
    assert contrast(text, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read(tone: Tone) -> None:
    assert contrast(tone.text, tone.ground) >= LEAST_CONTRAST


def test_marks_and_coloured_button_can_be_seen() -> None:
    grounds = (LIGHT[QPalette.ColorRole.Base], LIGHT[QPalette.ColorRole.AlternateBase])
    for mark in Mark:
        for ground in grounds:
            assert contrast(QColor(mark.value[1]), QColor(ground)) >= LEAST_CONTRAST
    white = QColor(LIGHT[QPalette.ColorRole.HighlightedText])
    # Under the mouse it is lighter by 12 %; still readable.
    for accent in (QColor(ACCENT), QColor(ACCENT).lighter(112)):
        assert contrast(white, accent) >= LEAST_CONTRAST


def test_contrast_is_the_published_measure() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
