"""`procure effect`: what versions of a list did to this office, and what is done about it."""

from typing import Annotated

import typer

from procure_desktop.cli.answers import commitment_answer
from procure_desktop.cli.changes import effect_json, effect_lines
from procure_desktop.cli.session import Session
from procure_desktop.domain.settling import EffectId, ListEffect
from procure_desktop.services.amend_commitment import amend_by_effect
from procure_desktop.services.answer_effect import accept_effect, ask_about_effect
from procure_desktop.services.list_effects import read_effect
from procure_desktop.wording.questions import question

app = typer.Typer(
    help="Effects of a list's versions.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Effect = Annotated[int, typer.Argument(metavar="EFFECT", help="Its id, as `list effects` says it.")]


@app.command()
def show(context: typer.Context, effect: Effect) -> None:
    """Show one effect."""
    session: Session = context.obj
    with session.office() as office:
        found = read_effect(office, EffectId(effect))
    _say(session, found)


@app.command()
def accept(
    context: typer.Context,
    effect: Effect,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")],
) -> None:
    """Let things stand as they are, with a reason."""
    session: Session = context.obj
    with session.office() as office:
        found = accept_effect(office, EffectId(effect), reason)
    _say(session, found)


@app.command()
def ask(
    context: typer.Context,
    effect: Effect,
    text: Annotated[
        str, typer.Option(metavar="TEXT", help="Your own words instead of the program's.")
    ] = "",
) -> None:
    """Word a question to the issuer, print it, and note that it was asked today."""
    session: Session = context.obj
    with session.office() as office:
        found = read_effect(office, EffectId(effect))
        words = text or question(found, office.profile)
        asked = ask_about_effect(office, found.id, words)
    session.say(effect_json(asked), words.strip())


@app.command()
def amend(context: typer.Context, effect: Effect) -> None:
    """Draft what the list leaves of the commitment; a draft is changed itself."""
    session: Session = context.obj
    with session.office() as office:
        made = amend_by_effect(office, EffectId(effect))
        data, lines = commitment_answer(office, made)
    session.say(data, *lines)


def _say(session: Session, found: ListEffect) -> None:
    session.say(effect_json(found), *effect_lines(found))
