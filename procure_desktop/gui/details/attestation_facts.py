"""What the panes say of how a list was approved that came without a signed release."""

from procure_desktop.domain.attestation import NEEDED, Attestation, Evidence, Letter
from procure_desktop.domain.request_list import Approval, ListEdition
from procure_desktop.gui.details.details import Fact
from procure_desktop.gui.style.colours import Mark
from procure_desktop.language import tr
from procure_desktop.services.read_line import LineView
from procure_desktop.wording import figures


def standing_facts(edition: ListEdition, attestation: Attestation | None) -> tuple[Fact, ...]:
    """Return how a list stands: its letter and who attested so far; nothing for a signed release."""
    if edition.approval is Approval.RELEASED:
        return ()
    done = edition.approval is Approval.ATTESTED
    state = (
        tr("Attested to by two officers")
        if done
        else tr("UNAPPROVED: nothing can be committed until two officers attest to its letter")
    )
    facts = [Fact(tr("State"), state, Mark.DONE if done else Mark.WAITING)]
    if attestation is not None:
        facts += letter_facts(attestation.letter)
    for one in attestation.attestors if attestation else ():
        facts.append(Fact(tr("Attested by"), f"{one.name}, {figures.moment(one.at)}"))
    missing = NEEDED - (len(attestation.attestors) if attestation else 0)
    if missing > 0:
        facts.append(Fact(tr("Still needed"), figures.whole(missing)))
    return tuple(facts)


def approval_words(view: LineView) -> str:
    """Return in a sentence how the line's list was approved; nothing for a signed release."""
    found, edition = view.attestation, view.edition
    if edition.approval is Approval.RELEASED or found is None:
        return ""
    text = tr(
        "List {serial} carries no signed release. It was approved by letter {reference} of {day}, attested "
        "to by {names}."
    )
    return text.format(
        serial=edition.serial,
        reference=found.letter.reference,
        day=figures.day(found.letter.day),
        names=", ".join(found.evidence.by),
    )


def evidence_facts(evidence: Evidence | None) -> tuple[Fact, ...]:
    """Return on what letter a commitment's list was approved, and who attested; nothing for a release."""
    if evidence is None:
        return ()
    return (*letter_facts(evidence.letter), Fact(tr("Attested by"), ", ".join(evidence.by)))


def letter_facts(letter: Letter) -> tuple[Fact, ...]:
    """Return what a letter says of itself, and its hash."""
    return (
        Fact(tr("Letter"), letter.name),
        Fact(tr("Reference"), letter.reference),
        Fact(tr("Dated"), figures.day(letter.day)),
        Fact(tr("SHA-256"), figures.spoken_fingerprint(letter.sha256)),
    )
