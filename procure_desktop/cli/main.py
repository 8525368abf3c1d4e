"""`procure`: options before the noun, a result on standard output, one sentence on standard error."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from procure_desktop.cli.help_words import speaking, usage_sentence
from procure_desktop.cli.nouns import Nouns
from procure_desktop.cli.session import Session
from procure_desktop.cli.speech import VARIABLE, chosen_language
from procure_desktop.domain.errors import CancelledError, Fault, ProcureError
from procure_desktop.language import REGIONS, speak, tr
from procure_desktop.wording.errors import sentence
from procure_desktop.wording.fields import system_reason

REFUSED, WRONG_USAGE, ENVIRONMENT = 1, 2, 3
_INTERRUPTED = 130  # what Typer makes of the interrupt key

app = typer.Typer(
    cls=Nouns,
    help="Browse approved request lists, commit funds, log donations, and keep signed commitments.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option("--office", metavar="DIR", envvar="PROCURE_OFFICE", help="The office folder."),
    ] = None,
    officer: Annotated[
        str, typer.Option(metavar="NAME", envvar="PROCURE_OFFICER", help="Who signs in.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    spoken: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="en|uk",
            envvar=VARIABLE,
            help="The language of texts and figures; the system's unless given.",
        ),
    ] = "",
) -> None:
    """Take the options that stand before the noun."""
    if spoken and spoken.partition("_")[0] not in REGIONS:
        text = tr("“{code}” is not spoken here: choose one of {known}.")
        raise typer.BadParameter(text.format(code=spoken, known=", ".join(REGIONS)))
    context.obj = Session(folder, officer, as_json)


def main() -> int:
    """Run one command; return 0 done, 1 refused, 2 wrong usage, 3 environment."""
    _speak_utf8()
    try:
        _check_text(sys.argv[1:])
        speak(chosen_language(sys.argv[1:], os.environ))
        command = speaking(get_command(app))
        status = int(command(prog_name="procure", standalone_mode=False) or 0)
    except ProcureError as error:
        return _say(sentence(error), ENVIRONMENT if isinstance(error, Fault) else REFUSED)
    except TyperException as error:
        return _say(_usage(error), WRONG_USAGE)
    except OSError as error:
        text = tr("{path} cannot be used: {reason}.").format(
            path=error.filename or tr("A file"),
            reason=system_reason(error.strerror or str(error)),
        )
        return _say(text, ENVIRONMENT)
    except typer.Abort:
        status = _INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the last door: a fault of the program is one sentence too)
        text = tr(
            "The program failed unexpectedly ({kind}): please report it with what you typed."
        ).format(kind=type(error).__name__)
        return _say(text, ENVIRONMENT)
    return _say(sentence(CancelledError()), REFUSED) if status == _INTERRUPTED else status


def _speak_utf8() -> None:
    """Ukrainian names must come through a pipe whatever the console's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _check_text(arguments: list[str]) -> None:
    """Refuse bytes that are no text: nothing could be said, stored or searched with them."""
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError:
        message = tr("What follows procure must be text in UTF-8.")
        raise typer.BadParameter(message) from None


def _say(text: str, status: int) -> int:
    sys.stderr.write(text.rstrip() + "\n")
    return status


def _usage(error: TyperException) -> str:
    """What was wrong; a noun without a command gets its help instead."""
    format_message: Callable[[], str] = getattr(error, "format_message", error.__str__)
    return usage_sentence(format_message())
