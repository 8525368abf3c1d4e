"""Help and usage in the language that is spoken: the texts of the commands, and those of the library around them."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.formatting import HelpFormatter
from typing_extensions import override

from procure_desktop.language import ENGLISH, marked, spoken, tr

_LIBRARY = frozenset(
    {
        marked("Arguments"),
        marked("Commands"),
        marked("Options"),
        marked("Show this message and exit."),
    }
)
_EXTRAS = (
    (re.compile(r"\bdefault: (?P<value>[^;\]]+)"), marked("default: {value}")),
    (re.compile(r"\benv var: (?P<value>[^;\]]+)"), marked("env var: {value}")),
    (re.compile(r"(?<=[\[ ])required(?P<value>)(?=[;\]])"), marked("required")),
)
_REFUSALS = (
    (re.compile(r"Invalid value for (?P<what>.+?): (?P<why>.+)"), marked("{what}: {why}")),
    (re.compile(r"Invalid value: (?P<why>.+)"), marked("{why}")),
    (
        re.compile(r"Missing (?:option|argument|parameter) (?P<what>.+)\."),
        marked("Missing: {what}."),
    ),
    (re.compile(r"No such option: (?P<what>\S+).*"), marked("There is no option {what}.")),
    (re.compile(r"No such command (?P<what>.+?)\..*"), marked("There is no command {what}.")),
)


class SpeakingFormatter(HelpFormatter):
    """Writes the library's own words in the language that is spoken."""

    @override
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{tr('Usage:')} " if prefix is None else prefix)

    @override
    def write_heading(self, heading: str) -> None:
        super().write_heading(_of_library(heading))

    @override
    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        said = [(name, _extras(_of_library(text))) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


class SpeakingContext(typer.Context):
    """The context of a command, whose help is written by the speaking formatter."""

    formatter_class = SpeakingFormatter


def speaking(command: Any) -> Any:
    """The command, and those below it, with its help in the language that is spoken."""
    command.context_class = SpeakingContext
    command.help = tr(command.help or "")
    command.short_help = tr(command.short_help) if command.short_help else None
    for parameter in command.params:
        help_text = getattr(parameter, "help", None)
        if help_text:
            parameter.help = tr(help_text)
    for inner in getattr(command, "commands", {}).values():
        speaking(inner)
    return command


def usage_sentence(text: str) -> str:
    """What the library says of wrong usage; what is not known here stays as it says it."""
    if spoken().code == ENGLISH:
        return text
    for pattern, template in _REFUSALS:
        found = pattern.fullmatch(text)
        if found:
            return tr(template).format(**found.groupdict())
    return text


def _of_library(text: str) -> str:
    return tr(text) if text in _LIBRARY else text


def _extras(text: str) -> str:
    for pattern, template in _EXTRAS:
        found = pattern.search(text)
        if found:
            text = text.replace(found[0], tr(template).format(**found.groupdict()))
    return text
