"""Write the illustrative spreadsheet again with one line shrunk: `second_version.py OUT.xlsx`."""

import sys
from collections.abc import Sequence
from datetime import date
from importlib import resources

import xlsxwriter
from python_calamine import CalamineWorkbook

SHRUNK, LEFT = "Projectile, high explosive, 155 mm", 2
_NAME, _NEEDED, _VALIDATED, _FUNDED, _OUTSTANDING = 2, 5, 6, 7, 9


def main(out: str) -> None:
    """Leave LEFT units of the line SHRUNK, and every other cell as it is."""
    given = resources.files("procure_desktop.resources") / "demo" / "illustrative_requirements.xlsx"
    with resources.as_file(given) as path:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet(sheet.name)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            for place, value in enumerate(shrunk(row)):
                page.write(number, place, value, day if isinstance(value, date) else None)


def shrunk(row: Sequence[object]) -> Sequence[object]:
    """The row with LEFT units outstanding, where it is the one that shrinks."""
    if row[_NAME] != SHRUNK:
        return row
    changed = dict(enumerate(row)) | {
        _NEEDED: LEFT,
        _VALIDATED: LEFT,
        _FUNDED: 0,
        _OUTSTANDING: LEFT,
    }
    return tuple(changed.values())


if __name__ == "__main__":
    main(sys.argv[1])
