"""`procure journal`: show and verify."""

from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.answers import plain_row, row_line
from procure_desktop.cli.session import Session
from procure_desktop.domain.listing import Listing, Order, Query
from procure_desktop.language import plural
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.verify_journal import verify_journal
from procure_desktop.wording.figures import moment, spoken_fingerprint, whole
from procure_desktop.wording.records import action_words, subject_words

app = typer.Typer(
    help="The journal of every change.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command()
def show(context: typer.Context) -> None:
    """Show the journal, the oldest entry first."""
    session: Session = context.obj
    with session.office() as office:
        ids = list_ids(office, Query(Listing.JOURNAL, order=Order("id")))
        rows = read_rows(office, Listing.JOURNAL, ids)
    session.say(
        [plain_row(row) for row in rows],
        *(
            row_line(
                row["id"],
                moment(row["at"]),
                row["officer"],
                action_words(row["action"]),
                subject_words(row["subject"]),
            )
            for row in rows
        ),
    )


@app.command()
def verify(
    context: typer.Context,
    against: Annotated[
        Path | None,
        typer.Option(metavar="F.pdf|BACKUP", help="A file that carries the journal's head."),
    ] = None,
) -> None:
    """Verify every link of the chain, and that the journal is the one the file was made with."""
    session: Session = context.obj
    with session.office() as office:
        head = verify_journal(office, against)
    session.say(
        {"whole": True, "number": head.number, "sha256": head.sha256},
        plural(
            "The journal is whole: {n} entry, head {hash}.",
            "The journal is whole: {n} entries, head {hash}.",
            head.number,
        ).format(n=whole(head.number), hash=spoken_fingerprint(head.sha256)),
    )
