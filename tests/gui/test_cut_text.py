"""No text is cut at 1366 x 768: in English, in Ukrainian, and in a language whose words are 40 % longer."""

import re
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from math import ceil

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from procure_desktop.gui.style.speech import speak_preferred
from procure_desktop.language import ENGLISH, UKRAINIAN, Language, language, speak
from tests.gui.cut_text import cut_texts
from tests.gui.every_window import EVERY, Shown

LONGER = 0.4
_WORD = re.compile(r"\{[^}]*\}|&&|[^\W\d_]{2,}")


class Longer(NullTranslations):
    """Every word is 40 % longer; what stands in braces, mnemonics and figures are left as they are."""

    def gettext(self, message: str) -> str:
        return _WORD.sub(lambda found: _longer(found[0]), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _longer(word: str) -> str:
    return word if word.startswith(("{", "&")) else word + "o" * ceil(len(word) * LONGER)


LANGUAGES = (language(ENGLISH), language(UKRAINIAN), Language("en", "en_GB", Longer()))


@pytest.fixture(params=LANGUAGES, ids=("english", "ukrainian", "longer"))
def spoken_language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Before the window is made."""
    speak(request.param)
    yield
    speak_preferred(qapp)


@pytest.mark.parametrize("shown", EVERY, ids=str)
def test_no_text_is_cut(
    spoken_language: None, show: Callable[[Shown], QWidget], shown: Shown
) -> None:
    assert cut_texts(show(shown)) == []


def test_words_are_longer_and_fields_stay() -> None:
    assert Longer().gettext("&Sign {name} in") == "&Signoo {name} ino"
    assert Longer().ngettext("{n} line", "{n} lines", 2) == "{n} linesoo"
