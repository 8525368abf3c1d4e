"""What the journal keeps of a record before and after a change: plain JSON values."""

from pathlib import Path
from typing import Any

import msgspec

from procure_desktop.domain.commitment import Commitment, PricedLine
from procure_desktop.domain.comparison import Content
from procure_desktop.domain.donation import Donation
from procure_desktop.domain.effects import Effect
from procure_desktop.domain.money import Money
from procure_desktop.domain.office import OfficeProfile
from procure_desktop.domain.officer import Officer
from procure_desktop.domain.rate import Rate
from procure_desktop.domain.settling import ListEffect

Snapshot = dict[str, Any]


def money_snapshot(money: Money) -> Snapshot:
    """Minor units and currency."""
    return {"minor": money.minor, "currency": money.currency}


def rate_snapshot(rate: Rate) -> Snapshot:
    """Both quotes as plain digits, with day and source."""
    return {
        "currency": rate.currency,
        "national": f"{rate.national:f}",
        "usd": f"{rate.usd:f}",
        "day": rate.day.isoformat(),
        "source": rate.source,
    }


def profile_snapshot(profile: OfficeProfile) -> Snapshot:
    """Who the office is."""
    return {
        "identity": profile.identity,
        "nation": profile.nation,
        "ministry": profile.ministry,
        "unit": profile.unit,
        "address": profile.address,
        "highest_marking": profile.highest_marking.value,
        "demo": profile.demo,
    }


def officer_snapshot(officer: Officer) -> Snapshot:
    """Name, roles and enrolled certificate, and when the officer left."""
    snapshot: Snapshot = {
        "name": officer.name,
        "roles": sorted(role.value for role in officer.roles),
        "certificate": officer.fingerprint,
    }
    return snapshot | ({"left": officer.left_at.isoformat()} if officer.left_at else {})


def commitment_snapshot(commitment: Commitment) -> Snapshot:
    """State, terms and lines."""
    terms = commitment.terms
    return {
        "number": commitment.number,
        "version": commitment.version,
        "state": commitment.state.value,
        "rate": rate_snapshot(terms.rate),
        "budget_line": terms.budget_line,
        "fiscal_year": terms.fiscal_year,
        "money_source": terms.money_source.value,
        "legal_basis": terms.legal_basis,
        "conditions": terms.conditions,
        "validity": terms.validity.isoformat() if terms.validity else None,
        "national": money_snapshot(commitment.national),
        "usd": money_snapshot(commitment.usd),
        "lines": [_line_snapshot(line) for line in commitment.lines],
        "reason": commitment.reason,
    }


def donation_snapshot(donation: Donation) -> Snapshot:
    """What is given, and on which bases it is valued."""
    offer = donation.offer
    return {
        "number": donation.number,
        "state": donation.state.value,
        "line": offer.line,
        "depot": offer.depot,
        "quantity": offer.quantity,
        "condition": offer.condition.value,
        "serials": list(offer.serials),
        "origin": offer.origin.value,
        "values": {
            basis.value: money_snapshot(value) for basis, value in offer.valuation.values.items()
        },
        "quoted": offer.valuation.quoted.value,
        "valued_on": offer.valuation.day.isoformat(),
        "remarks": offer.remarks,
    }


def file_snapshot(path: Path) -> str:
    """A file's name; bytes in it that are no text are replaced, since the journal holds text alone."""
    return path.name.encode(errors="replace").decode()


def _line_snapshot(line: PricedLine) -> Snapshot:
    return {
        "line": line.line,
        "quantity": line.quantity,
        "unit_price": money_snapshot(line.unit_price),
        "remainder": money_snapshot(line.remainder),
        "usd": money_snapshot(line.usd),
        "national": money_snapshot(line.national),
    }


def plain_content(content: Content) -> Any:
    """What a field of a line holds, as a JSON value."""
    return msgspec.to_builtins(content)


def list_effect_snapshot(found: ListEffect) -> Snapshot:
    """As effect_snapshot, with its id and the version that had it."""
    source = {"effect": found.id, "list": found.source.serial, "version": found.source.version}
    return source | effect_snapshot(found.effect)


def effect_snapshot(effect: Effect) -> Snapshot:
    """What a version did to which record through which line."""
    return {
        "record": effect.stake.record.subject,
        "number": effect.stake.record.number,
        "line": effect.stake.line,
        "kinds": [kind.value for kind in effect.kinds],
        "over": {"quantity": effect.over.quantity, "usd": money_snapshot(effect.over.usd)},
    }
