import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from procure_desktop.gui.style.colours import LIGHT, PAINTS, SCHEMES, Mark, Scheme, Tone
from procure_desktop.gui.style.palette import (
    LEAST_CONTRAST,
    LEAST_SIGN_CONTRAST,
    READABLE,
    contrast,
    palette_of,
    put_on,
)

_Role = QPalette.ColorRole
every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())


@every_scheme
@pytest.mark.parametrize("pair", READABLE, ids=lambda pair: f"{pair[0].name} on {pair[1].name}")
def test_every_text_can_be_read_on_its_ground(
    scheme: Scheme, pair: tuple[QPalette.ColorRole, QPalette.ColorRole]
) -> None:
    palette = palette_of(scheme)
    text, ground = (palette.color(role) for role in pair)
    assert contrast(text, ground) >= LEAST_CONTRAST


@every_scheme
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read(scheme: Scheme, tone: Tone) -> None:
    text, ground = scheme.tones[tone]
    assert contrast(QColor(text), QColor(ground)) >= LEAST_CONTRAST


@every_scheme
def test_what_cannot_be_used_can_still_be_seen(scheme: Scheme) -> None:
    palette = palette_of(scheme)
    off = QPalette.ColorGroup.Disabled
    for text, ground in (
        (_Role.WindowText, _Role.Window),
        (_Role.Text, _Role.Base),
        (_Role.ButtonText, _Role.Button),
        (_Role.HighlightedText, _Role.Highlight),
    ):
        ratio = contrast(palette.color(off, text), palette.color(off, ground))
        assert ratio >= LEAST_SIGN_CONTRAST


@every_scheme
def test_signs_borders_and_focus_can_be_seen(scheme: Scheme) -> None:
    for role in (_Role.Base, _Role.AlternateBase):
        for mark in Mark:
            sign = QColor(scheme.paints[PAINTS[mark]])
            assert contrast(sign, QColor(scheme.roles[role])) >= LEAST_CONTRAST
    for ground in (_Role.Window, _Role.Base):
        for line in (scheme.border, scheme.focus):
            assert contrast(QColor(line), QColor(scheme.roles[ground])) >= LEAST_SIGN_CONTRAST


@every_scheme
def test_coloured_button_can_be_read_under_the_mouse(scheme: Scheme) -> None:
    words = QColor(scheme.roles[_Role.HighlightedText])
    # Under the mouse it is lighter by 12 %; still readable.
    fill = QColor(scheme.roles[_Role.Highlight])
    for accent in (fill, fill.lighter(112)):
        assert contrast(words, accent) >= LEAST_CONTRAST


@every_scheme
def test_schemes_say_the_same_roles(scheme: Scheme) -> None:
    assert scheme.roles.keys() == LIGHT.roles.keys()
    assert set(scheme.tones) == set(Tone)
    assert set(scheme.paints) == set(PAINTS.values())


def test_outline_of_a_field_is_the_border(qapp: QApplication) -> None:
    for scheme in SCHEMES.values():
        put_on(scheme, qapp)
        field = QLineEdit()
        field.ensurePolished()
        outline = field.palette().color(_Role.Window).darker(140)
        assert contrast(outline, QColor(scheme.roles[_Role.Base])) >= LEAST_SIGN_CONTRAST
    put_on(LIGHT, qapp)


def test_contrast_is_the_published_measure() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
