"""`procure office recovery-key` and `procure office recover`: the key on paper, made and used."""

from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.session import (
    NEW_PASSPHRASE,
    RECOVERY_KEY,
    Session,
    new_passphrase,
    passphrase,
)
from procure_desktop.language import tr
from procure_desktop.services.recovery_key import (
    make_recovery_key,
    new_recovery_key,
    recover_office,
    recovery_sheet,
    save_recovery_sheet,
)


def recovery_key(
    context: typer.Context,
    sheet: Annotated[
        Path | None, typer.Option(metavar="F.pdf", help="Write the page to print to this file.")
    ] = None,
) -> None:
    """Make a recovery key in place of an earlier one, and print it once."""
    session: Session = context.obj
    with session.office() as office:
        key = new_recovery_key()
        if sheet is not None:
            # First, so that the key before stays good when the file is refused.
            save_recovery_sheet(recovery_sheet(office, key), sheet)
        make_recovery_key(office, key)
    session.say(
        {"recovery_key": key.text},
        key.text,
        tr(
            "Write it down or print it now: it is stored nowhere. It gives any officer a new passphrase."
        ),
    )


def recover(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who gets a new passphrase.")],
) -> None:
    """Set an officer's passphrase by the recovery key (prompt or PROCURE_RECOVERY_KEY)."""
    session: Session = context.obj
    folder = session.office_folder()
    key = passphrase(tr("Recovery key"), RECOVERY_KEY)
    prompt = tr("New passphrase of {name}").format(name=name)
    recover_office(folder, key, name, new_passphrase(prompt, NEW_PASSPHRASE))
    session.say({"officer": name}, tr("{name} has a new passphrase.").format(name=name))
