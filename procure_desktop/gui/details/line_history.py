"""The history of a line for its details: what each version said, and what this office did."""

from procure_desktop.domain.request_list import LineId
from procure_desktop.gui.details.details import Fact, Section
from procure_desktop.language import tr
from procure_desktop.services.line_history import read_line_history
from procure_desktop.services.office import Office
from procure_desktop.wording import figures
from procure_desktop.wording.line_history import happening_words


def history_section(office: Office, line_id: LineId) -> Section:
    """Everything that happened to a line, the newest first."""
    happenings = reversed(read_line_history(office, line_id))
    facts = (
        Fact(figures.day(one.at.date()), "\n".join(happening_words(one))) for one in happenings
    )
    return Section(tr("History"), tuple(facts))
