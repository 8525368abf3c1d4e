"""`procure office`: make, staff, trust, back up and restore."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from procure_desktop.cli.answers import row_line
from procure_desktop.cli.create_office import certificate_file, create
from procure_desktop.cli.office_settings import settings
from procure_desktop.cli.recovery import recover, recovery_key
from procure_desktop.cli.session import (
    NEW_PASSPHRASE,
    Session,
    new_passphrase,
    passphrase,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.journal import Head
from procure_desktop.domain.listing import Listing, Query
from procure_desktop.domain.officer import Role
from procure_desktop.language import tr
from procure_desktop.services.back_up_office import back_up_office, restore_office
from procure_desktop.services.browse import list_ids, read_rows
from procure_desktop.services.change_passphrase import change_passphrase
from procure_desktop.services.change_settings import set_highest_marking
from procure_desktop.services.daily_backup import back_up_daily
from procure_desktop.services.enrol_officer import add_officer, enrol_certificate
from procure_desktop.services.office import Office
from procure_desktop.services.officer_leaves import let_officer_leave
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.services.snapshots import officer_snapshot, profile_snapshot
from procure_desktop.wording.figures import day, spoken_fingerprint
from procure_desktop.wording.terms import terms

app = typer.Typer(
    help="The office: its officers, its trust, its backups.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


app.command()(create)
app.command("settings")(settings)


@app.command("add-officer")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[list[Role], typer.Option(help="May be given several times.")],
    certificate: Annotated[
        Path | None, typer.Option(metavar="C.pem|C.p12", help="To enrol at once.")
    ] = None,
) -> None:
    """Add an officer; the first passphrase comes by prompt or PROCURE_NEW_PASSPHRASE."""
    session: Session = context.obj
    with session.office() as office:
        secret = new_passphrase(tr("First passphrase of {name}").format(name=name), NEW_PASSPHRASE)
        enrolled = certificate_file(certificate) if certificate else None
        officer = add_officer(office, name, frozenset(role), secret, enrolled)
    session.say(officer_snapshot(officer), tr("Added the officer {name}.").format(name=name))


@app.command()
def enrol(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    certificate: Annotated[Path, typer.Option(metavar="C.pem|C.p12")],
) -> None:
    """Enrol an officer's certificate in place of an earlier one."""
    session: Session = context.obj
    with session.office() as office:
        officer = enrol_certificate(office, name, certificate_file(certificate))
    session.say(
        officer_snapshot(officer),
        tr("Enrolled the certificate {fingerprint}.").format(
            fingerprint=spoken_fingerprint(officer.fingerprint)
        ),
    )


@app.command("change-passphrase")
def change(context: typer.Context) -> None:
    """Change your own passphrase; the new one comes by prompt or PROCURE_NEW_PASSPHRASE."""
    session: Session = context.obj
    with session.office() as office:
        old = passphrase(tr("Present passphrase of {name}").format(name=office.officer.name))
        change_passphrase(office, old, new_passphrase(tr("New passphrase"), NEW_PASSPHRASE))
        name = office.officer.name
    session.say(
        {"officer": name},
        tr("Changed the passphrase of {name}. Backups made before keep the old one.").format(
            name=name
        ),
    )


app.command("recovery-key")(recovery_key)
app.command("recover")(recover)


@app.command()
def officers(context: typer.Context) -> None:
    """List the officers with their roles and certificates."""
    session: Session = context.obj
    with session.office() as office:
        rows = read_rows(office, Listing.OFFICERS, list_ids(office, Query(Listing.OFFICERS)))
    plain = [
        {
            "name": row["name"],
            "roles": row["roles"] or "",
            "certificate": row["certificate"],
            "left": row["left_at"].isoformat() if row["left_at"] else None,
        }
        for row in rows
    ]
    session.say(
        plain,
        *(row_line(row["name"], _standing(row), row["certificate"]) for row in plain),
    )


def _standing(row: dict[str, Any]) -> str:
    if row["left"]:
        return tr("left on {day}").format(day=day(datetime.fromisoformat(row["left"])))
    return terms(row["roles"].split(", "))


@app.command("leave")
def leave(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who leaves.")],
    successor: Annotated[
        str,
        typer.Option(
            "--hand-over-to",
            metavar="NAME",
            help="The preparer who takes over what is drafted; without one it is withdrawn.",
        ),
    ] = "",
) -> None:
    """Let an officer leave: no passphrase, no roles, for good; what was signed stays valid."""
    session: Session = context.obj
    with session.office() as office:
        officer = let_officer_leave(office, name, successor)
    session.say(officer_snapshot(officer), tr("{name} has left the office.").format(name=name))


@app.command()
def trust(
    context: typer.Context, root: Annotated[Path, typer.Argument(metavar="ROOT.json")]
) -> None:
    """Pin the release authority; compare the fingerprint with the one it reads out to you."""
    session: Session = context.obj
    with session.office() as office:
        fingerprint = pin_trust(office, root)
    session.say(
        {"fingerprint": fingerprint},
        tr("Pinned the release authority. Compare this fingerprint by voice:"),
        spoken_fingerprint(fingerprint),
    )


@app.command("set-marking")
def set_marking(context: typer.Context, marking: Annotated[Marking, typer.Argument()]) -> None:
    """Set the highest handling marking that the office may hold."""
    session: Session = context.obj
    with session.office() as office:
        profile = set_highest_marking(office, marking)
    session.say(
        profile_snapshot(profile),
        tr("The office may hold at most {marking}.").format(marking=marking.value),
    )


@app.command()
def backup(
    context: typer.Context, file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None
) -> None:
    """Write a backup, then open and check it; without FILE a daily one, in the folder that is set for them."""
    session: Session = context.obj
    with session.office() as office:
        if file is None:
            path, head = _back_up_daily(office, session)
        else:
            path, head = file, back_up_office(office, file, session.progress)
    session.say(
        {"backup": str(path.resolve()), "journal": {"number": head.number, "sha256": head.sha256}},
        tr("Wrote and checked {path}: journal entry {number}, {hash}.").format(
            path=path, number=head.number, hash=spoken_fingerprint(head.sha256)
        ),
    )


def _back_up_daily(office: Office, session: Session) -> tuple[Path, Head]:
    made = back_up_daily(office, session.progress)
    if made is None:
        message = tr(
            "No folder is set for daily backups: name the file, procure office backup FILE."
        )
        raise typer.BadParameter(message)
    return made.path, made.head


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where; nothing is overwritten.")],
    last_number: Annotated[
        str,
        typer.Option(
            metavar="NLD-2026-0007",
            help="The last number given after the backup, so that none is given again; needs --officer.",
        ),
    ] = "",
) -> None:
    """Restore a backup as a new office; with --officer it is also opened and its journal verified."""
    session: Session = replace(context.obj, folder=folder)
    secret = (
        passphrase(tr("Passphrase of {name}").format(name=session.officer))
        if session.officer
        else ""
    )
    restore_office(file, folder, session.officer, secret, last_number)
    session.say(
        {"office": str(folder.resolve())},
        tr("Restored the office to {path}.").format(path=folder),
        *(
            []
            if last_number
            else [tr("Numbers given after the backup will be given again: see --last-number.")]
        ),
    )
