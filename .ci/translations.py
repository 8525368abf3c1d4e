"""Collect every text that people read, bring the catalogues up to date with them, and compile them.

`translations.py` writes; `translations.py check` says what is missing and exits with 1.
"""

import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "procure_desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("uk",)
_SINGLE, _PAIR = {"tr", "marked"}, {"plural", "forms"}
_WIDTH = 100
_MNEMONIC = re.compile(r"(?<!&)&(?=\w)")

Text = str | tuple[str, str]


def collected() -> Catalog:
    """Every text of the program, without translations."""
    catalogue = Catalog(charset="utf-8")
    for file in sorted(PACKAGE.rglob("*.py")):
        for text in texts(file):
            catalogue.add(text)
    return catalogue


def texts(file: Path) -> Iterator[Text]:
    """What one module says to people; a command says its docstring, an option its help."""
    commands = file.parent.name == "cli"
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield from _of_call(node, commands=commands)
        elif commands and isinstance(node, ast.FunctionDef) and _is_command(node):
            said = ast.get_docstring(node)
            if said:
                yield said


def _of_call(call: ast.Call, *, commands: bool) -> Iterator[Text]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    said = [one.value for one in call.args if isinstance(one, ast.Constant)]
    if name in _SINGLE and said and said[0]:
        yield said[0]
    if name in _PAIR and len(said) > 1:
        yield said[0], said[1]
    if commands and ast.unparse(call.func).startswith("typer."):
        for keyword in call.keywords:
            if keyword.arg == "help" and isinstance(keyword.value, ast.Constant):
                yield keyword.value.value


def _is_command(function: ast.FunctionDef) -> bool:
    return any("app.c" in ast.unparse(one) for one in function.decorator_list)


def kept(language: str) -> Catalog:
    """The catalogue of a language as it stands in its file."""
    with (TRANSLATIONS / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str) -> Catalog:
    """The catalogue with the texts that the program has now; translations are kept, never guessed."""
    before = kept(language)
    after = Catalog(
        locale=language,
        charset="utf-8",
        project="Procure Desktop",
        creation_date=before.creation_date,
        revision_date=before.revision_date,
        header_comment=before.header_comment,
        version="0.2.0",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        fuzzy=False,
    )
    for message in collected():
        if message.id:
            translated = before.get(message.id)
            after.add(message.id, translated.string if translated else "")
    return after


def source(catalogue: Catalog) -> bytes:
    """The catalogue as a file for people, in the order of its texts so that branches merge calmly."""
    file = io.BytesIO()
    write_po(file, catalogue, width=_WIDTH, no_location=True, sort_output=True)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def problems(language: str) -> list[str]:
    """What is missing or wrong in the files of a language."""
    catalogue = renewed(language)
    found = [one for message in catalogue if message.id for one in _of_message(message)]
    if source(catalogue) != (TRANSLATIONS / f"{language}.po").read_bytes():
        found.append(f"{language}.po is not up to date: run make translations")
    if compiled(catalogue) != (TRANSLATIONS / f"{language}.mo").read_bytes():
        found.append(f"{language}.mo is not what {language}.po compiles to: run make translations")
    return found


def _of_message(message: Message) -> Iterator[str]:
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = message.id if isinstance(message.id, tuple) else (message.id,)
    if not all(said):
        yield f"not translated: {wanted[0]!r}"
        return
    for one in said:
        if fields(one) != fields(wanted[-1]):
            yield f"other fields than {wanted[-1]!r}: {one!r}"
        if len(_MNEMONIC.findall(one)) != len(_MNEMONIC.findall(wanted[0])):
            yield f"other mnemonics than {wanted[0]!r}: {one!r}"
        if one[-1] != wanted[0][-1] and ({one[-1], wanted[0][-1]} & set(".…:")):
            yield f"another end than {wanted[0]!r}: {one!r}"


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def write(language: str) -> None:
    """Bring the files of a language up to date."""
    catalogue = renewed(language)
    (TRANSLATIONS / f"{language}.po").write_bytes(source(catalogue))
    (TRANSLATIONS / f"{language}.mo").write_bytes(compiled(catalogue))


def main() -> int:
    """Write, or check; return the exit status."""
    found: list[str] = []
    for language in LANGUAGES:
        if sys.argv[1:] == ["check"]:
            found += problems(language)
        else:
            write(language)
    sys.stdout.write("".join(f"{one}\n" for one in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
