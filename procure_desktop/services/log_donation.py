"""Log a donation from the ministry's own stock against an urgent line."""

from dataclasses import replace

from procure_desktop.domain.donation import (
    Donation,
    DonationId,
    Offer,
    check_offer,
    format_donation_number,
)
from procure_desktop.domain.errors import LineWithdrawnError, ValuationAheadError
from procure_desktop.domain.journal import Change
from procure_desktop.domain.money import Money
from procure_desktop.domain.officer import Role
from procure_desktop.domain.rate import USD
from procure_desktop.domain.text import check_text, require_text
from procure_desktop.services.office import Office
from procure_desktop.services.snapshots import donation_snapshot
from procure_desktop.store.donations import add_donation, load_donation
from procure_desktop.store.holds import Holder, take
from procure_desktop.store.lists import load_line
from procure_desktop.store.numbers import next_ordinal
from procure_desktop.store.offices import load_profile

SERIES = "donation"


def log_donation(office: Office, offer: Offer) -> Donation:
    """Store a donation; its quantity comes off the line's outstanding.

    The line's value goes down by quantity x the list's unit price, whatever the donor values it at.
    Raises RoleMissingError, LineUnknownError, LineWithdrawnError, ValuationAheadError,
    OverCommitmentError, and what check_offer raises.
    """
    offer = _checked(offer)
    with office.database.transaction() as tx:
        officer = office.acting(tx, Role.PREPARER)
        stored = load_line(tx, offer.line)
        check_offer(offer, stored.line)
        if stored.withdrawn:
            raise LineWithdrawnError(line=offer.line)
        now = office.now()
        if offer.valuation.day > now.date():
            raise ValuationAheadError(day=offer.valuation.day)
        ordinal = next_ordinal(tx, SERIES, now.year)
        number = format_donation_number(load_profile(tx).nation, now.year, ordinal)
        donation = add_donation(tx, number, offer, officer.id, now)
        take(tx, offer.line, offer.quantity, Money(0, USD), Holder(donation=donation.id))
        change = Change(
            "donation logged", f"donation {donation.id}", None, donation_snapshot(donation)
        )
        office.record(tx, change)
    return donation


def read_donation(office: Office, donation_id: DonationId) -> Donation:
    """The donation with this id."""
    with office.database.reading() as tx:
        return load_donation(tx, donation_id)


def _checked(offer: Offer) -> Offer:
    return replace(
        offer,
        depot=require_text("depot", offer.depot, most=200),
        serials=tuple(require_text("serial number", one, most=60) for one in offer.serials),
        remarks=check_text("remarks", offer.remarks, lines=True),
    )
