"""Orders and amounts as they are typed on the command line."""

import re
from datetime import date, datetime

from procure_desktop.domain.commitment import Order
from procure_desktop.domain.errors import OrderFormError
from procure_desktop.domain.money import Money, parse_amount
from procure_desktop.domain.request_list import LineId

_QUANTITY = re.compile(r"[0-9]{1,9}", re.ASCII)


def parse_order(text: str) -> Order:
    """Read `LINE=QUANTITY` or `LINE=AMOUNT CURRENCY`; OrderFormError for anything else."""
    line, separator, asked = text.rpartition("=")
    if not (separator and line.strip()):
        raise OrderFormError(text=text)
    if _QUANTITY.fullmatch(asked.strip()):
        return Order(LineId(line.strip()), quantity=int(asked))
    if len(asked.split()) != 2:  # noqa: PLR2004 (amount and currency)
        raise OrderFormError(text=text)
    return Order(LineId(line.strip()), amount=parse_money(asked))


def parse_money(text: str) -> Money:
    """Read `1250000.50 EUR`."""
    amount, _, currency = text.strip().partition(" ")
    if not currency.strip():
        raise OrderFormError(text=text)
    return parse_amount(amount, currency.strip().upper())


def as_day(value: datetime | None, otherwise: date) -> date:
    """The day of an option, or another when it was not given."""
    return value.date() if value else otherwise
