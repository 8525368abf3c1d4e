"""The second version of the demonstration list, ILLUSTRATIVE as the first: a line shrinks, one costs more, one goes."""

from dataclasses import replace
from datetime import timedelta

from procure_desktop.domain.request_list import Line, LineId, Quantities, RequestList
from procure_desktop.exchange.demo_list import read_demo_list
from procure_desktop.exchange.request_list_file import write_request_list

VERSION = 2
_LATER = timedelta(days=30)
_DEARER = (108, 100)
_CUT = "ILLUSTRATIVE: the quantity was cut after a review of stocks."


def next_demo_list(shrunk: LineId, left: int, dearer: LineId, gone: LineId) -> bytes:
    """The list as a file: of `shrunk` only `left` units are outstanding, `dearer` costs 8 % more, `gone` went.

    One line is added at the end.
    """
    return write_request_list(read_next_demo_list(shrunk, left, dearer, gone))


def read_next_demo_list(shrunk: LineId, left: int, dearer: LineId, gone: LineId) -> RequestList:
    """As next_demo_list, as a value."""
    first = read_demo_list()
    changed = {
        line.id: _shrink(line, left) if line.id == shrunk else _raise_price(line)
        for line in first.lines
        if line.id in {shrunk, dearer}
    }
    lines = tuple(changed.get(line.id, line) for line in first.lines if line.id != gone)
    return replace(
        first,
        version=VERSION,
        issued=first.issued + _LATER,
        lines=(*lines, _added(first)),
    )


def _shrink(line: Line, left: int) -> Line:
    old = line.quantities
    validated = old.funded + old.donated + left
    quantities = Quantities(old.required, validated, old.funded, old.donated, old.delivered, left)
    return replace(line, quantities=quantities, remarks=_CUT)


def _raise_price(line: Line) -> Line:
    more, whole = _DEARER
    price = replace(line.unit_price, minor=line.unit_price.minor * more // whole)
    return replace(line, unit_price=price, price_day=line.price_day + _LATER)


def _added(first: RequestList) -> Line:
    """A line that was not there: a smaller kit of the last one."""
    last = first.lines[-1]
    number = max(line.number for line in first.lines) + 1
    return replace(
        last,
        id=LineId(f"DEMO-{number:04d}"),
        number=number,
        rank=max(line.rank for line in first.lines) + 1,
        name=f"{last.name}, reduced set",
        name_uk=f"{last.name_uk}, скорочений комплект",
        unit_price=replace(last.unit_price, minor=last.unit_price.minor // 2),
    )
