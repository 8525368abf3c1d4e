"""`procure demo`: make the demo office and say where everything lies."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from procure_desktop.cli.session import Session
from procure_desktop.language import tr
from procure_desktop.services.make_demo import DemoPaths, make_demo

app = typer.Typer(help="Make the demo office.", add_completion=False, rich_markup_mode=None)


@app.command()
def make(context: typer.Context, folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Make a demo office with illustrative lines in an empty folder; print paths and passphrases."""
    session: Session = context.obj
    made = make_demo(folder.resolve(), session.progress)
    session.say(_plain(asdict(made)), *_lines(made))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return str(value) if isinstance(value, Path) else value


def _lines(made: DemoPaths) -> list[str]:
    return [
        tr("Office: {path}").format(path=made.office),
        tr("Signed commitment: {path}").format(path=made.signed_pdf),
        tr("Version 2 of the list, to import and see: {path}").format(path=made.next_release),
        tr("Test authority: {path}").format(path=made.test_authority),
        *(
            tr("{name} signs in with: {secret}").format(name=name, secret=secret)
            for name, secret in made.passphrases.items()
        ),
        *(
            tr("{name}'s key: {path}").format(name=name, path=path)
            for name, path in made.keys.items()
        ),
        tr("Passphrase of the keys: {secret}").format(secret=made.key_passphrase),
    ]
