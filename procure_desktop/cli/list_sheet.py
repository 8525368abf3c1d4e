"""`procure list import-sheet`, `attest` and `letter`: lists that come as spreadsheets with a letter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from procure_desktop.cli.session import Session
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.spreadsheet import (
    ColumnMapping,
    DayOrder,
    Decimals,
    ListCover,
    ListField,
    Notation,
    Thousands,
    column_letters,
)
from procure_desktop.exchange.mapping_file import parse_mapping
from procure_desktop.files import read_file, write_file
from procure_desktop.language import plural, tr
from procure_desktop.services.attest_list import (
    ListStanding,
    attest_list,
    read_letter_of,
    read_standing,
)
from procure_desktop.services.import_spreadsheet import (
    SheetOrder,
    SheetPreview,
    import_spreadsheet,
    preview_spreadsheet,
)
from procure_desktop.services.letters import LetterFile
from procure_desktop.services.look_at_spreadsheet import (
    SheetLook,
    kept_mapping,
    look_at_spreadsheet,
    with_kept,
)
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import effect_snapshot
from procure_desktop.wording import figures
from procure_desktop.wording.spreadsheets import problem_place, problem_sentence
from procure_desktop.wording.terms import term

_DAYS = ["%Y-%m-%d"]
_MOST_BYTES = 64 * 1024

Day = Annotated[datetime | None, typer.Option(formats=_DAYS)]
Letter = Annotated[
    Path | None, typer.Option(metavar="F.pdf", help="The letter of approval; with --reference.")
]
Reference = Annotated[str, typer.Option(metavar="TEXT", help="The letter's reference.")]
Dated = Annotated[datetime | None, typer.Option(formats=_DAYS, help="The letter's day.")]


def import_sheet(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    serial: Annotated[str, typer.Option(metavar="TEXT")],
    sender: Annotated[str, typer.Option(metavar="TEXT")],
    issued: Annotated[datetime, typer.Option(formats=_DAYS)],
    expires: Day = None,
    marking: Annotated[Marking, typer.Option()] = Marking.UNMARKED,
    illustrative: Annotated[bool, typer.Option("--illustrative")] = False,
    sheet: Annotated[str, typer.Option(metavar="NAME", help="The first one unless named.")] = "",
    header: Annotated[
        int | None, typer.Option(min=0, help="The row of the heads; 0 for none.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(metavar="F.json", help="How the sender writes.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=HEAD", help="A head or a letter, such as 'unit price=H'."),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="For rows that leave it empty: 'priority=5'."),
    ] = None,
    decimals: Annotated[Decimals | None, typer.Option()] = None,
    thousands: Annotated[Thousands | None, typer.Option()] = None,
    days: Annotated[DayOrder | None, typer.Option()] = None,
    letter: Letter = None,
    reference: Reference = "",
    dated: Dated = None,
    good_rows: Annotated[
        bool, typer.Option("--good-rows", help="Leave out rows with problems.")
    ] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Read all; store nothing.")] = False,
) -> None:
    """Import a list from an XLSX, ODS or CSV file; it is unapproved until two officers attest to it."""
    session: Session = context.obj
    with session.office() as office:
        look = _known(office, look_at_spreadsheet(file, sheet, header=header), sender, mapping)
        found_mapping = _mapping(look, column or [], state or [])
        notation = found_mapping.notation
        given = Notation(
            notation.decimals if decimals is None else decimals,
            notation.thousands if thousands is None else thousands,
            notation.days if days is None else days,
        )
        until = expires.date() if expires else None
        cover = ListCover(serial, sender, issued.date(), until, marking, illustrative)
        order = SheetOrder(
            file,
            replace(found_mapping, notation=given),
            cover,
            good_rows,
            _letter(letter, reference, dated),
        )
        act = preview_spreadsheet if preview else import_spreadsheet
        found = act(office, order, session.progress)
    session.say(_json(found, stored=not preview), *_lines(found, stored=not preview))


def attest(
    context: typer.Context,
    serial: Annotated[str, typer.Argument(metavar="SERIAL")],
    letter: Letter = None,
    reference: Reference = "",
    dated: Dated = None,
    seen: Annotated[
        str, typer.Option(metavar="SHA256", help="The stored letter that you looked at.")
    ] = "",
    version: Annotated[
        int, typer.Option(min=0, help="The version that you looked at; 0 for the newest.")
    ] = 0,
) -> None:
    """Attest that a list was approved as its letter says; two officers do, one of them an authoriser."""
    session: Session = context.obj
    with session.office() as office:
        found = attest_list(office, serial, _letter(letter, reference, dated), seen, version)
    session.say(_standing_json(found), *_standing_lines(found))


def letter(
    context: typer.Context,
    serial: Annotated[str, typer.Argument(metavar="SERIAL")],
    out: Annotated[Path, typer.Option(metavar="F.pdf")],
) -> None:
    """Write the stored letter of a list to a file, to look at it before attesting."""
    session: Session = context.obj
    with session.office() as office:
        found = read_standing(office, serial)
        pdf = read_letter_of(office, serial)
    write_file(out, pdf, overwrite=False)
    session.say(_standing_json(found) | {"path": str(out)}, str(out), *_standing_lines(found))


def _known(office: Office, look: SheetLook, sender: str, file: Path | None) -> SheetLook:
    kept = parse_mapping(read_file(file, _MOST_BYTES)) if file else kept_mapping(office, sender)
    return with_kept(look, kept) if kept else look


def _mapping(look: SheetLook, columns: Sequence[str], stated: Sequence[str]) -> ColumnMapping:
    places = dict(look.mapping.columns)
    for text in columns:
        field, head = _pair(text)
        places[field] = _place(look, head)
    texts = dict(look.mapping.stated) | dict(map(_pair, stated))
    return replace(look.mapping, columns=places, stated=texts)


def _pair(text: str) -> tuple[ListField, str]:
    name, _, value = text.partition("=")
    try:
        return ListField(name.strip()), value.strip()
    except ValueError:
        names = ", ".join(ListField)
        message = tr("{name}: FIELD is one of {names}.").format(name=name, names=names)
        raise typer.BadParameter(message) from None


def _place(look: SheetLook, head: str) -> int:
    """The column, from 1, of a head, or of a letter where no head is called so; 0 for an empty text."""
    if not head:
        return 0
    if head in look.heads:
        return look.heads.index(head) + 1
    letters = [column_letters(place) for place in range(1, look.width + 1)]
    if head.upper() in letters:
        return letters.index(head.upper()) + 1
    heads = ", ".join(filter(None, look.heads))
    message = tr("No column {head}: there are {heads}.").format(head=head, heads=heads)
    raise typer.BadParameter(message)


def _letter(path: Path | None, reference: str, dated: datetime | None) -> LetterFile | None:
    if path is None:
        return None
    if dated is None:
        message = tr("--letter needs --dated, the day of the letter.")
        raise typer.BadParameter(message)
    return LetterFile(path, reference, dated.date())


def _json(found: SheetPreview, *, stored: bool) -> dict[str, object]:
    return {
        "stored": stored,
        "serial": found.serial,
        "version": found.version,
        "sha256": found.sha256,
        "lines": found.good,
        "rows_left_out": found.bad_rows,
        "problems": [
            {
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "kind": one.kind.value,
                "field": one.field.value if one.field else None,
                "found": one.found,
                "sentence": problem_sentence(one),
            }
            for one in found.problems
        ],
        "effects": [effect_snapshot(one) for one in found.effects],
    }


def _lines(found: SheetPreview, *, stored: bool) -> list[str]:
    text = (
        tr("Imported {serial} version {version}, unapproved: {lines}.")
        if stored
        else tr("Would import {serial} version {version}, unapproved: {lines}.")
    )
    said = [
        text.format(serial=found.serial, version=found.version, lines=figures.lines(found.good))
    ]
    if found.bad_rows:
        left = plural(
            "{n} row has problems and is left out:",
            "{n} rows have problems and are left out:",
            found.bad_rows,
        )
        said.append(left.format(n=figures.whole(found.bad_rows)))
    said += [f"{problem_place(one)}\t{problem_sentence(one)}" for one in found.problems]
    if stored:
        said.append(
            tr("Nothing can be committed to it until two officers attest: procure list attest.")
        )
    return said


def _standing_json(found: ListStanding) -> dict[str, object]:
    attestation = found.attestation
    return {
        "serial": found.edition.serial,
        "version": found.edition.version,
        "approval": found.edition.approval.value,
        "letter": attestation.letter.name if attestation else None,
        "reference": attestation.letter.reference if attestation else None,
        "letter_sha256": found.letter_sha256,
        "attested_by": [one.name for one in attestation.attestors] if attestation else [],
    }


def _standing_lines(found: ListStanding) -> list[str]:
    edition = found.edition
    text = tr("List {serial} version {version} is {state}.")
    said = [
        text.format(serial=edition.serial, version=edition.version, state=term(edition.approval))
    ]
    if found.attestation is not None:
        by = ", ".join(one.name for one in found.attestation.attestors) or tr("nobody yet")
        said.append(tr("Attested to by: {names}").format(names=by))
        said.append(tr("SHA-256 of the letter: {sha256}").format(sha256=found.letter_sha256))
    return said
