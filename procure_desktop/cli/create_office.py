"""`procure office create`: a new office with its administrator, its settings and its recovery key, in one go."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.session import (
    KEY_PASSPHRASE,
    PASSPHRASE,
    Session,
    new_passphrase,
    passphrase,
)
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Role
from procure_desktop.domain.settings import USUAL, OfficeSettings
from procure_desktop.language import tr
from procure_desktop.services.certificate_file import CertificateFile, holds_key
from procure_desktop.services.create_office import NewOfficer
from procure_desktop.services.found_office import Founding, found_office
from procure_desktop.services.logo_file import read_logo
from procure_desktop.services.office import Office
from procure_desktop.services.office_place import check_new_place
from procure_desktop.services.pin_trust import pin_trust, read_root
from procure_desktop.services.recovery_key import (
    draft_recovery_sheet,
    new_recovery_key,
    save_recovery_sheet,
)
from procure_desktop.services.snapshots import profile_snapshot

Language = Annotated[
    str, typer.Option(metavar="en|uk", help="The documents' language beside English.")
]
Idle = Annotated[int, typer.Option(metavar="MINUTES", help="When an untouched window locks.")]
Backups = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Where daily backups go; best on another disk.")
]
Logo = Annotated[Path | None, typer.Option(metavar="F.png", help="For the letterhead.")]


def create(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it, e.g. mod.office.")
    ],
    nation: Annotated[str, typer.Option(help="ISO 3166-1 alpha-3 code, e.g. NLD.")],
    ministry: Annotated[str, typer.Option()],
    unit: Annotated[str, typer.Option()],
    administrator: Annotated[str, typer.Option(metavar="NAME", help="The first officer.")],
    address: Annotated[str, typer.Option(help="For the letterhead.")] = "",
    highest_marking: Annotated[
        Marking, typer.Option(help="The highest handling marking the office may hold.")
    ] = Marking.NATO_UNCLASSIFIED,
    certificate: Annotated[
        Path | None,
        typer.Option(metavar="C.pem|C.p12", help="The administrator's, to enrol at once."),
    ] = None,
    language: Language = USUAL.language,
    idle_minutes: Idle = USUAL.idle_minutes,
    backup_folder: Backups = None,
    logo: Logo = None,
    recovery_sheet: Annotated[
        Path | None,
        typer.Option(metavar="F.pdf", help="Make a recovery key and write its page to this file."),
    ] = None,
    root: Annotated[
        Path | None,
        typer.Option("--trust", metavar="ROOT.json", help="The release authority to pin at once."),
    ] = None,
) -> None:
    """Make a new office, or nothing at all."""
    session: Session = context.obj
    if root is not None:
        read_root(root)  # before anything is made
    founding = Founding(
        folder,
        OfficeProfile(nation, ministry, unit, address, highest_marking, demo=False),
        (_administrator(administrator, certificate),),
        chosen_settings(language, idle_minutes, backup_folder, logo),
    )
    _warn(folder)
    office = _found(founding, recovery_sheet, session)
    made = office.profile
    if root is not None:
        pin_trust(office, root)
    office.close()
    session.say(
        {"office": str(folder.resolve()), "administrator": administrator} | profile_snapshot(made),
        tr("Made the office {path}.").format(path=folder),
    )


def chosen_settings(
    language: str, idle_minutes: int, backup_folder: Path | None, logo: Path | None
) -> OfficeSettings:
    """What was asked for on the command line."""
    kept = str(backup_folder.absolute()) if backup_folder else ""
    return OfficeSettings(language, idle_minutes, kept, read_logo(logo) if logo else b"")


def certificate_file(path: Path) -> CertificateFile:
    """The file with the passphrase that opens it, which is asked for when it is PKCS#12."""
    prompt = tr("Passphrase of {name}").format(name=path)
    return CertificateFile(path, passphrase(prompt, KEY_PASSPHRASE) if holds_key(path) else "")


def _administrator(name: str, certificate: Path | None) -> NewOfficer:
    secret = new_passphrase(tr("Passphrase of {name}").format(name=name), PASSPHRASE)
    enrolled = certificate_file(certificate) if certificate else None
    return NewOfficer(name, frozenset({Role.ADMINISTRATOR}), secret, enrolled)


def _warn(folder: Path) -> None:
    service = check_new_place(folder)
    if service is not None:
        text = tr(
            "{folder} is synchronised by {service}: it copies the office while it is written to and can mix two "
            "states of it."
        )
        typer.echo(text.format(folder=folder, service=service.value), err=True)


def _found(founding: Founding, sheet: Path | None, session: Session) -> Office:
    """The sheet is written first: there is no office whose recovery key nobody has."""
    if sheet is None:
        return found_office(founding, session.progress)
    key = new_recovery_key()
    save_recovery_sheet(draft_recovery_sheet(founding.profile, key), sheet)
    try:
        return found_office(replace(founding, recovery=key), session.progress)
    except BaseException:
        sheet.unlink(missing_ok=True)
        raise
