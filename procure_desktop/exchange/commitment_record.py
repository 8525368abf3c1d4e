"""The record of a commitment: all that its document states, as canonical JSON that is attached to the document."""

from datetime import date
from typing import Any

from procure_desktop.domain.attestation import Attestation, Evidence, Letter
from procure_desktop.domain.commitment import PricedLine, Terms
from procure_desktop.domain.document import TEMPLATE_VERSION, CommitmentSheet, SheetLine
from procure_desktop.domain.errors import JsonUnreadableError
from procure_desktop.domain.journal import Head
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.rate import Rate
from procure_desktop.domain.request_list import Line, ListEdition, Package
from procure_desktop.exchange.canonical_json import canonical
from procure_desktop.exchange.schema import check_schema
from procure_desktop.exchange.strict_json import load_strict

SCHEMA = "commitment-record"
MOST_BYTES = 4 * 1024 * 1024


def commitment_record(sheet: CommitmentSheet) -> bytes:
    """What the sheet states, as canonical JSON after the schema; the record's hash is the document's seal.

    Amounts are whole minor units, rates decimal text. What is not known is left out, so the record of
    a draft, which has no number, is not one that the schema knows.
    """
    return canonical(_known(_document(sheet) | _money(sheet) | _origin(sheet)))


def journal_head_of(record: bytes) -> Head | None:
    """The journal's head before the submission, or None for bytes that are no record; never raises."""
    value = _read(record)
    return Head(**value["journal"]) if value else None


def number_of(record: bytes) -> str:
    """The commitment's number, or nothing for bytes that are no record; never raises."""
    value = _read(record)
    return str(value["number"]) if value else ""


def evidence_of(record: bytes) -> Evidence | None:
    """On what letter the list was approved, and who attested; None where a record says nothing of it."""
    value = _read(record)
    found = value["list"].get("attestation") if value else None
    if found is None:
        return None
    told = found["letter"]
    day = date.fromisoformat(told["day"])
    letter = Letter(told["file"], told["reference"], day, told["sha256"])
    return Evidence(letter, tuple(one["officer"] for one in found["by"]))


def office_of(record: bytes) -> str:
    """The identity of the office that made it, or nothing for bytes that are no record; never raises."""
    value = _read(record)
    return str(value["office"]["id"]) if value else ""


def _read(record: bytes) -> dict[str, Any] | None:
    try:
        value: dict[str, Any] = load_strict(record, most_bytes=MOST_BYTES)
        check_schema(SCHEMA, value)
    except JsonUnreadableError:
        return None
    return value


def _document(sheet: CommitmentSheet) -> dict[str, Any]:
    commitment = sheet.commitment
    return {
        "template_version": TEMPLATE_VERSION,
        "illustrative": sheet.edition.illustrative or sheet.office.demo,
        "number": commitment.number,
        "version": commitment.version or None,
        "issued": sheet.issued.isoformat(),
        "marking": commitment.marking,
        "office": _office(sheet.office),
        "list": _edition(sheet.edition) | _approval(sheet.attestation),
        "packages": _packages(sheet.lines),
    }


def _money(sheet: CommitmentSheet) -> dict[str, Any]:
    pairs = zip(sheet.lines, sheet.commitment.lines, strict=True)
    totals = {"national": _amount(sheet.commitment.national), "usd": _amount(sheet.commitment.usd)}
    return {
        "lines": [_line(entry.line, priced) for entry, priced in pairs],
        "totals": totals,
        "rate": _rate(sheet.commitment.terms.rate),
    }


def _origin(sheet: CommitmentSheet) -> dict[str, Any]:
    journal = {"number": sheet.journal.number, "sha256": sheet.journal.sha256}
    return _terms(sheet.commitment.terms) | {"prepared_by": sheet.prepared_by, "journal": journal}


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "budget_line": terms.budget_line,
        "fiscal_year": terms.fiscal_year,
        "money_source": terms.money_source,
        "legal_basis": terms.legal_basis,
        "conditions": terms.conditions,
        "validity": terms.validity.isoformat() if terms.validity else None,
    }


def _office(office: OfficeProfile) -> dict[str, str]:
    return _known(
        {
            "id": office.identity,
            "nation": office.nation,
            "ministry": office.ministry,
            "unit": office.unit,
            "address": office.address,
        }
    )


def _edition(edition: ListEdition) -> dict[str, Any]:
    return {
        "serial": edition.serial,
        "version": edition.version,
        "issued": edition.issued.isoformat(),
    }


def _approval(attestation: Attestation | None) -> dict[str, Any]:
    """By whom and on what letter a list without a signed release was approved."""
    if attestation is None:
        return {}
    letter = attestation.letter
    told = {
        "file": letter.name,
        "reference": letter.reference,
        "day": letter.day.isoformat(),
        "sha256": letter.sha256,
    }
    by = [{"officer": one.name, "on": one.at.date().isoformat()} for one in attestation.attestors]
    return {"attestation": {"letter": told, "by": by}}


def _packages(lines: tuple[SheetLine, ...]) -> list[dict[str, str]]:
    packages: dict[str, Package] = {
        entry.package.code: entry.package for entry in lines if entry.package
    }
    return [{"code": package.code, "title": package.title} for package in packages.values()]


def _line(line: Line, priced: PricedLine) -> dict[str, Any]:
    return _known(
        {
            "line": line.id,
            "number": line.number,
            "package": line.package,
            "name": line.name,
            "name_uk": line.name_uk,
            "nsn": line.nsn,
            "unit": line.unit,
            "quantity": priced.quantity,
            "unit_price": _amount(priced.unit_price),
            "remainder": _amount(priced.remainder) if priced.remainder.minor else None,
            "usd": _amount(priced.usd),
            "national": _amount(priced.national),
        }
    )


def _rate(rate: Rate) -> dict[str, str]:
    """Both quotes as they were published: plain decimal text, no exponent."""
    return {
        "currency": rate.currency,
        "national": f"{rate.national:f}",
        "usd": f"{rate.usd:f}",
        "day": rate.day.isoformat(),
        "source": rate.source,
    }


def _amount(money: Money) -> dict[str, Any]:
    return {"minor": money.minor, "currency": money.currency}


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing; zero and false say something."""
    return {name: value for name, value in fields.items() if value is not None and value != ""}
