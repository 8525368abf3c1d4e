"""The history of a line for its details: what each version said, and what this office did."""

from procure_desktop.domain.comparison import ChangeKind, LineChange
from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.details import Fact, Section
from procure_desktop.gui.phrases import say
from procure_desktop.language import tr
from procure_desktop.services.line_history import Happening, read_line_history
from procure_desktop.services.office import Office
from procure_desktop.wording import figures
from procure_desktop.wording.changes import change_words, field_name
from procure_desktop.wording.records import action_words


def history_section(office: Office, line_id: LineId) -> Section:
    """Everything that happened to a line, the newest first."""
    happenings = reversed(read_line_history(office, line_id))
    return Section(tr("History"), tuple(_fact(one) for one in happenings))


def _fact(one: Happening) -> Fact:
    return Fact(figures.day(one.at.date()), _act(one) if one.entry else _version(one))


def _act(one: Happening) -> str:
    assert one.entry is not None  # noqa: S101 (asked before)
    text = tr("{action}, {officer}")
    act = text.format(action=action_words(one.entry.change.action), officer=one.entry.officer)
    return f"{one.number}: {act}" if one.number else act


def _version(one: Happening) -> str:
    assert one.edition is not None  # noqa: S101 (a version or an entry)
    text = tr("{serial} version {version}").format(
        serial=one.edition.serial, version=one.edition.version
    )
    return "\n".join((text, *(_changes(one.change) if one.change else ())))


def _changes(change: LineChange) -> tuple[str, ...]:
    if change.kind is not ChangeKind.CHANGED:
        return (say(change.kind),)
    unit = change.shown.unit
    return tuple(
        tr("{field}: {change}").format(
            field=field_name(one.field), change=change_words(one, unit).replace("\n", "; ")
        )
        for one in change.fields
    )
