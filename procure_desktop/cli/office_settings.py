"""`procure office settings`: what holds for everybody in the office, shown and changed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from procure_desktop.cli.answers import row_line
from procure_desktop.cli.session import Session
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.settings import OfficeSettings
from procure_desktop.language import tr
from procure_desktop.services.change_settings import change_letterhead
from procure_desktop.services.logo_file import read_logo
from procure_desktop.services.office import Office
from procure_desktop.services.office_settings import (
    change_office_settings,
    office_settings,
    settings_snapshot,
)


def settings(
    context: typer.Context,
    ministry: Annotated[str | None, typer.Option(help="As the letterhead says it.")] = None,
    unit: Annotated[str | None, typer.Option(help="As the letterhead says it.")] = None,
    address: Annotated[str | None, typer.Option(help="As the letterhead says it.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="en|uk", help="The documents' language beside English.")
    ] = None,
    idle_minutes: Annotated[
        int | None, typer.Option(metavar="MINUTES", help="When an untouched window locks.")
    ] = None,
    backup_folder: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where daily backups go; an empty text for none."),
    ] = None,
    logo: Annotated[
        Path | None,
        typer.Option(metavar="F.png", help="For the letterhead; an empty text for none."),
    ] = None,
) -> None:
    """Show the settings, after changing those that are given."""
    session: Session = context.obj
    with session.office() as office:
        letterhead = {"ministry": ministry, "unit": unit, "address": address}
        chosen: dict[str, Any] = {
            "language": language,
            "idle_minutes": idle_minutes,
            "backup_folder": None if backup_folder is None else _folder(backup_folder),
            "logo": None if logo is None else _logo(logo),
        }
        profile = _change_letterhead(office, _given(letterhead))
        wanted = _change(office, _given(chosen))
    shown = {
        "ministry": profile.ministry,
        "unit": profile.unit,
        "address": profile.address,
        **settings_snapshot(wanted),
    }
    session.say(
        shown, *(row_line(_label(name), value or tr("none")) for name, value in shown.items())
    )


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


def _change_letterhead(office: Office, given: dict[str, Any]) -> OfficeProfile:
    profile = office.profile
    if not given:
        return profile
    wanted = replace(profile, **given)
    return change_letterhead(office, wanted.ministry, wanted.unit, wanted.address)


def _change(office: Office, given: dict[str, Any]) -> OfficeSettings:
    present = office_settings(office)
    return change_office_settings(office, replace(present, **given)) if given else present


def _folder(path: Path) -> str:
    return "" if path == Path() else str(path.absolute())


def _logo(path: Path) -> bytes:
    return b"" if path == Path() else read_logo(path)


def _label(name: str) -> str:
    return {
        "ministry": tr("Ministry"),
        "unit": tr("Unit"),
        "address": tr("Address"),
        "language": tr("Language of documents"),
        "idle_minutes": tr("Locks after minutes untouched"),
        "backup_folder": tr("Folder for backups"),
        "logo": tr("Logo (SHA-256)"),
    }[name]
