"""`procure list`: import releases and show which lists the office has."""

from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.answers import plain_row, row_line
from procure_desktop.cli.changes import (
    comparison_json,
    comparison_lines,
    effect_json,
    effect_lines,
)
from procure_desktop.cli.list_sheet import attest, import_sheet, letter
from procure_desktop.cli.session import Session
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.request_list import Approval
from procure_desktop.language import tr
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.compare_versions import compare_versions
from procure_desktop.services.import_release import ReleasePreview, import_release, preview_release
from procure_desktop.services.list_effects import unsettled_effects
from procure_desktop.services.snapshots import effect_snapshot
from procure_desktop.wording import figures
from procure_desktop.wording.effects import touched_words
from procure_desktop.wording.terms import term

app = typer.Typer(
    help="Approved request lists.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="F.release")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Verify and compare; store nothing.")
    ] = False,
) -> None:
    """Verify a release and import it."""
    session: Session = context.obj
    with session.office() as office:
        act = preview_release if preview else import_release
        found = act(office, file, session.progress)
    session.say(_json(found, stored=not preview), *_lines(found, stored=not preview))


app.command("import-sheet")(import_sheet)
app.command()(attest)
app.command()(letter)


@app.command()
def show(context: typer.Context) -> None:
    """Show the releases that were imported."""
    session: Session = context.obj
    with session.office() as office:
        rows = read_rows(office, Listing.RELEASES, list_ids(office, Query(Listing.RELEASES)))
    session.say(
        [plain_row(row) for row in rows],
        *(
            row_line(
                row["serial"],
                tr("version {version}").format(version=row["version"]),
                figures.lines(row["lines"]),
                figures.day(row["expires"]) if row["expires"] else tr("no last day"),
                *([term(row["approval"])] if row["approval"] != Approval.RELEASED else []),
            )
            for row in rows
        ),
    )


@app.command()
def compare(
    context: typer.Context,
    serial: Annotated[str, typer.Argument(metavar="SERIAL")],
    older: Annotated[int, typer.Argument(metavar="VERSION", min=1)],
    newer: Annotated[int, typer.Argument(metavar="VERSION", min=1)],
) -> None:
    """Compare two versions of a list, field by field."""
    session: Session = context.obj
    with session.office() as office:
        found = compare_versions(office, serial, older, newer, session.progress)
    session.say(comparison_json(found), *comparison_lines(found))


@app.command()
def effects(context: typer.Context) -> None:
    """Show what versions did to this office and nobody has decided on yet."""
    session: Session = context.obj
    with session.office() as office:
        found = unsettled_effects(office)
    lines = [line for one in found for line in effect_lines(one)]
    session.say(
        [effect_json(one) for one in found], *(lines or [tr("Nothing waits for a decision.")])
    )


def _json(found: ReleasePreview, *, stored: bool) -> dict[str, object]:
    return {
        "stored": stored,
        "serial": found.issued.serial,
        "version": found.issued.version,
        "issued": found.issued.issued.isoformat(),
        "expires": found.expires.isoformat(),
        "marking": found.issued.marking.value,
        "illustrative": found.issued.illustrative,
        "packages": len(found.issued.packages),
        "lines": len(found.issued.lines),
        "new": found.difference.new,
        "changed": found.difference.changed,
        "withdrawn": found.difference.withdrawn,
        "effects": [effect_snapshot(one) for one in found.effects],
        "signers": found.signers,
        "sha256": found.file.sha256,
    }


def _lines(found: ReleasePreview, *, stored: bool) -> list[str]:
    issued, difference = found.issued, found.difference
    text = (
        tr("Imported {serial} version {version}: {lines}, valid to {day}, signing keys: {keys}.")
        if stored
        else tr(
            "Would import {serial} version {version}: {lines}, valid to {day}, signing keys: {keys}."
        )
    )
    counts = tr("New {new}, changed {changed}, withdrawn {withdrawn}.")
    return [
        text.format(
            serial=issued.serial,
            version=issued.version,
            lines=figures.lines(len(issued.lines)),
            day=figures.day(found.expires),
            keys=found.signers,
        ),
        counts.format(
            new=figures.whole(difference.new),
            changed=figures.whole(difference.changed),
            withdrawn=figures.whole(difference.withdrawn),
        ),
        touched_words(found.effects),
    ]
