"""`procure donation`: log gifts from the ministry's own stock."""

from datetime import datetime
from typing import Annotated

import typer

from procure_desktop.cli.answers import plain_row, row_line
from procure_desktop.cli.orders import as_day, parse_money
from procure_desktop.cli.session import Session
from procure_desktop.domain.donation import Basis, Condition, Offer, Origin, Valuation
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.request_list import LineId
from procure_desktop.language import tr
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.log_donation import log_donation
from procure_desktop.services.snapshots import donation_snapshot
from procure_desktop.wording.figures import amount, units, whole
from procure_desktop.wording.items import named
from procure_desktop.wording.terms import term

app = typer.Typer(
    help="Donations from stock.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)

Value = Annotated[
    str, typer.Option(metavar='"AMOUNT CUR"', help="Value of the whole on this basis.")
]


@app.command()
def log(
    context: typer.Context,
    line: Annotated[str, typer.Option(metavar="ID")],
    quantity: Annotated[int, typer.Option(min=1, max=10_000_000)],
    depot: Annotated[str, typer.Option(metavar="TEXT")],
    condition: Annotated[Condition, typer.Option()] = Condition.SERVICEABLE,
    serial: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER", help="One a unit, or none.")
    ] = None,
    origin: Annotated[Origin, typer.Option()] = Origin.US,
    acquisition: Value = "",
    net_book: Value = "",
    like_replacement: Value = "",
    new_replacement: Value = "",
    quoted: Annotated[
        Basis | None, typer.Option(help="The basis to cite; needed when several are given.")
    ] = None,
    valued_on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    remarks: Annotated[str, typer.Option(metavar="TEXT")] = "",
) -> None:
    """Log a donation against an urgent line; at least one of the four values is needed."""
    session: Session = context.obj
    given = {
        Basis.ACQUISITION: acquisition,
        Basis.NET_BOOK: net_book,
        Basis.LIKE_REPLACEMENT: like_replacement,
        Basis.NEW_REPLACEMENT: new_replacement,
    }
    values = {basis: parse_money(text) for basis, text in given.items() if text}
    with session.office() as office:
        valuation = Valuation(
            values, _quoted(values, quoted), as_day(valued_on, office.now().date())
        )
        offer = Offer(
            LineId(line),
            depot,
            quantity,
            condition,
            tuple(serial or ()),
            origin,
            valuation,
            remarks,
        )
        donation = log_donation(office, offer)
    session.say(
        {"id": donation.id} | donation_snapshot(donation),
        tr("Logged {number}: {quantity} for line {line}.").format(
            number=donation.number, quantity=whole(quantity), line=line
        ),
    )


@app.command("list")
def list_(context: typer.Context) -> None:
    """List all donations, the last first."""
    session: Session = context.obj
    with session.office() as office:
        rows = read_rows(office, Listing.DONATIONS, list_ids(office, Query(Listing.DONATIONS)))
    session.say(
        [plain_row(row) for row in rows],
        *(
            row_line(
                row["number"],
                named(row),
                units(row["quantity"], row["unit"]),
                amount(Money(row["quoted"], row["currency"])),
                term(row["quoted_basis"]),
            )
            for row in rows
        ),
    )


def _quoted(values: dict[Basis, Money], chosen: Basis | None) -> Basis:
    if chosen is not None:
        return chosen
    if len(values) == 1:
        return next(iter(values))
    message = tr(
        'Give a value, such as --new-replacement "250000 EUR"; with several, name one by --quoted.'
    )
    raise typer.BadParameter(message)
