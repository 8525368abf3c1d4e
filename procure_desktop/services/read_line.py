"""One line with all that the office knows of it."""

from dataclasses import dataclass

from procure_desktop.domain.attestation import Attestation
from procure_desktop.domain.commitment import Outstanding
from procure_desktop.domain.request_list import Line, LineId, ListEdition, Package
from procure_desktop.services.office import Office
from procure_desktop.store.attestations import attestation_of
from procure_desktop.store.holds import load_outstanding
from procure_desktop.store.lists import load_line, load_package


@dataclass(frozen=True, slots=True)
class LineView:
    """A line, the edition it came in, its package, and what is open of it now.

    `attestation` is the letter and who attested to a list that came without proof; None before any letter.
    """

    line: Line
    edition: ListEdition
    package: Package | None
    outstanding: Outstanding
    withdrawn: bool
    attestation: Attestation | None = None


def read_line(office: Office, line_id: LineId) -> LineView:
    """The line with the issuer's identity `line_id`; LineUnknownError for none."""
    with office.database.reading() as tx:
        stored = load_line(tx, line_id)
        return LineView(
            stored.line,
            stored.edition,
            load_package(tx, line_id),
            load_outstanding(tx, line_id),
            stored.withdrawn,
            attestation_of(tx, stored.edition),
        )
