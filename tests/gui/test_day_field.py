"""A field for a day writes it as the spoken language does."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from procure_desktop.gui.parts.day_field import DayField
from procure_desktop.language import ENGLISH, UKRAINIAN, language, speak

DAY = date(2026, 2, 3)


@pytest.mark.parametrize(("code", "said"), [(ENGLISH, "3 Feb 2026"), (UKRAINIAN, "03.02.2026")])
def test_the_day_is_said_as_elsewhere(qtbot: QtBot, code: str, said: str) -> None:
    speak(language(code))
    try:
        field = DayField("day", DAY)
    finally:
        speak(language(ENGLISH))
    qtbot.addWidget(field)
    assert (field.text(), field.day) == (said, DAY)
