"""Spreadsheets in words: what columns say, what is wrong in which cell, and why a file or a list is refused."""

from collections.abc import Iterable, Mapping

from procure_desktop.domain import errors
from procure_desktop.domain.errors import ProcureError
from procure_desktop.domain.spreadsheet import ListField, ProblemKind, SheetProblem
from procure_desktop.language import marked, tr
from procure_desktop.wording.figures import either

SENTENCES: dict[type[ProcureError], str] = {
    errors.SpreadsheetUnreadableError: marked(
        "{path} cannot be read as a spreadsheet (at {place}): save it anew as XLSX, ODS or CSV, without a password. "
        "Nothing was stored."
    ),
    errors.SpreadsheetTooLargeError: marked(
        "{path} holds more than a list can (at {place}): at most {most} {limit}. Split it. Nothing was stored."
    ),
    errors.SpreadsheetChangedError: marked(
        "{path} is no longer the file that was previewed: look at the preview again. Nothing was stored."
    ),
    errors.SpreadsheetRepeatedError: marked(
        "Exactly this file has been imported already, as list {serial} version {version}. Nothing was changed."
    ),
    errors.SheetUnknownError: marked(
        "{path} has no visible sheet “{sheet}”: choose another sheet."
    ),
    errors.MappingIncompleteError: marked("Every line needs: {groups}. Choose a column for each."),
    errors.StatedValueError: marked(
        "“{text}” cannot stand for an empty {field}: choose another value, or leave it out."
    ),
    errors.RowsRefusedError: marked(
        "Not every row of {path} is a line: {count} have problems, the first in cell {first}. Mend them, or take only "
        "the good rows. "
        "Nothing was stored."
    ),
    errors.NoGoodRowsError: marked(
        "No row of {sheet} in {path} can be read as a line: look at the columns and at how numbers are written. "
        "Nothing was stored."
    ),
    errors.SerialFormError: marked(
        "“{text}” is not a serial: write capital letters, digits, points, hyphens and slashes, such as PURL-7."
    ),
    errors.ExpiryBeforeIssueError: marked(
        "The list would end before it was issued: choose a later last day."
    ),
    errors.SerialOfReleasesError: marked(
        "List {serial} comes as signed releases: a spreadsheet cannot replace one. Give the spreadsheet a serial "
        "of its own. Nothing was stored."
    ),
    errors.ListApprovedError: marked(
        "List {serial} version {version} needs no attestation: it is approved."
    ),
    errors.ListUnknownError: marked(
        "No list {serial} is in this office: look under Request lists for its serial."
    ),
    errors.AttestedTwiceError: marked(
        "{officer} has attested already: the second attestation is another officer's."
    ),
    errors.AuthoriserMissingError: marked(
        "One of the two who attest is an authoriser, and {officer} is none: an authoriser attests next."
    ),
    errors.LetterMissingError: marked(
        "List {serial} has no letter yet: choose the letter of approval as a PDF."
    ),
    errors.LetterStoredError: marked(
        "List {serial} has its letter already, and a letter is never replaced: look at that one and attest to it."
    ),
    errors.LetterUnreadableError: marked(
        "{path} is not a PDF: scan or print the letter to a PDF file and choose that."
    ),
    errors.LetterDiffersError: marked(
        "The letter of list {serial} is not the one that was looked at: open the stored letter and attest again."
    ),
    errors.ListRenewedError: marked(
        "Version {newest} of list {serial} has come since version {version} was looked at: look at it and attest again."
    ),
    errors.LetterAheadError: marked(
        "The day of the letter, {day}, has not come yet: look at the date."
    ),
}
"""The sentences of wording.errors for this part."""

