"""Records as JSON values and as lines of text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from procure_desktop.domain.commitment import Commitment, PricedLine
from procure_desktop.domain.verdict import Verdict
from procure_desktop.language import marked, plural, tr
from procure_desktop.services.office import Office
from procure_desktop.services.read_commitment import read_officer
from procure_desktop.services.snapshots import commitment_snapshot
from procure_desktop.wording.figures import amount, rate, whole
from procure_desktop.wording.terms import heading, term
from procure_desktop.wording.verdicts import answer_sentence, finding_sentence

_PARTS = {
    "prepared_by": marked("Prepared by {name}"),
    "authorised_by": marked("Authorised by {name}"),
}


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a listing as JSON values."""
    return {name: _plain(value) for name, value in row.items()}


def row_line(*cells: Any) -> str:
    """Cells of one record, separated by tabs."""
    return "\t".join(str(cell) for cell in cells)


def commitment_answer(office: Office, commitment: Commitment) -> tuple[dict[str, Any], list[str]]:
    """A commitment with its id and its officers, as JSON and as lines for people."""
    officers = _officers(office, commitment)
    data = {"id": commitment.id} | commitment_snapshot(commitment) | officers
    terms = commitment.terms
    lines = [
        f"{called(commitment.number, commitment.id)} ({term(commitment.state)})",
        *(
            row_line(line.line, _bought(line), amount(line.usd), amount(line.national))
            for line in commitment.lines
        ),
        tr("Total {amount} = {usd}; rate: {rate}").format(
            amount=amount(commitment.national), usd=amount(commitment.usd), rate=rate(terms.rate)
        ),
        *(tr(_PARTS[part]).format(name=name) for part, name in officers.items() if name),
        *([tr("Reason: {reason}").format(reason=commitment.reason)] if commitment.reason else []),
    ]
    return data, lines


def called(number: str, identity: int) -> str:
    """A commitment by its number, or a draft by its id."""
    return number or tr("Draft {id}").format(id=identity)


def _officers(office: Office, commitment: Commitment) -> dict[str, str | None]:
    authoriser = commitment.authorised_by
    return {
        "prepared_by": read_officer(office, commitment.prepared_by).name,
        "authorised_by": read_officer(office, authoriser).name if authoriser else None,
    }


def _bought(line: PricedLine) -> str:
    text = plural("{n} unit", "{n} units", line.quantity)
    units = text.format(n=whole(line.quantity))
    if not line.remainder.minor:
        return units
    return tr("{units} and {amount}").format(units=units, amount=amount(line.remainder))


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict with every finding and signature."""
    return {
        "answer": verdict.answer.value,
        "findings": [finding.value for finding in verdict.findings],
        "reasons": [finding_sentence(finding) for finding in verdict.findings],
        "number": verdict.number,
        "record_sha256": verdict.record_sha256,
        "signatures": [
            {
                "field": one.field,
                "signer": one.signer,
                "fingerprint": one.fingerprint,
                "signed_at": one.signed_at.isoformat() if one.signed_at else None,
                "intact": one.intact,
                "trusted": one.trusted,
            }
            for one in verdict.signatures
        ],
    }


def verdict_lines(verdict: Verdict) -> list[str]:
    """A verdict for people."""
    signers = [f"{heading(one.field)}: {one.signer}" for one in verdict.signatures]
    reasons = [f"- {finding_sentence(finding)}" for finding in verdict.findings]
    return [heading(verdict.answer), answer_sentence(verdict.answer), *reasons, *signers]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
