"""`procure desk`: the release authority's keys and releases."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.session import KEY_PASSPHRASE, Session, new_passphrase, passphrase
from procure_desktop.language import plural, tr
from procure_desktop.services.desk import make_desk, release_list, replace_key
from procure_desktop.wording.figures import day, spoken_fingerprint, whole

app = typer.Typer(
    help="The release authority's desk: keys and releases.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command()
def init(context: typer.Context, folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Make root keys, release keys and the root of trust."""
    session: Session = context.obj
    made = make_desk(folder, new_passphrase(tr("Passphrase for the keys"), KEY_PASSPHRASE))
    session.say(
        {
            "folder": str(made.folder.resolve()),
            "root": str(made.root.resolve()),
            "root_keys": [str(path.resolve()) for path in made.root_keys],
            "release_keys": [str(path.resolve()) for path in made.release_keys],
            "fingerprint": made.fingerprint,
        },
        tr("Made the keys and {root}. Read this fingerprint to the offices:").format(
            root=made.root
        ),
        spoken_fingerprint(made.fingerprint),
    )


@app.command()
def release(
    context: typer.Context,
    listed: Annotated[Path, typer.Argument(metavar="LIST.json")],
    keys: Annotated[Path, typer.Option(metavar="DIR")],
    out: Annotated[Path, typer.Option(metavar="F.release")],
    expires: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Last day; 90 days from now unless given."),
    ] = None,
) -> None:
    """Sign a list into a release, once every line carries its validation stamps."""
    session: Session = context.obj
    secret = passphrase(tr("Passphrase of the keys"), KEY_PASSPHRASE)
    made = release_list(listed, keys, secret, out, expires.date() if expires else None)
    session.say(
        {
            "release": str(made.path.resolve()),
            "serial": made.serial,
            "version": made.version,
            "lines": made.lines,
            "expires": made.expires.isoformat(),
            "signers": made.signers,
            "sha256": made.sha256,
        },
        plural(
            "Released {serial} version {version} with {n} line, valid to {day}.",
            "Released {serial} version {version} with {n} lines, valid to {day}.",
            made.lines,
        ).format(
            serial=made.serial, version=made.version, n=whole(made.lines), day=day(made.expires)
        ),
    )


@app.command("replace-key")
def replace(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    lost: Annotated[str, typer.Option(metavar="NAME", help="The lost key, such as release-2.")],
) -> None:
    """Rotate a lost or stolen key out: a new one, and a root that no longer knows the old."""
    session: Session = context.obj
    made = replace_key(folder, lost, passphrase(tr("Passphrase of the keys"), KEY_PASSPHRASE))
    session.say(
        {
            "key": str(made.key.resolve()),
            "root": str(made.root.resolve()),
            "version": made.version,
            "fingerprint": made.fingerprint,
        },
        tr(
            "Made {key} in place of {lost}. Offices follow with the next release; new ones pin {root}:"
        ).format(key=made.key, lost=lost, root=made.root),
        spoken_fingerprint(made.fingerprint),
    )
