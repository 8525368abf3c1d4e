"""What the fields of forms and files are called within a sentence, and the system's reasons in words."""

from collections.abc import Mapping

from procure_desktop.language import marked, tr

_FIELDS = frozenset(
    (
        marked("address"),
        marked("administrator"),
        marked("budget line"),
        marked("conditions"),
        marked("depot"),
        marked("folder for backups"),
        marked("legal basis"),
        marked("line"),
        marked("ministry"),
        marked("name"),
        marked("name of the letter"),
        marked("nation"),
        marked("number"),
        marked("officer"),
        marked("package"),
        marked("new folder"),
        marked("path of the PDF"),
        marked("path of the backup"),
        marked("path of the certificate"),
        marked("path of the key file"),
        marked("path of the release"),
        marked("path of the spreadsheet"),
        marked("path of the root file"),
        marked("prepared by"),
        marked("rate source"),
        marked("reason"),
        marked("reference of the letter"),
        marked("sender"),
        marked("remarks"),
        marked("serial"),
        marked("serial number"),
        marked("source"),
        marked("source of the rate"),
        marked("unit"),
        marked("unit of issue"),
    )
)

_REASONS: Mapping[str, str] = {
    "File exists": marked("there is a file of that name already"),
    "Is a directory": marked("it is a folder"),
    "No space left on device": marked("the disk is full"),
    "No such file or directory": marked("there is no such file or folder"),
    "Not a directory": marked("it is not a folder"),
    "Permission denied": marked("this account may not do that there"),
    "Read-only file system": marked("it can only be read there"),
}


def field_name(name: str) -> str:
    """A field as a sentence names it: `budget_line` as `budget line`."""
    said = name.replace("_", " ")
    return tr(said) if said in _FIELDS else said


def system_reason(reason: str) -> str:
    """What the operating system says of a file, in words; what is not known here stays as it is."""
    return tr(_REASONS[reason]) if reason in _REASONS else reason
