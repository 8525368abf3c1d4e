"""Lists that come in: a signed release, a CSV of as many lines as the large list, a workbook."""

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from benchmarks.frame import FLOOR, PROGRAM, Scenario, seconds, timed
from benchmarks.lines import make_lines, make_request_list
from benchmarks.office import OFFICER, PASSPHRASE, PROFILE
from procure_desktop.domain.handling import Marking
from procure_desktop.domain.request_list import Line
from procure_desktop.domain.spreadsheet import ListCover
from procure_desktop.exchange.request_list_file import write_request_list
from procure_desktop.services.create_office import create_office
from procure_desktop.services.desk import make_desk, release_list
from procure_desktop.services.import_release import import_release
from procure_desktop.services.import_spreadsheet import SheetOrder, import_spreadsheet
from procure_desktop.services.look_at_spreadsheet import look_at_spreadsheet
from procure_desktop.services.office import Office
from procure_desktop.services.pin_trust import pin_trust
from procure_desktop.store.line_rows import ROW, folded_text, row_of

_SOME = 100_000
_HEADS = (
    "line id", "line no", "package", "capability", "name", "name (ukrainian)", "nsn", "unit",
    "quantity required", "unit price", "currency", "priority", "required by", "remarks",
)  # fmt: skip


def scenarios(folder: Path, lines: int) -> Iterator[Scenario]:
    """A release of 100,000 lines, a CSV of `lines`, an XLSX of 100,000."""
    some = min(_SOME, lines)
    release, root = _release(folder, some)
    yield Scenario(
        f"release of {some:,} lines: verified, checked, stored, searchable",
        "s",
        {
            PROGRAM: _importing(folder, root, release),
            FLOOR: _shell(folder, _whole_csv(folder, some)),
        },
        most=3,
        rounds=2,
    )
    table = _csv(folder, lines)
    yield Scenario(
        f"CSV of {lines:,} lines, checked and stored",
        "s",
        {PROGRAM: _reading(folder, table), FLOOR: _shell(folder, table)},
        most=2,
        rounds=1,
    )
    book = _xlsx(folder, some)
    yield Scenario(
        f"XLSX of {some:,} lines, checked and stored",
        "s",
        {
            PROGRAM: _reading(folder, book),
            FLOOR: seconds(
                lambda: CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
            ),
            "openpyxl, read only": seconds(lambda: _openpyxl(book)),
        },
        most=0.2,
        against="openpyxl, read only",
        rounds=1,
    )


def _new_office(folder: Path) -> Office:
    shutil.rmtree(folder / "new.office", ignore_errors=True)
    return create_office(folder / "new.office", PROFILE, OFFICER, PASSPHRASE)


def _importing(folder: Path, root: Path, release: Path) -> Callable[[], float]:
    def part() -> float:
        office = _new_office(folder)
        pin_trust(office, root)
        with timed() as taken:
            import_release(office, release)
        office.close()
        return taken[0]

    return part


def _reading(folder: Path, path: Path) -> Callable[[], float]:
    cover = ListCover(
        "BENCH",
        "ILLUSTRATIVE",
        date(2026, 6, 1),
        None,
        Marking.NATO_UNCLASSIFIED,
        illustrative=True,
    )

    def part() -> float:
        office = _new_office(folder)
        order = SheetOrder(path, look_at_spreadsheet(path).mapping, cover)
        with timed() as taken:
            import_spreadsheet(office, order)
        office.close()
        return taken[0]

    return part


def _shell(folder: Path, table: Path) -> Callable[[], float]:
    """The engine's own shell takes the rows in, into a bare table."""

    def part() -> float:
        bare = folder / "bare.db"
        bare.unlink(missing_ok=True)
        with timed() as taken:
            subprocess.run(  # noqa: S603 (our own files)
                ["sqlite3", "-cmd", ".mode csv", str(bare), f".import {table} line"],  # noqa: S607
                check=True,
            )
        return taken[0]

    return part


def _release(folder: Path, count: int) -> tuple[Path, Path]:
    desk, release = folder / "desk", folder / f"{count}.release"
    if not release.exists():
        shutil.rmtree(desk, ignore_errors=True)
        make_desk(desk, PASSPHRASE)
        listed = folder / "list.json"
        listed.write_bytes(write_request_list(make_request_list(count)))
        release_list(listed, desk, PASSPHRASE, release)
    return release, desk / "root.json"


def _csv(folder: Path, count: int) -> Path:
    path = folder / f"{count}.csv"
    if not path.exists():
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(_HEADS)
            writer.writerows(_cells(line) for line in make_lines(count))
    return path


def _whole_csv(folder: Path, count: int) -> Path:
    """All that the store keeps of a line, as the engine's shell would take it in."""
    path = folder / f"{count}-whole.csv"
    if not path.exists():
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow((*ROW, "folded"))
            writer.writerows((*row_of(line), folded_text(line)) for line in make_lines(count))
    return path


def _xlsx(folder: Path, count: int) -> Path:
    path = folder / f"{count}.xlsx"
    if not path.exists():
        book = Workbook(path, {"constant_memory": True})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, _HEADS)
        for row, line in enumerate(make_lines(count), start=1):
            sheet.write_row(row, 0, _cells(line))
        book.close()
    return path


def _cells(line: Line) -> tuple[Any, ...]:
    return (
        line.id,
        line.number,
        line.package,
        line.capability.value,
        line.name,
        line.name_uk,
        line.nsn,
        line.unit,
        line.quantities.required,
        f"{line.unit_price.minor // 100}.{line.unit_price.minor % 100:02d}",
        "USD",
        line.priority,
        line.required_by.isoformat() if line.required_by else "",
        line.remarks,
    )


def _openpyxl(path: Path) -> None:
    for _ in load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        pass
