"""`procure document`: export and verify."""

from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.answers import verdict_json, verdict_lines
from procure_desktop.cli.session import Session
from procure_desktop.domain.verdict import Answer, Verdict
from procure_desktop.language import tr
from procure_desktop.services.export_document import export_document
from procure_desktop.services.read_commitment import find_commitment
from procure_desktop.services.verify_document import verify_document

app = typer.Typer(
    help="Signed documents.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@app.command()
def export(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="ID")],
    out: Annotated[Path, typer.Option(metavar="F.pdf")],
) -> None:
    """Write a commitment's PDF with the signatures it has so far."""
    session: Session = context.obj
    with session.office() as office:
        written = export_document(office, find_commitment(office, reference).id, out)
    session.say({"pdf": str(written.resolve())}, tr("Wrote {path}.").format(path=written))


@app.command()
def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="F.pdf")],
    trust: Annotated[
        list[Path] | None,
        typer.Option(metavar="CA.pem", help="An authority to trust; several times."),
    ] = None,
) -> None:
    """Say valid, cannot tell or not valid; with --office it is compared with what the office froze."""
    session: Session = context.obj
    verdict = _verify(session, file, tuple(trust or ()))
    session.say(verdict_json(verdict), *verdict_lines(verdict))
    if verdict.answer != Answer.VALID:
        raise typer.Exit(1)


def _verify(session: Session, file: Path, trust: tuple[Path, ...]) -> Verdict:
    if session.folder is None:
        return verify_document(file, trust)
    with session.office() as office:
        return verify_document(file, trust, office)
