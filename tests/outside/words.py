"""What a control is called in the language of the window: from the same catalogue, read without the program."""

from gettext import GNUTranslations
from pathlib import Path

_CATALOGUES = Path(__file__).parents[2] / "resources" / "translations"


class Words:
    """Texts of one language, asked for by the English ones, with the mark of their key where that tells them apart."""

    def __init__(self, code: str) -> None:
        """Read the catalogue of a language."""
        with (_CATALOGUES / f"{code}.mo").open("rb") as file:
            catalogue = GNUTranslations(file)
        # The library keeps the texts there and hands them out one by one only, asked for with their marks.
        catalogued = catalogue._catalog.items()  # type: ignore[attr-defined]
        texts = {text: _plain(said) for text, said in catalogued if isinstance(text, str)}
        self._unmarked = {_plain(text): said for text, said in texts.items()}
        self._said = texts

    def __call__(self, text: str, **values: str) -> str:
        """Return what the window says for an English text, up to the first value that is not given."""
        said = self._said.get(text) or (self._unmarked.get(text) if "&" not in text else None)
        said = said or _plain(text)
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", value)
        return said.partition("{")[0]


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
