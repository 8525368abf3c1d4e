"""`procure line`: find lines on the approved lists, and read what happened to one."""

from pathlib import Path
from typing import Annotated, Any

import typer

from procure_desktop.cli.answers import plain_row, row_line
from procure_desktop.cli.session import Session
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import USD
from procure_desktop.domain.request_list import Capability, LineId
from procure_desktop.language import plural, tr
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.export_listing import export_listing
from procure_desktop.services.line_history import Happening, read_line_history
from procure_desktop.wording.columns import RECORDS
from procure_desktop.wording.figures import amount, moment, units, whole
from procure_desktop.wording.items import named
from procure_desktop.wording.line_history import happening_words
from procure_desktop.wording.table_columns import dialect_of, sheet_of
from procure_desktop.wording.terms import heading, term

app = typer.Typer(
    help="Requirement lines.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@app.command()
def find(
    context: typer.Context,
    text: Annotated[str, typer.Option(metavar="T", help="Words in name, NSN or remarks.")] = "",
    capability: Annotated[Capability | None, typer.Option()] = None,
    urgent: Annotated[
        bool, typer.Option("--urgent", help="Only lines open to stock donation.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000)] = 50,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write all that is found, as XLSX or CSV by its name."),
    ] = None,
    decimal: Annotated[
        str,
        typer.Option(metavar="SIGN", help="Of a CSV file: a point, or a comma with semicolons."),
    ] = "",
) -> None:
    """Find lines, the most pressing first."""
    session: Session = context.obj
    query = Query(Listing.LINES, text)
    if capability:
        query = query.choosing("capability", (capability.value,))
    if urgent:
        query = query.choosing("urgent", ("yes",))
    if out is not None:
        _write(session, query, out, decimal)
        return
    with session.office() as office:
        ids = list_ids(office, query)
        rows = read_rows(office, Listing.LINES, ids[:limit])
    session.say(
        {"found": len(ids), "lines": [plain_row(row) for row in rows]},
        *(
            row_line(
                row["line"],
                named(row),
                term(row["state"]),
                units(row["outstanding"], row["unit"]),
                amount(Money(row["unit_price"], USD)),
            )
            for row in rows
        ),
        plural("{shown} of {all} line.", "{shown} of {all} lines.", len(ids)).format(
            shown=whole(len(rows)), all=whole(len(ids))
        ),
    )


def _write(session: Session, query: Query, out: Path, decimal: str) -> None:
    if decimal not in {"", ".", ","}:
        message = tr("--decimal takes . or ,")
        raise typer.BadParameter(message)
    with session.office() as office:
        profile = office.profile
        who = f"{office.officer.name}, {profile.ministry}, {profile.unit}"
        sheet = sheet_of(query, RECORDS[query.listing], who, office.now())
        dialect = dialect_of(decimal)
        exported = export_listing(office, sheet, out, dialect, progress=session.progress)
    extent = exported.extent
    text = plural(
        "{n} row is written to {path}. Handle the file as {marking}.",
        "{n} rows are written to {path}. Handle the file as {marking}.",
        extent.rows,
    )
    session.say(
        {"file": str(out), "rows": extent.rows, "marking": extent.marking.value},
        text.format(n=whole(extent.rows), path=out, marking=heading(extent.marking)),
    )


@app.command()
def history(
    context: typer.Context, line: Annotated[str, typer.Argument(metavar="ID", help="Its identity.")]
) -> None:
    """Show every version that said something else of a line, and what this office did on it."""
    session: Session = context.obj
    with session.office() as office:
        found = read_line_history(office, LineId(line))
    session.say(
        [_plain(one) for one in found],
        *(row_line(moment(one.at), "; ".join(happening_words(one))) for one in found),
    )


def _plain(one: Happening) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "version": one.edition.version if one.edition else None,
        "kind": one.change.kind.value if one.change else None,
        "fields": [field.field.value for field in one.change.fields] if one.change else [],
        "action": one.entry.change.action if one.entry else None,
        "officer": one.entry.officer if one.entry else None,
        "number": one.number,
    }
