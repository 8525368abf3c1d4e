"""`procure`: options before the noun, a result on standard output, one sentence on standard error."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.nouns import Nouns
from procure_desktop.cli.session import Session
from procure_desktop.domain.errors import Fault, ProcureError
from procure_desktop.wording.errors import sentence

REFUSED, ENVIRONMENT = 1, 3

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
) -> None:
    """Take the options that stand before the noun."""
    context.obj = Session(folder, officer, as_json)


def main() -> int:
    """Run one command; return 0 done, 1 refused, 3 environment (2, wrong usage, leaves by SystemExit)."""
    try:
        app()
    except ProcureError as error:
        sys.stderr.write(sentence(error) + "\n")
        return ENVIRONMENT if isinstance(error, Fault) else REFUSED
    except OSError as error:
        sys.stderr.write(
            f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.\n"
        )
        return ENVIRONMENT
    except KeyboardInterrupt:
        sys.stderr.write("Cancelled. Nothing was changed.\n")
        return REFUSED
    return 0
