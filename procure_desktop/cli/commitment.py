"""`procure commitment`: draft, submit, authorise, return, withdraw, show."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.answers import called, commitment_answer, plain_row, row_line
from procure_desktop.cli.orders import as_day, parse_order
from procure_desktop.cli.session import KEY_PASSPHRASE, Session, passphrase
from procure_desktop.domain.commitment import Commitment, MoneySource, Terms
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.money import Money
from procure_desktop.domain.rate import Rate, parse_rate
from procure_desktop.language import tr
from procure_desktop.services.authorise_commitment import authorise_commitment
from procure_desktop.services.browse import Row, list_ids, read_rows
from procure_desktop.services.draft_commitment import draft_commitment, revise_draft
from procure_desktop.services.find_rate import find_rate, own_rate
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import find_commitment
from procure_desktop.services.return_commitment import return_commitment, withdraw_commitment
from procure_desktop.services.signing_key import KeyFile
from procure_desktop.services.submit_commitment import submit_commitment
from procure_desktop.wording.figures import amount
from procure_desktop.wording.items import named
from procure_desktop.wording.terms import term

app = typer.Typer(
    help="Commitments of funds.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)

Reference = Annotated[str, typer.Argument(metavar="ID", help="Its number, or the id of a draft.")]
KeyOption = Annotated[
    Path, typer.Option("--p12", metavar="K.p12", help="The officer's signing key.")
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT")]
LineOption = Annotated[
    list[str],
    typer.Option("--line", metavar="ID=QTY", help='ID=QTY or ID="AMOUNT CUR"; several times.'),
]
CurrencyOption = Annotated[str, typer.Option(metavar="EUR", help="The commitment's own currency.")]
BudgetOption = Annotated[str, typer.Option(metavar="TEXT")]
RateOption = Annotated[
    str, typer.Option(metavar="USD", help="The ministry's own rate for one unit, in USD.")
]
RateSourceOption = Annotated[
    str, typer.Option(metavar="TEXT", help="Where the own rate comes from.")
]
DayOption = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command()
def draft(
    context: typer.Context,
    line: LineOption,
    currency: CurrencyOption,
    budget_line: BudgetOption,
    fiscal_year: Annotated[int | None, typer.Option(min=2000, max=2999)] = None,
    existing_money: Annotated[
        bool, typer.Option("--existing-money", help="Promised before.")
    ] = False,
    legal_basis: Annotated[str, typer.Option(metavar="TEXT")] = "",
    conditions: Annotated[str, typer.Option(metavar="TEXT")] = "",
    valid_until: DayOption = None,
    rate: RateOption = "",
    rate_source: RateSourceOption = "",
    rate_day: DayOption = None,
    revise: Annotated[
        str, typer.Option(metavar="ID", help="Change this draft instead of a new one.")
    ] = "",
) -> None:
    """Draft a commitment; it holds nothing until it is submitted."""
    session: Session = context.obj
    orders = tuple(parse_order(text) for text in line)
    with session.office() as office:
        today = office.now().date()
        terms = Terms(
            currency=currency.upper(),
            rate=_rate(currency.upper(), rate, rate_source, as_day(rate_day, today)),
            budget_line=budget_line,
            fiscal_year=fiscal_year or today.year,
            money_source=MoneySource.EXISTING if existing_money else MoneySource.NEW,
            legal_basis=legal_basis,
            conditions=conditions,
            validity=valid_until.date() if valid_until else None,
        )
        if revise:
            made = revise_draft(office, find_commitment(office, revise).id, orders, terms)
        else:
            made = draft_commitment(office, orders, terms)
        data, lines = commitment_answer(office, made)
    session.say(data, *lines)


@app.command()
def submit(context: typer.Context, reference: Reference, p12: KeyOption) -> None:
    """Number it, hold its lines, freeze its document and sign it as preparer."""
    _act(context, reference, lambda office, found: submit_commitment(office, found.id, _key(p12)))


@app.command()
def authorise(context: typer.Context, reference: Reference, p12: KeyOption) -> None:
    """Countersign what another officer submitted."""
    _act(
        context, reference, lambda office, found: authorise_commitment(office, found.id, _key(p12))
    )


@app.command("return")
def return_(context: typer.Context, reference: Reference, reason: ReasonOption) -> None:
    """Return what another officer submitted, to be revised."""
    _act(context, reference, lambda office, found: return_commitment(office, found.id, reason))


@app.command()
def withdraw(context: typer.Context, reference: Reference, reason: ReasonOption) -> None:
    """Withdraw a commitment for good."""
    _act(context, reference, lambda office, found: withdraw_commitment(office, found.id, reason))


@app.command()
def show(context: typer.Context, reference: Reference) -> None:
    """Show one commitment."""
    _act(context, reference, lambda _office, found: found)


@app.command("list")
def list_(context: typer.Context) -> None:
    """List all commitments, the last changed first."""
    session: Session = context.obj
    with session.office() as office:
        rows = _rows(office)
    session.say(
        [plain_row(row) for row in rows],
        *(
            row_line(
                called(row["number"], row["id"]),
                term(row["state"]),
                amount(Money(row["national"], row["currency"])),
                named(row, "first_line"),
            )
            for row in rows
        ),
    )


def _act(
    context: typer.Context, reference: str, act: Callable[[Office, Commitment], Commitment]
) -> None:
    """Find a commitment, do something with it, and answer with what became of it."""
    session: Session = context.obj
    with session.office() as office:
        done = act(office, find_commitment(office, reference))
        data, lines = commitment_answer(office, done)
    session.say(data, *lines)


def _rows(office: Office) -> list[Row]:
    return read_rows(office, Listing.COMMITMENTS, list_ids(office, Query(Listing.COMMITMENTS)))


def _rate(currency: str, own: str, source: str, day: date) -> Rate:
    """The ministry's own rate when one is given, else the ECB's of `day`."""
    return own_rate(currency, parse_rate(own), day, source) if own else find_rate(currency, day)


def _key(path: Path) -> KeyFile:
    """The officer's PKCS#12 with its passphrase."""
    return KeyFile(path, passphrase(tr("Passphrase of {name}").format(name=path), KEY_PASSPHRASE))