_FIELDS: Mapping[ListField, str] = {
    ListField.IDENTITY: marked("identity"),
    ListField.NUMBER: marked("line number"),
    ListField.PACKAGE: marked("package"),
    ListField.CAPABILITY: marked("capability"),
    ListField.NAME: marked("name in English"),
    ListField.NAME_UK: marked("name in Ukrainian"),
    ListField.NSN: marked("NSN or NIIN"),
    ListField.UNIT: marked("unit of issue"),
    ListField.REQUIRED: marked("quantity required"),
    ListField.VALIDATED: marked("quantity validated"),
    ListField.FUNDED: marked("quantity funded"),
    ListField.DONATED: marked("quantity donated"),
    ListField.DELIVERED: marked("quantity delivered"),
    ListField.OUTSTANDING: marked("quantity outstanding"),
    ListField.UNIT_PRICE: marked("unit price in US dollars"),
    ListField.CURRENCY: marked("currency of the price"),
    ListField.PRICE_BASIS: marked("basis of the price"),
    ListField.PRICE_DAY: marked("day of the price"),
    ListField.PRIORITY: marked("priority"),
    ListField.REQUIRED_BY: marked("required by"),
    ListField.URGENT: marked("urgent"),
    ListField.COLOUR: marked("US stock colour"),
    ListField.US_QUANTITY: marked("US quantity"),
    ListField.US_SOURCE: marked("US stock or production"),
    ListField.LEAD_MONTHS: marked("lead time in months"),
    ListField.SUBSTITUTES: marked("substitutes"),
    ListField.REMARKS: marked("remarks"),
}

# {what} is the field, {found} what stands in the cell.
_PROBLEMS: Mapping[ProblemKind, str] = {
    ProblemKind.EMPTY: marked("The {what} is missing: fill it in."),
    ProblemKind.ERROR: marked("The cell holds an error of the spreadsheet: mend its formula."),
    ProblemKind.MERGED: marked("The cell is merged with another: take the merge apart."),
    ProblemKind.NO_NUMBER: marked(
        "“{found}” is not a number as this sheet writes them: mend it, or choose other decimals and thousands."
    ),
    ProblemKind.NO_WHOLE_NUMBER: marked("“{found}” is not a whole number: {what} counts units."),
    ProblemKind.NEGATIVE: marked("“{found}” is below zero: the {what} cannot be."),
    ProblemKind.NOT_ABOVE_ZERO: marked("“{found}” is not above zero: the {what} has to be."),
    ProblemKind.TOO_MANY_DECIMALS: marked(
        "“{found}” has more than two decimals: round it to whole cents."
    ),
    ProblemKind.TOO_LARGE: marked("“{found}” is more than the {what} can be."),
    ProblemKind.IMPRECISE: marked(
        "“{found}” has more digits than a spreadsheet keeps: write it as text."
    ),
    ProblemKind.OTHER_CURRENCY: marked(
        "“{found}” is not in US dollars: prices of a list are. Ask the sender."
    ),
    ProblemKind.NO_DAY: marked(
        "“{found}” is not a day in the order that was chosen: mend it, or choose another order."
    ),
    ProblemKind.DAY_AS_NUMBER: marked(
        "“{found}” is a number, not a day: give the cell the format of a date, or choose serial numbers."
    ),
    ProblemKind.UNKNOWN_WORD: marked("“{found}” is not a word that is known for {what}."),
    ProblemKind.HIDDEN_CHARACTER: marked(
        "“{found}” holds a character that cannot be seen: type the text anew."
    ),
    ProblemKind.LOOK_ALIKE: marked(
        "“{found}” mixes Latin and Cyrillic letters in one word and could pass for another: type it in one script."
    ),
    ProblemKind.TOO_LONG: marked("“{found}” is too long for the {what}: shorten it."),
    ProblemKind.BAD_FORM: marked("“{found}” does not have the form of the {what}."),
    ProblemKind.REPEATED: marked(
        "“{found}” stands in another row already: the {what} stands once in a list."
    ),
    ProblemKind.DISAGREE: marked(
        "“{found}” does not agree with the other quantities: required, validated, funded, donated, outstanding."
    ),
    ProblemKind.ROW_TOO_LONG: marked(
        "The row has more cells than the head: a delimiter stands in a text without quotes."
    ),
}


def field_word(field: ListField) -> str:
    """What a column says, in words."""
    return tr(_FIELDS[field])


def problem_place(problem: SheetProblem) -> str:
    """Sheet and cell as a spreadsheet writes them: `Sheet1!C12`."""
    return f"{problem.sheet}!{problem.cell}"


def problem_sentence(problem: SheetProblem) -> str:
    """What is wrong in a cell and what to do about it, without the place."""
    what = field_word(problem.field) if problem.field else ""
    return tr(_PROBLEMS[problem.kind]).format(found=problem.found, what=what)


def missing_words(groups: Iterable[Iterable[ListField]]) -> str:
    """What no column was chosen for: `identity or line number, unit price`."""
    return ", ".join(either([field_word(one) for one in group]) for group in groups)
