"""What the pane says of a frozen document: its state, its hashes, who signed it."""

from procure_desktop.domain.commitment import Commitment
from procure_desktop.gui.details.details import Details, Fact, Section
from procure_desktop.gui.style.colours import Mark
from procure_desktop.gui.style.phrases import say
from procure_desktop.gui.tables.columns import Row
from procure_desktop.language import tr
from procure_desktop.wording import figures


def describe_document(row: Row, commitment: Commitment) -> Details:
    """Return the details of the document in `row`, which is of `commitment`."""
    signed = row["state"] == "signed"
    return Details(
        row["number"],
        tr("{state} · version {version}").format(state=say(row["state"]), version=row["version"]),
        (
            Section(tr("Signatures"), _signatures(row, signed=signed)),
            Section(tr("What it commits"), _money(row, commitment)),
            Section(
                tr("Frozen bytes"),
                (
                    Fact(tr("Frozen"), figures.moment(row["frozen_at"])),
                    Fact(tr("SHA-256"), figures.spoken_fingerprint(row["sha256"])),
                    Fact("", tr("of the document before any signature")),
                ),
            ),
        ),
    )


def _signatures(row: Row, *, signed: bool) -> tuple[Fact, ...]:
    second = row["authorised_by"] or tr("Not signed yet")
    return (
        Fact(tr("Preparer"), row["prepared_by"], Mark.DONE),
        Fact(tr("Authoriser"), second, Mark.DONE if row["authorised_by"] else Mark.WAITING),
        Fact(
            tr("Standing"), "" if signed else tr("Printed with a DRAFT band until both have signed")
        ),
    )


def _money(row: Row, commitment: Commitment) -> tuple[Fact, ...]:
    if row["version"] != commitment.version:
        return (
            Fact(
                tr("Superseded"),
                tr("Version {version} is the newest.").format(version=commitment.version),
            ),
        )
    return (
        Fact(tr("Amount"), figures.amount(commitment.national)),
        Fact(tr("In US dollars"), figures.amount(commitment.usd)),
        Fact(tr("Lines"), figures.whole(len(commitment.lines))),
        Fact(tr("Marking"), commitment.marking),
    )
