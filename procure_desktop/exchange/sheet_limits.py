"""How much a spreadsheet may hold; what is beyond is refused by name, place and limit before it is read."""

MOST_CSV_BYTES = 1024 * 1024 * 1024
MOST_WORKBOOK_BYTES = 64 * 1024 * 1024

MOST_UNPACKED_BYTES = 512 * 1024 * 1024
"""All parts of an XLSX or ODS together: a sheet of 200,000 full rows stays below."""

MOST_RATIO = 200
"""Of a part of more than a megabyte; the XML of real sheets shrinks ten- to fifty-fold."""

MOST_MEMBERS = 500
MOST_SHEETS = 100
MOST_CSV_ROWS = 2_000_000

MOST_SHEET_ROWS = 200_000
"""As many lines as a release can have. Rows x columns are held in memory at once: under half a gigabyte."""

MOST_COLUMNS = 100

MOST_CELL_CHARACTERS = 2000
"""Of remarks; names, bases and units hold fewer."""

MOST_NAME_CHARACTERS = 200
MOST_UNIT_CHARACTERS = 20

MOST_DIGITS = 15
"""A spreadsheet keeps no more of a number."""

MOST_PROBLEMS = 1000
"""Problems that are listed one by one; all are counted."""
