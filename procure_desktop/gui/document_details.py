"""What the pane says of a frozen document: its state, its hashes, who signed it."""

from procure_desktop.domain.commitment import Commitment
from procure_desktop.gui.colours import Mark
from procure_desktop.gui.columns import Row
from procure_desktop.gui.details import Details, Fact, Section
from procure_desktop.gui.phrases import say
from procure_desktop.wording import figures


def describe_document(row: Row, commitment: Commitment) -> Details:
    """Return the details of the document in `row`, which is of `commitment`."""
    signed = row["state"] == "signed"
    return Details(
        row["number"],
        f"{say(row['state'])} · version {row['version']}",
        (
            Section("Signatures", _signatures(row, signed=signed)),
            Section("What it commits", _money(row, commitment)),
            Section(
                "Frozen bytes",
                (
                    Fact("Frozen", figures.moment(row["frozen_at"])),
                    Fact("SHA-256", figures.spoken_fingerprint(row["sha256"])),
                    Fact("", "of the document before any signature"),
                ),
            ),
        ),
    )


def _signatures(row: Row, *, signed: bool) -> tuple[Fact, ...]:
    second = row["authorised_by"] or "Not signed yet"
    return (
        Fact("Preparer", row["prepared_by"], Mark.DONE),
        Fact("Authoriser", second, Mark.DONE if row["authorised_by"] else Mark.WAITING),
        Fact("Standing", "" if signed else "Printed with a DRAFT band until both have signed"),
    )


def _money(row: Row, commitment: Commitment) -> tuple[Fact, ...]:
    if row["version"] != commitment.version:
        return (Fact("Superseded", f"Version {commitment.version} is the newest."),)
    return (
        Fact("Amount", figures.amount(commitment.national)),
        Fact("In US dollars", figures.amount(commitment.usd)),
        Fact("Lines", figures.whole(len(commitment.lines))),
        Fact("Marking", commitment.marking),
    )
