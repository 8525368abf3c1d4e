"""The language of a document: the office's own, and English beneath it where that is another."""

from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from procure_desktop.documents import figures
from procure_desktop.documents.figures import NBSP
from procure_desktop.domain.money import Money
from procure_desktop.language import ENGLISH, Language, language

_COMMA, _SPACE = ",", NBSP


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the document's own language, and in English where that is another."""

    own: str
    english: str = ""

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.own)


Value = str | Said


class Tongue:
    """Says labels and sentences in both languages, and figures in one way that neither misreads."""

    def __init__(self, code: str) -> None:
        """Speak the language of that ISO 639-1 code."""
        self.code = code
        self._own: Language = language(code)
        self._english = language(ENGLISH)

    @property
    def bilingual(self) -> bool:
        """Whether English stands beneath another language."""
        return self.code != ENGLISH

    def tr(self, text: str, **values: Value) -> Said:
        """A text with its values in both languages."""
        own = self._own.tr(text).format(**{name: own_of(one) for name, one in values.items()})
        if not self.bilingual:
            return Said(own)
        said = {name: english_of(one) for name, one in values.items()}
        return Said(own, self._english.tr(text).format(**said))

    def plural(self, single: str, several: str, count: int, **values: Value) -> Said:
        """The form of a text for `count`, which stands in it as `n`."""
        own, english = (one.plural(single, several, count) for one in (self._own, self._english))
        both = {**values, "n": self.whole(count)}
        own, english = (one.replace("{n} ", f"{{n}}{NBSP}") for one in (own, english))
        said = own.format(**{name: own_of(one) for name, one in both.items()})
        if not self.bilingual:
            return Said(said)
        return Said(said, english.format(**{name: english_of(one) for name, one in both.items()}))

    def day(self, value: date) -> Said:
        """`12 June 2026`, the month in words: no order of figures can be mistaken."""
        if not self.bilingual:
            return Said(figures.day(value))
        own = format_date(value, format="d MMMM y", locale=self._own.locale)
        return Said(own.replace(" ", NBSP), figures.day(value))

    def moment(self, value: datetime) -> str:
        """`12 June 2026, 14:03:22 UTC`; in two languages in figures alone, as ISO 8601 orders them."""
        return f"{value:%Y-%m-%d %H:%M:%S} UTC" if self.bilingual else figures.moment(value)

    def whole(self, number: int) -> str:
        """`12,345`, or `12 345` in two languages."""
        return figures.whole(number).replace(_COMMA, self._group)

    def figure(self, money: Money) -> str:
        """`1,234.50`, or `1 234.50` in two languages, as ISO 80000 groups digits."""
        return figures.figure(money).replace(_COMMA, self._group)

    def amount(self, money: Money) -> str:
        """`EUR 1,234.50`, or `EUR 1 234.50` in two languages."""
        return f"{money.currency}{NBSP}{self.figure(money)}"

    @property
    def _group(self) -> str:
        return _SPACE if self.bilingual else _COMMA


def own_of(value: Value) -> str:
    """What stands in the document's own language."""
    return value.own if isinstance(value, Said) else value


def english_of(value: Value) -> str:
    """What stands in the English beneath."""
    return (value.english or value.own) if isinstance(value, Said) else value


def in_a_line(value: Value) -> str:
    """Both languages after each other, for places that have one line."""
    own, english = own_of(value), english_of(value)
    return own if own == english else f"{own} / {english}"


def join(between: str, parts: list[Said]) -> Said:
    """Several texts as one."""
    known = [part for part in parts if part]
    own = between.join(part.own for part in known)
    if not any(part.english for part in known):
        return Said(own)
    return Said(own, between.join(english_of(part) for part in known))
